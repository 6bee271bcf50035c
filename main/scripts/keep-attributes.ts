import { spawnSync } from 'node:child_process';
import { fchmodSync, fstatSync } from 'node:fs';
import type { ScriptFile } from './read-script-file';
import { SYSTEM_ENVIRONMENT } from './system-programs';
import { systemErrorWords } from './system-error';

/** A file that was made by this process and that it has open. */
export interface OpenFile {
  readonly path: string;
  readonly descriptor: number;
}

/**
 * Gives a new file the owner, group, mode, ACL (acl(5)) and extended attributes (xattr(7), the SELinux label among them)
 * of the script. What could not be kept, in the system's words; null where all is the same. Left aside are file
 * timestamps and the flags of chattr(1).
 */
export function keepAttributes(file: ScriptFile, fresh: OpenFile): string | null {
  return copyAttributes(file, fresh) ?? differenceOf(file, fresh);
}

/**
 * Node cannot read ACLs and extended attributes; cp does, and fails where it cannot give them on. It reaches the new
 * file through the descriptor, which nobody can exchange for a symlink.
 */
function copyAttributes(file: ScriptFile, fresh: OpenFile): string | null {
  const options = ['--attributes-only', '--no-dereference', '--preserve=mode,ownership,xattr'];
  const { status, stderr, error } = spawnSync('cp', [...options, '--', file.path, '/proc/self/fd/3'], {
    env: SYSTEM_ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'pipe', fresh.descriptor],
    encoding: 'utf8',
  });
  if (status === 0) return null;
  return error === undefined ? stderr.trim() : systemErrorWords(error);
}

function differenceOf(file: ScriptFile, fresh: OpenFile): string | null {
  fchmodSync(fresh.descriptor, file.mode);
  const { uid, gid, mode } = fstatSync(fresh.descriptor);
  const wanted = `${String(file.uid)}:${String(file.gid)} ${file.mode.toString(8)}`;
  const got = `${String(uid)}:${String(gid)} ${(mode & 0o7777).toString(8)}`;
  if (got !== wanted) return `${got} ≠ ${wanted}`;
  // A newer cp leaves an ACL that the folder gave the new file and that the script does not have.
  const [lookWanted, lookGot] = [lookOf(file.path), lookOf(fresh.path)];
  return lookGot === lookWanted ? null : `${lookGot} ≠ ${lookWanted}`;
}

/** Mode with the sign of an ACL, owner, group and SELinux label, as ls shows them. */
function lookOf(path: string): string {
  const { stdout } = spawnSync('ls', ['-ldnZ', '--', path], { env: SYSTEM_ENVIRONMENT, encoding: 'utf8' });
  const [mode, , uid, gid, label] = stdout.split(/\s+/);
  return [mode, uid, gid, label].join(' ');
}
