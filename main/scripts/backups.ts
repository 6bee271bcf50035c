import { join } from 'node:path/posix';
import { applySplices } from '../../common/script/apply-splices';
import type { ScriptFault } from '../../common/script/reading';
import type { ScriptEdit } from '../../common/script/script-edit';
import { hostFiles } from '../host-files';
import { type BackupRecord, parseBackupRecord } from './backup-record';
import { makePrivateFolder } from './private-folder';
import { readScriptFile, type ScriptFile } from './read-script-file';
import { sha256Of } from './sha256';
import { syncFolder } from './sync-folder';
import { systemErrorWords } from './system-error';
import { writeDurably } from './write-durably';

/** A script before and after a patch, to the byte; both fit their hashes. */
export interface Backup extends BackupRecord {
  readonly original: Buffer;
  readonly patched: Buffer;
}

const RECORD_END = '.json';

/**
 * Keeps a script as it is before an edit, in `folder`, which is that of `dataFolder`: only this user can read it. Each
 * edit gets a record of its own, so that patches on top of patches can be followed back. Null where it is on the disk
 * and was read back; otherwise `no-backup`, and the script must stay as it is.
 */
export function keepBackup(folder: string, file: ScriptFile, edit: ScriptEdit, now: Date): ScriptFault | null {
  const scripts = join(folder, 'scripts');
  const place = placeOf(folder, file.path);
  const record: BackupRecord = {
    version: 1,
    path: file.path,
    originalSha256: file.sha256,
    patchedSha256: edit.newSha256,
    time: now.toISOString(),
    splices: edit.splices.map((splice) => ({ ...splice })),
  };
  const name = `${String(now.getTime())}-${record.patchedSha256}${RECORD_END}`;
  try {
    for (const made of [scripts, place]) makePrivateFolder(made);
    writeDurably(join(place, `${file.sha256}.original`), file.bytes);
    writeDurably(join(place, name), `${JSON.stringify(record, null, 2)}\n`);
    for (const above of [scripts, folder]) syncFolder(above);
  } catch (error) {
    return { id: 'no-backup', detail: systemErrorWords(error) };
  }
  const kept = readBackup(place, file.path, name);
  if (kept?.original.equals(file.bytes) === true) return null;
  return { id: 'no-backup', detail: `${kept?.originalSha256 ?? ''} ≠ ${file.sha256}` };
}

/** What was kept of a script, the newest first. A record that is damaged, or whose files do not fit it, is passed over. */
export function findBackups(folder: string, path: string): readonly Backup[] {
  const place = placeOf(folder, path);
  return hostFiles('/')
    .list(place)
    .filter((name) => name.endsWith(RECORD_END))
    .flatMap((name) => readBackup(place, path, name) ?? [])
    .sort((a, b) => Date.parse(b.time) - Date.parse(a.time));
}

function placeOf(folder: string, path: string): string {
  return join(folder, 'scripts', sha256Of(path));
}

function readBackup(place: string, path: string, name: string): Backup | null {
  const record = parseBackupRecord(hostFiles('/').read(join(place, name)) ?? '');
  if (record?.path !== path) return null;
  const reading = readScriptFile(join(place, `${record.originalSha256}.original`));
  if (reading.kind === 'fault' || reading.file.sha256 !== record.originalSha256) return null;
  const original = reading.file.bytes;
  const patched = applySplices(original, record.splices);
  if (patched === null || sha256Of(patched) !== record.patchedSha256) return null;
  return { ...record, original, patched: Buffer.from(patched) };
}
