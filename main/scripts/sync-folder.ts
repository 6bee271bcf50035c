import { closeSync, constants, fsyncSync, openSync } from 'node:fs';

/**
 * Has a folder's names written out, so that a rename in it outlives a power cut (fsync(2)). A folder that may not be
 * read, or a file system that cannot do it, is no failure: after a power cut it is then the file before or the one after
 * all the same, never half of one.
 */
export function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY);
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // See above.
  }
}
