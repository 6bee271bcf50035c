import { unescapeOctal } from './escaped-text';
import type { HugetlbMount } from './snapshot';

/** One line of /proc/self/mountinfo (proc_pid_mountinfo(5)). */
export interface MountEntry {
  /** What of the file system is seen here: `/` for all of it. */
  readonly root: string;
  readonly mountPoint: string;
  readonly type: string;
  readonly source: string;
  /** Options of this mount, then those of the file system, each once. */
  readonly options: readonly string[];
}

/** Every mount, in the kernel's order: a later one on the same path lies on top. Lines that are none are left out. */
export function parseMountinfo(text: string): readonly MountEntry[] {
  return text.split('\n').flatMap((line) => {
    const entry = parseLine(line);
    return entry ? [entry] : [];
  });
}

/** The hugetlbfs mounts, as the snapshot keeps them. */
export function hugetlbMounts(mounts: readonly MountEntry[]): readonly HugetlbMount[] {
  return mounts
    .filter(({ type }) => type === 'hugetlbfs')
    .map(({ mountPoint, options }) => ({ mountPoint, options: options.join(',') }));
}

/** The mount that a path lies on: the longest mount point above it, the topmost where several lie there. */
export function mountHolding(mounts: readonly MountEntry[], path: string): MountEntry | null {
  let holding: MountEntry | null = null;
  for (const mount of mounts) {
    if (isAbove(mount.mountPoint, path) && mount.mountPoint.length >= (holding?.mountPoint.length ?? 0))
      holding = mount;
  }
  return holding;
}

function isAbove(mountPoint: string, path: string): boolean {
  return mountPoint === '/' || path === mountPoint || path.startsWith(`${mountPoint}/`);
}

function parseLine(line: string): MountEntry | null {
  // The optional fields before the dash differ in number; a dash alone can stand nowhere else.
  const dash = line.indexOf(' - ');
  if (dash < 0) return null;
  const [, , , root, mountPoint, options] = line.slice(0, dash).split(' ');
  const [type, source, ofFileSystem] = line.slice(dash + 3).split(' ');
  if (root === undefined || mountPoint === undefined || options === undefined || type === undefined) return null;
  return {
    root: unescapeOctal(root),
    mountPoint: unescapeOctal(mountPoint),
    type,
    source: unescapeOctal(source ?? ''),
    options: [...new Set([...options.split(','), ...(ofFileSystem?.split(',') ?? [])])].filter(Boolean),
  };
}
