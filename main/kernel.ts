import { containerEvidence } from '../common/container-evidence';
import { hasFilesystem, parseBuddyinfo, parseCpu, parseMeminfo, parseTransparentMode } from '../common/kernel-text';
import { hugetlbMounts, type MountEntry, parseMountinfo } from '../common/mount-text';
import { parseOsRelease } from '../common/os-release-text';
import type { HostSnapshot, SystemFacts } from '../common/snapshot';
import { parseStatus } from '../common/status-text';
import { readDirectories } from './kernel-directories';
import { readFstab, readSysctl } from './kernel-etc';
import { readPeople } from './kernel-people';
import { readPools } from './kernel-pools';
import { type HostFiles, hostFiles } from './host-files';
import { type MachineProbe, machineProbe } from './machine-probe';
import { readRunFacts } from './run-progress';

/** /proc/cpuinfo says the same for each processor; the first one's block is within this. */
const CPUINFO_BYTES = 4_096;

/**
 * Reads the whole machine once, below `root`. Plain synchronous reads of about thirty small files, no child process;
 * what is missing or makes no sense is null in the snapshot, never a throw.
 */
export function readHost(root = '/', probe: MachineProbe = machineProbe(root)): HostSnapshot {
  const files = hostFiles(root);
  const meminfo = parseMeminfo(files.read('/proc/meminfo') ?? '');
  const mounts = parseMountinfo(files.read('/proc/self/mountinfo') ?? '');
  const process = parseStatus(files.read('/proc/self/status') ?? '');
  const { group, user, isAdministrator } = readPeople(files, probe, process);
  return {
    system: readSystem(files, probe, mounts),
    cpu: parseCpu(files.read('/proc/cpuinfo', { mostBytes: CPUINFO_BYTES }) ?? ''),
    memory: { ...meminfo.memory, freeBlocks: parseBuddyinfo(files.read('/proc/buddyinfo') ?? '') },
    pools: readPools(files, meminfo),
    defaultPageKiB: meminfo.defaultPageKiB,
    transparent: { mode: parseTransparentMode(files.read('/sys/kernel/mm/transparent_hugepage/enabled') ?? '') },
    mounts: hugetlbMounts(mounts),
    directories: readDirectories(files, probe, mounts),
    group,
    user,
    fstab: readFstab(files, mounts),
    ...readSysctl(files),
    prompt: {
      hasNoNewPrivs: process?.hasNoNewPrivs ?? false,
      hasPkexec: files.exists('/usr/bin/pkexec'),
      isAdministrator,
    },
    run: readRunFacts(files),
  };
}

function readSystem(files: HostFiles, probe: MachineProbe, mounts: readonly MountEntry[]): SystemFacts {
  const kernelRelease = files.read('/proc/sys/kernel/osrelease')?.trim() ?? probe.kernelRelease();
  const distribution = parseOsRelease(files.read('/etc/os-release') ?? '');
  const hasNote = files.exists('/run/systemd/container');
  return {
    platform: probe.platform,
    kernelRelease,
    distributionId: distribution.id,
    distributionName: distribution.name,
    hasHugetlbfs: hasFilesystem(files.read('/proc/filesystems') ?? '', 'hugetlbfs'),
    container: containerEvidence({
      systemdNote: hasNote ? files.read('/run/systemd/container') : null,
      hasContainerenv: files.exists('/run/.containerenv'),
      hasDockerenv: files.exists('/.dockerenv'),
      mounts,
    }),
    isWsl: /microsoft|wsl/i.test(kernelRelease),
    isOstree: files.exists('/run/ostree-booted'),
    hasSystemd: files.exists('/run/systemd/system'),
    hasLibvirt: files.exists('/run/libvirt'),
    bootParameters: files.read('/proc/cmdline')?.trim() ?? null,
  };
}
