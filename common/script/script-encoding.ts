/** The text of a script, and how its bytes are written. */
export interface DecodedScript {
  readonly text: string;
  readonly encoding: 'utf-8' | 'latin1';
}

/**
 * The text of a script so that every byte can be found again: UTF-8 with its byte order mark, or, where it is none, one
 * letter for each byte.
 */
export function decodeScript(bytes: Uint8Array): DecodedScript {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    // `latin1` of TextDecoder is windows-1252, which is not one letter for each byte.
    return { text: Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''), encoding: 'latin1' };
  }
}

/** How many bytes a stretch of a decoded script takes. */
export function bytesOf(text: string, { encoding }: Pick<DecodedScript, 'encoding'>): number {
  return encoding === 'latin1' ? text.length : new TextEncoder().encode(text).length;
}
