import type { ByteSplice, ScriptEdit } from './script-edit';

/**
 * The edit that makes a patched script the original again; null where what was taken out is no printable ASCII, which
 * is all that root text carries. `original` are the bytes that the edit was made for.
 */
export function inverseEdit(edit: ScriptEdit, original: Uint8Array): ScriptEdit | null {
  let shift = 0;
  const splices: ByteSplice[] = [];
  for (const { offsetBytes, removedBytes, text } of edit.splices) {
    const removed = String.fromCharCode(...original.slice(offsetBytes, offsetBytes + removedBytes));
    if (!/^[\x20-\x7e]*$/.test(removed)) return null;
    splices.push({ offsetBytes: offsetBytes + shift, removedBytes: text.length, text: removed });
    shift += text.length - removedBytes;
  }
  return { path: edit.path, oldSha256: edit.newSha256, newSha256: edit.oldSha256, splices };
}
