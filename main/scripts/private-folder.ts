import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path/posix';
import { systemErrorCode } from './system-error';

/**
 * Makes a folder that only this user can enter, with those above it where they are missing, or closes one that is there
 * (mkdir(2), mode 0700). Throws what the system answers. Not by Node's `recursive`, which never ends where the system
 * answers ENOENT although there is a parent, as /proc and autofs do.
 */
export function makePrivateFolder(path: string): void {
  makeMissing(path);
  chmodSync(path, 0o700);
}

function makeMissing(path: string): void {
  if (tryToMake(path) === 'no-parent') {
    makeMissing(dirname(path));
    mkdirSync(path, { mode: 0o700 });
  }
}

function tryToMake(path: string): 'there' | 'no-parent' {
  try {
    mkdirSync(path, { mode: 0o700 });
    return 'there';
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'EEXIST') return 'there';
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    return 'no-parent';
  }
}
