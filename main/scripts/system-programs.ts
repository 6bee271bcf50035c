import { accessSync, constants } from 'node:fs';
import { join } from 'node:path/posix';

/** Where distributions keep what belongs to the system; the last one is NixOS. */
const SYSTEM_FOLDERS = ['/usr/bin', '/bin', '/run/current-system/sw/bin'] as const;

/**
 * The whole environment of a program whose answer is read: its words in English, and nothing of the person's that
 * would run code (BASH_ENV, ENV), change how it reads (CDPATH, POSIXLY_CORRECT, SHELLOPTS) or be run in its place.
 */
export const SYSTEM_ENVIRONMENT = { LC_ALL: 'C', PATH: SYSTEM_FOLDERS.join(':') } as const;

/** Where a program of the system lies; null where it is not installed. */
export function findSystemProgram(name: string): string | null {
  return SYSTEM_FOLDERS.map((folder) => join(folder, name)).find(canRun) ?? null;
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
