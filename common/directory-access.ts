import type { DirectoryFacts } from './snapshot';

/** Making a file needs write and search on the directory (path_resolution(7)). */
const WRITE_AND_SEARCH = 0o3;
const GROUP_SHIFT = 3;
const OWNER_SHIFT = 6;

/**
 * May members of this group make files in the directory? Judged by owner, group and permission bits alone: mount
 * options lie after a chgrp, and libvirt turns a correct 01770 into 01771. As in the kernel, the group's bits decide
 * where the group matches, everybody's bits where it does not. False where the directory could not be looked at.
 */
export function groupMayWrite(directory: DirectoryFacts, gid: number): boolean {
  return directory.gid === gid ? hasBits(directory, GROUP_SHIFT) : hasBits(directory, 0);
}

/** The same for one person: the owner's bits decide for the owner, then the group's for any of the person's groups. */
export function userMayWrite(directory: DirectoryFacts, uid: number, gids: readonly number[]): boolean {
  if (uid === 0) return directory.kind === 'directory';
  if (directory.uid === uid) return hasBits(directory, OWNER_SHIFT);
  const isInGroup = directory.gid !== null && gids.includes(directory.gid);
  return hasBits(directory, isInGroup ? GROUP_SHIFT : 0);
}

function hasBits(directory: DirectoryFacts, shift: number): boolean {
  if (directory.kind !== 'directory' || directory.mode === null) return false;
  return ((directory.mode >> shift) & WRITE_AND_SEARCH) === WRITE_AND_SEARCH;
}
