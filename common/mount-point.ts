import { DEFAULT_MOUNT_POINT } from './names';
import { pageSizeOption } from './page-size';
import type { DirectoryFacts, HostSnapshot } from './snapshot';

/** What the snapshot knows of a path; a path it does not speak of is taken as not there yet. */
export function directoryAt(snapshot: HostSnapshot, path: string): DirectoryFacts {
  return (
    snapshot.directories.find((directory) => directory.path === path) ?? {
      path,
      kind: 'missing',
      isHugetlbfs: false,
      pageKiB: null,
      uid: null,
      gid: null,
      mode: null,
      hasLibvirtFolder: false,
    }
  );
}

/**
 * Where pages of this size are or will be mounted: /dev/hugepages for the default size, unless something of another
 * size is mounted there already; a sibling such as /dev/hugepages1G otherwise (one mount has one page size).
 */
export function mountPointFor(snapshot: HostSnapshot, pageKiB: number): string {
  const standard = directoryAt(snapshot, DEFAULT_MOUNT_POINT);
  const standardPageKiB = standard.isHugetlbfs ? standard.pageKiB : snapshot.defaultPageKiB;
  return standardPageKiB === pageKiB ? DEFAULT_MOUNT_POINT : `${DEFAULT_MOUNT_POINT}${pageSizeOption(pageKiB)}`;
}
