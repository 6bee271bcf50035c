import { randomBytes } from 'node:crypto';
import { closeSync, constants, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import type { ScriptFault } from '../../common/script/reading';
import { keepAttributes, type OpenFile } from './keep-attributes';
import { readScriptFile, type ScriptFile } from './read-script-file';
import { sha256Of } from './sha256';
import { syncFolder } from './sync-folder';
import { systemErrorCode, systemErrorWords } from './system-error';

/**
 * Gives a script that was read a new content, in one moment (rename(2)): whoever opens it finds the old or the new one,
 * also after a power cut, with owner, group, mode, ACL and extended attributes as they were. Null where that is done.
 * On every fault the script is as it was, and nothing is left beside it; only where reading back gives something else
 * (`cannot-write`) somebody else has written it too.
 */
export function replaceFile(file: ScriptFile, bytes: Buffer): ScriptFault | null {
  const folder = dirname(file.path);
  const path = join(folder, `.hugepages-guide-${randomBytes(16).toString('hex')}`);
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  } catch (error) {
    return faultOfMaking(error, folder);
  }
  try {
    return fillAndRename(file, { path, descriptor }, bytes);
  } catch (error) {
    return faultOfWriting(error);
  } finally {
    closeSync(descriptor);
    removeLeftover(path);
  }
}

function removeLeftover(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The folder has become read-only or is gone; the file under its random name is in nobody's way.
  }
}

function faultOfMaking(error: unknown, folder: string): ScriptFault {
  const code = systemErrorCode(error);
  return code === 'EACCES' || code === 'EPERM' ? { id: 'folder-not-writable', folder } : faultOfWriting(error);
}

function faultOfWriting(error: unknown): ScriptFault {
  const code = systemErrorCode(error);
  if (code === 'EROFS') return { id: 'read-only-file-system' };
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? { id: 'missing' }
    : { id: 'cannot-write', detail: systemErrorWords(error) };
}

function fillAndRename(file: ScriptFile, fresh: OpenFile, bytes: Buffer): ScriptFault | null {
  writeFileSync(fresh.descriptor, bytes);
  // After the writing, which takes set-user-ID bits and file capabilities away.
  const lost = keepAttributes(file, fresh);
  fsyncSync(fresh.descriptor);
  // Asked before `lost` is told: of a script that is gone nothing could be kept either.
  const moved = faultOfMoving(file);
  if (moved !== null) return moved;
  if (lost !== null) return { id: 'cannot-keep-attributes', detail: lost };
  renameSync(fresh.path, file.path);
  syncFolder(dirname(file.path));
  const readBack = readScriptFile(file.path);
  if (readBack.kind === 'read' && readBack.file.bytes.equals(bytes)) return null;
  const got = readBack.kind === 'read' ? readBack.file.sha256 : readBack.fault.id;
  return { id: 'cannot-write', detail: `${got} ≠ ${sha256Of(bytes)}` };
}

/** Null where the file on disk is still the one that was read, untouched. */
function faultOfMoving(file: ScriptFile): ScriptFault | null {
  const reading = readScriptFile(file.path);
  if (reading.kind === 'fault') return reading.fault;
  const now = reading.file;
  const isSame = (['path', 'dev', 'ino', 'mode', 'uid', 'gid', 'links', 'mtimeNs', 'sha256'] as const).every(
    (fact) => now[fact] === file[fact],
  );
  if (!isSame) return { id: 'changed' };
  return now.links > 1 ? { id: 'several-links' } : null;
}
