import type { HostSnapshot, Pool } from '../../common/snapshot';
import type { Verdict, VmProcess } from '../../common/vm';

const GIB_IN_KIB = 1_048_576;

/** A pool of 2 MiB pages, empty unless told otherwise. */
export function poolWith(numbers: Partial<Pool>): Pool {
  return {
    pageKiB: 2_048,
    persistentPages: 0,
    totalPages: numbers.persistentPages ?? 0,
    freePages: numbers.persistentPages ?? 0,
    reservedPages: 0,
    surplusPages: 0,
    overcommitPages: 0,
    nodes: [],
    ...numbers,
  };
}

/** A desktop with 32 GiB on which nothing has been set up yet: no group membership, systemd's own mount, empty pool. */
export const freshHost: HostSnapshot = {
  system: {
    platform: 'linux',
    kernelRelease: '6.12.48',
    distributionId: 'debian',
    distributionName: 'Debian GNU/Linux 13 (trixie)',
    hasHugetlbfs: true,
    container: null,
    isWsl: false,
    isOstree: false,
    hasSystemd: true,
    hasLibvirt: false,
    bootParameters: 'BOOT_IMAGE=/boot/vmlinuz-6.12.48 root=/dev/nvme0n1p2 ro quiet',
  },
  cpu: { model: 'AMD Ryzen 7 7700', has2MiBPages: true, has1GiBPages: true },
  memory: { totalKiB: 32 * GIB_IN_KIB, availableKiB: 27 * GIB_IN_KIB, hugetlbKiB: 0, anonHugeKiB: 1_351_680 },
  pools: [poolWith({}), poolWith({ pageKiB: GIB_IN_KIB })],
  defaultPageKiB: 2_048,
  transparent: { mode: 'madvise' },
  mounts: [{ mountPoint: '/dev/hugepages', options: 'rw,nosuid,nodev,relatime,pagesize=2M' }],
  directories: [
    {
      path: '/dev/hugepages',
      kind: 'directory',
      isHugetlbfs: true,
      pageKiB: 2_048,
      uid: 0,
      gid: 0,
      mode: 0o755,
      hasLibvirtFolder: false,
    },
  ],
  group: { name: 'kvm', gid: 104, members: [], gidInUsrLib: null },
  user: { name: 'lin', uid: 1_000, primaryGid: 1_000, activeGids: [27, 1_000], isRoot: false },
  fstab: {
    path: '/etc/fstab',
    kind: 'file',
    linkTarget: null,
    text: 'UUID=3b1c / ext4 errors=remount-ro 0 1\n',
    isReadOnly: false,
  },
  sysctl: [],
  prompt: { hasNoNewPrivs: false, hasPkexec: true, isAdministrator: true },
};

/** The same desktop with another pool of 2 MiB pages. */
export function hostWithPool(numbers: Partial<Pool>): HostSnapshot {
  return { ...freshHost, pools: [poolWith(numbers), poolWith({ pageKiB: GIB_IN_KIB })] };
}

/** The how-to's own example, half way through booting: 2050 pages, 1542 free, 4 of them promised. */
export const howToHost = hostWithPool({ persistentPages: 2_050, totalPages: 2_050, freePages: 1_542, reservedPages: 4 });

/** A VM of 1 GiB on huge pages. */
export const win7: VmProcess = {
  pid: 4_711,
  name: 'Win7',
  program: 'qemu-system-x86_64',
  guestKiB: GIB_IN_KIB,
  hugetlbKiB: 1_040_384,
  pageKiB: 2_048,
  backing: { kind: 'mem-path', path: '/dev/hugepages', isHugetlbfs: true },
};

/** The verdict on it in the how-to's example. */
export const win7Verdict: Verdict = {
  pid: 4_711,
  name: 'Win7',
  kind: 'all',
  pageKiB: 2_048,
  guestKiB: GIB_IN_KIB,
  neededPages: 512,
  inUsePages: 508,
  promisedPages: 4,
  reason: null,
};
