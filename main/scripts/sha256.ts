import { createHash } from 'node:crypto';

/** SHA-256 in lower-case hexadecimal; of a text, that of its UTF-8. */
export function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Of a text that was read as Latin-1: that of its bytes. */
export function sha256OfLatin1(text: string): string {
  return sha256Of(Buffer.from(text, 'latin1'));
}
