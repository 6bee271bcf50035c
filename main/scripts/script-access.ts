import { accessSync, constants, lstatSync } from 'node:fs';
import { dirname } from 'node:path/posix';
import { mountHolding, parseMountinfo } from '../../common/mount-text';
import type { ScriptAccess, ScriptFault } from '../../common/script/reading';
import { hostFiles } from '../host-files';
import type { ScriptFile } from './read-script-file';
import { systemErrorCode } from './system-error';

const SET_ID_BITS = 0o6000;
const OTHERS_MAY_WRITE = 0o022;

/**
 * Who may replace the script: a new file is written beside it and renamed over it (rename(2)), so the folder decides,
 * and the file's own write permission does not. Nothing is tried: a file that is marked immutable (ioctl_iflags(2))
 * shows itself only when it is replaced.
 */
export function scriptAccess(file: ScriptFile): ScriptAccess {
  const folder = dirname(file.path);
  if (file.links > 1) return none({ id: 'several-links' });
  if ((file.mode & SET_ID_BITS) !== 0)
    return none({ id: 'cannot-keep-attributes', detail: `0${file.mode.toString(8)}` });
  if (isReadOnly(folder)) return none({ id: 'read-only-file-system' });
  const me = process.geteuid?.();
  if (file.uid === me || me === 0) return whereWritable(folder, { kind: 'direct' });
  if (file.uid === 0) return planAccess(folder);
  // Another person's: what this one wrote would belong to this one, and root does nothing in a person's folder.
  return whereWritable(folder, none({ id: 'cannot-keep-attributes', detail: `uid ${String(file.uid)}` }));
}

function none(fault: ScriptFault): ScriptAccess {
  return { kind: 'none', fault };
}

/** The mount is asked too: access(2) answers EACCES for a folder that is both on a read-only mount and not writable. */
function isReadOnly(folder: string): boolean {
  const mounts = parseMountinfo(hostFiles('/').read('/proc/self/mountinfo') ?? '');
  return mountHolding(mounts, folder)?.options.includes('ro') === true || writeObstacle(folder) === 'EROFS';
}

function whereWritable(folder: string, access: ScriptAccess): ScriptAccess {
  return writeObstacle(folder) === null ? access : none({ id: 'folder-not-writable', folder });
}

/** What access(2) answers to making and renaming files in the folder; null where it allows that. */
function writeObstacle(folder: string): string | null {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    return systemErrorCode(error) ?? 'EACCES';
  }
}

function planAccess(folder: string): ScriptAccess {
  const unsafe = foldersAbove(folder).find((above) => !isOnlyRoots(above));
  return unsafe === undefined ? { kind: 'by-plan' } : none({ id: 'unsafe-folder', folder: unsafe });
}

/** From `/` down to the folder itself. */
function foldersAbove(folder: string): readonly string[] {
  return folder === '/' ? ['/'] : [...foldersAbove(dirname(folder)), folder];
}

/**
 * Only root can exchange what lies in it. A sticky bit is no help: others may still put their own files there. What an
 * ACL grants at most stands in the bits of the group (acl(5)).
 */
function isOnlyRoots(folder: string): boolean {
  try {
    const { uid, mode } = lstatSync(folder);
    return uid === 0 && (mode & OTHERS_MAY_WRITE) === 0;
  } catch {
    return false;
  }
}
