import { join } from 'node:path/posix';
import { hostFiles } from '../host-files';
import { accessFor } from './access-for';
import { parseBackupRecord } from './backup-record';
import { findBackups } from './backups';
import { readScriptFile, type ScriptFile } from './read-script-file';

/** A patch of ours is in it, as far as can be told without taking it back. */
export function holdsPatch(folder: string, { path, sha256 }: ScriptFile): boolean {
  const backups = findBackups(folder, path);
  return backups.length > 0 && !backups.some(({ originalSha256 }) => originalSha256 === sha256);
}

/** The scripts, by the backups in `folder`, that hold a patch of ours and that this person may write. */
export function patchedScripts(folder: string): readonly string[] {
  const files = hostFiles('/');
  const scripts = join(folder, 'scripts');
  const paths = files.list(scripts).flatMap((place) => pathIn(join(scripts, place)) ?? []);
  return paths.filter((path) => {
    const reading = readScriptFile(path);
    if (reading.kind === 'fault' || !holdsPatch(folder, reading.file)) return false;
    return accessFor(reading.file, null).kind === 'direct';
  });
}

/** The script that a folder of backups is about; every record in it names the same. */
function pathIn(place: string): string | null {
  const files = hostFiles('/');
  for (const name of files.list(place)) {
    const record = name.endsWith('.json') ? parseBackupRecord(files.read(join(place, name)) ?? '') : null;
    if (record !== null) return record.path;
  }
  return null;
}
