import type { MountEntry } from '../common/mount-text';
import { DEFAULT_MOUNT_POINT } from '../common/names';
import type { DirectoryFacts } from '../common/snapshot';
import type { HostFiles } from './host-files';
import type { MachineProbe } from './machine-probe';

/** include/uapi/linux/magic.h */
const HUGETLBFS_MAGIC = 0x958458f6;

/** /dev/hugepages and every place where huge pages are mounted, each once, as stat and statfs see them. */
export function readDirectories(
  files: HostFiles,
  probe: MachineProbe,
  mounts: readonly MountEntry[],
): readonly DirectoryFacts[] {
  const mountPoints = mounts.filter(({ type }) => type === 'hugetlbfs').map(({ mountPoint }) => mountPoint);
  const paths = new Set([DEFAULT_MOUNT_POINT, ...mountPoints]);
  return [...paths].map((path) => readDirectory(files, probe, path));
}

function readDirectory(files: HostFiles, probe: MachineProbe, path: string): DirectoryFacts {
  const stat = probe.stat(path);
  const fileSystem = stat.kind === 'directory' ? probe.statFileSystem(path) : null;
  // On 32-bit systems the type comes as a signed number.
  const isHugetlbfs = fileSystem !== null && fileSystem.type >>> 0 === HUGETLBFS_MAGIC;
  const isKnown = stat.kind === 'directory' || stat.kind === 'other';
  return {
    path,
    kind: stat.kind,
    isHugetlbfs,
    pageKiB: isHugetlbfs ? fileSystem.blockBytes / 1_024 : null,
    uid: isKnown ? stat.uid : null,
    gid: isKnown ? stat.gid : null,
    mode: isKnown ? stat.mode : null,
    hasLibvirtFolder: isHugetlbfs && files.exists(`${path}/libvirt`),
  };
}
