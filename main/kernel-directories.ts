import type { MountEntry } from '../common/mount-text';
import { DEFAULT_MOUNT_POINT } from '../common/names';
import type { DirectoryFacts } from '../common/snapshot';
import type { HostFiles } from './host-files';
import { hugetlbfsPageKiB, type MachineProbe } from './machine-probe';

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
  const pageKiB = stat.kind === 'directory' ? hugetlbfsPageKiB(probe.statFileSystem(path)) : null;
  const isHugetlbfs = pageKiB !== null;
  const isKnown = stat.kind === 'directory' || stat.kind === 'other';
  return {
    path,
    kind: stat.kind,
    isHugetlbfs,
    pageKiB,
    uid: isKnown ? stat.uid : null,
    gid: isKnown ? stat.gid : null,
    mode: isKnown ? stat.mode : null,
    hasLibvirtFolder: isHugetlbfs && files.exists(`${path}/libvirt`),
  };
}
