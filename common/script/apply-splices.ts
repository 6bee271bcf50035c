import type { ByteSplice } from './script-edit';

/**
 * The file after the splices; null where one of them does not fit: outside of the file, before or inside the one before
 * it, or with a text that is not ASCII (its length in bytes would be another one).
 */
export function applySplices(bytes: Uint8Array, splices: readonly ByteSplice[]): Uint8Array | null {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const { offsetBytes, removedBytes, text } of splices) {
    const end = offsetBytes + removedBytes;
    if (!isCount(offsetBytes) || !isCount(removedBytes) || offsetBytes < at || end > bytes.length) return null;
    if (!isAscii(text)) return null;
    pieces.push(
      bytes.subarray(at, offsetBytes),
      Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
    );
    at = end;
  }
  return join([...pieces, bytes.subarray(at)]);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isAscii(text: string): boolean {
  return !/[\x80-\uffff]/.test(text);
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
