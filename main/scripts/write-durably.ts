import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path/posix';
import { syncFolder } from './sync-folder';

/**
 * Writes a file that only this user can read, at once and so that it outlives a power cut (rename(2), fsync(2)); one of
 * that name gives way. Throws what the system answers, and then leaves nothing behind.
 */
export function writeDurably(path: string, content: Uint8Array | string): void {
  const fresh = `${path}.${randomBytes(8).toString('hex')}.new`;
  try {
    const descriptor = openSync(fresh, 'wx', 0o600);
    try {
      writeFileSync(descriptor, content);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}
