import { statfsSync, statSync } from 'node:fs';
import { release, userInfo } from 'node:os';
import { join } from 'node:path';

/** What stat(2) says of a path, or why it says nothing. */
export type PathStat =
  | { readonly kind: 'directory' | 'other'; readonly uid: number; readonly gid: number; readonly mode: number }
  | { readonly kind: 'missing' | 'unreadable' };

/** What statfs(2) says of a path. */
export interface FileSystemStat {
  readonly type: number;
  readonly blockBytes: number;
}

/** include/uapi/linux/magic.h */
const HUGETLBFS_MAGIC = 0x958458f6;

/** The page size of a hugetlbfs mount, which is its block size, in KiB; null where it is another file system. */
export function hugetlbfsPageKiB(fileSystem: FileSystemStat | null): number | null {
  // On 32-bit systems the type comes as a signed number.
  if (fileSystem === null || fileSystem.type >>> 0 !== HUGETLBFS_MAGIC) return null;
  return fileSystem.blockBytes / 1_024;
}

/** Facts that no text file holds. A test may answer for the machine; everybody else takes `machineProbe`. */
export interface MachineProbe {
  /** As Node names it: `linux`, `darwin`, `win32`. */
  readonly platform: string;
  /** uname(2)'s release, for where /proc does not tell it. */
  readonly kernelRelease: () => string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The name of the running account by the system's name service; null where it has none. */
  readonly accountName: () => string | null;
  readonly stat: (path: string) => PathStat;
  /** Null where the path is not there or may not be reached. */
  readonly statFileSystem: (path: string) => FileSystemStat | null;
}

/** The machine itself; paths are looked up below `root`. */
export function machineProbe(root: string): MachineProbe {
  return {
    platform: process.platform,
    kernelRelease: release,
    env: process.env,
    accountName: readAccountName,
    stat: (path) => readStat(join(root, path)),
    statFileSystem: (path) => readFileSystemStat(join(root, path)),
  };
}

function readAccountName(): string | null {
  try {
    return userInfo().username;
  } catch {
    // No passwd entry for this user id: as in a container started with any number.
    return null;
  }
}

function readStat(path: string): PathStat {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return { kind: 'missing' };
    const { uid, gid } = stat;
    return { kind: stat.isDirectory() ? 'directory' : 'other', uid, gid, mode: stat.mode & 0o7777 };
  } catch {
    return { kind: 'unreadable' };
  }
}

function readFileSystemStat(path: string): FileSystemStat | null {
  try {
    const { type, bsize } = statfsSync(path);
    return { type, blockBytes: bsize };
  } catch {
    return null;
  }
}
