import { applySplices } from '../../common/script/apply-splices';
import type { ScriptFault } from '../../common/script/reading';
import type { ScriptEdit } from '../../common/script/script-edit';
import { keepBackup } from './backups';
import { checkResult, type CheckableShell } from './check-syntax';
import { readScriptFile, type ScriptFile } from './read-script-file';
import { replaceFile } from './replace-file';
import { scriptAccess } from './script-access';
import { sha256Of } from './sha256';

/**
 * Carries out an edit that was shown: only on the very file it was made for (`changed` otherwise), only where it gives
 * the very file that was shown and the shell reads that (`result-refused`), and only after the original is kept in the
 * data folder (`no-backup`). Null where it is done; on every fault the script is as it was.
 */
export function patchFile(folder: string, edit: ScriptEdit, shell: CheckableShell, now: Date): ScriptFault | null {
  const reading = readScriptFile(edit.path);
  if (reading.kind === 'fault') return reading.fault;
  const { file } = reading;
  // Another path: a symlink has taken the place of the file.
  if (file.path !== edit.path || file.sha256 !== edit.oldSha256) return { id: 'changed' };
  const patched = applySplices(file.bytes, edit.splices);
  if (patched === null || sha256Of(patched) !== edit.newSha256) {
    return { id: 'result-refused', detail: `≠ ${edit.newSha256}`, byHand: '' };
  }
  const result = Buffer.from(patched);
  return (
    checkResult(file.bytes, result, shell) ??
    faultOfAccess(file) ??
    keepBackup(folder, file, edit, now) ??
    replaceFile(file, result)
  );
}

/** Null where this process may replace the script itself. */
export function faultOfAccess(file: ScriptFile): ScriptFault | null {
  const access = scriptAccess(file);
  switch (access.kind) {
    case 'direct':
      return null;
    case 'by-plan':
      return { id: 'root-only' };
    case 'none':
      return access.fault;
  }
}
