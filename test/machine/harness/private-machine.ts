import { readFileSync, readlinkSync } from 'node:fs';

/** Where enter.sh keeps what belongs to the private machine; on its own tmpfs, gone with the namespaces. */
export const PRIVATE_FOLDER = '/run/private-machine';
/** The checkout and the Node binary, at places that every user may reach (the real ones may lie below /root). */
export const USER_TREE = `${PRIVATE_FOLDER}/tree`;
export const USER_NODE = `${PRIVATE_FOLDER}/node`;
/** The /etc and /dev of the machine around this one, read-only. */
export const OUTSIDE = `${PRIVATE_FOLDER}/outside`;

/** Whether this process runs where supervise.ts has put it: the marker names this very mount namespace. */
export function isInPrivateMachine(): boolean {
  try {
    return readFileSync(`${PRIVATE_FOLDER}/namespace`, 'utf8').trim() === readlinkSync('/proc/self/ns/mnt');
  } catch {
    return false;
  }
}

/**
 * Throws outside the private machine. Every function that changes /etc, /dev, the pool or starts a daemon calls it
 * first, so that a test run by itself (`vitest run --project machine`) cannot touch the real machine.
 */
export function requirePrivateMachine(): void {
  if (!isInPrivateMachine()) {
    throw new Error('This belongs into the private machine: start it with `npm run machine`.');
  }
}
