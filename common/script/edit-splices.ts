import { bytesOf, type DecodedScript } from './script-encoding';
import type { ByteSplice } from './script-edit';
import type { TextEdit } from './shell-node';

/** Edits of a decoded script, in its order, as splices of its bytes. */
export function editSplices(script: DecodedScript, edits: readonly TextEdit[]): readonly ByteSplice[] {
  let at = 0;
  let offsetBytes = 0;
  return edits.map(({ start, end, text }) => {
    offsetBytes += bytesOf(script.text.slice(at, start), script);
    const removedBytes = bytesOf(script.text.slice(start, end), script);
    const splice = { offsetBytes, removedBytes, text };
    offsetBytes += removedBytes;
    at = end;
    return splice;
  });
}
