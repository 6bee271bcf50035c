import { homedir } from 'node:os';
import type { ScriptEdit } from '../../common/script/script-edit';
import { keepBackup } from './backups';
import { dataFolder } from './data-folder';
import { readScriptFile } from './read-script-file';

/**
 * Keeps a script as it is before root changes it, so that this user can have it taken back. The journal keeps it too,
 * so nothing stops where this fails; and a script that has changed since is left to the root text to refuse.
 */
export function keepOriginal(edit: ScriptEdit, now: Date): void {
  const reading = readScriptFile(edit.path);
  if (reading.kind === 'fault' || reading.file.sha256 !== edit.oldSha256) return;
  keepBackup(dataFolder(process.env, homedir()), reading.file, edit, now);
}
