import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { CANCEL_FILE } from '../common/names';

/**
 * Tells the root text that runs now to ask for no more pages: it ends as if the kernel had given no more. Only whoever
 * started it may; false where nothing runs that this person started, or it belongs to somebody else.
 */
export function cancelRun(file = CANCEL_FILE): boolean {
  try {
    // Root makes the file and gives it away. It never makes sense to make one.
    const descriptor = openSync(file, constants.O_WRONLY | constants.O_APPEND | constants.O_NOFOLLOW);
    try {
      writeSync(descriptor, 'enough\n');
      return true;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
  }
}
