import type { DirectoryFacts, HostSnapshot, Pool, RunFacts, SysctlAssignment } from '../../common/snapshot';

/** 16 GiB as a desktop's /proc/meminfo shows them. */
export const TOTAL_KIB = 16_303_412;
export const AVAILABLE_KIB = 12_871_520;
/** Its reserve: an eighth. */
export const RESERVE_KIB = 2_037_926;
export const KVM_GID = 104;
export const SYSCTL_FILE = '/etc/sysctl.d/40-hugepage.conf';
export const OUR_FSTAB_LINE =
  'hugetlbfs /dev/hugepages hugetlbfs mode=01770,gid=kvm,nosuid,nodev,nofail,X-mount.mkdir 0 0';
export const OUR_FSTAB_BLOCK = `# hugepages-guide begin\n${OUR_FSTAB_LINE}\n# hugepages-guide end\n`;
export const DISK_LINE = 'UUID=2b1f6a09-c2d4-4e8f-9a53-0d7c1e5b8f42 / ext4 errors=remount-ro 0 1\n';

/** An empty pool of 2 MiB pages; totals follow from `persistentPages` and `surplusPages` unless they are given. */
export function poolWith(counters: Partial<Pool> = {}): Pool {
  const { persistentPages = 0, surplusPages = 0 } = counters;
  const totalPages = counters.totalPages ?? persistentPages + surplusPages;
  return {
    pageKiB: 2_048,
    persistentPages,
    totalPages,
    freePages: totalPages,
    reservedPages: 0,
    surplusPages,
    overcommitPages: 0,
    nodes: [],
    ...counters,
  };
}

const DESKTOP: HostSnapshot = {
  system: {
    platform: 'linux',
    kernelRelease: '6.12.48-amd64',
    distributionId: 'debian',
    distributionName: 'Debian GNU/Linux 13 (trixie)',
    hasHugetlbfs: true,
    container: null,
    isWsl: false,
    isOstree: false,
    hasSystemd: true,
    hasLibvirt: false,
    bootParameters: 'BOOT_IMAGE=/boot/vmlinuz-6.12.48-amd64 root=UUID=2b1f6a09-c2d4-4e8f-9a53-0d7c1e5b8f42 ro quiet',
  },
  cpu: {
    model: 'AMD Ryzen 7 5800X 8-Core Processor',
    has2MiBPages: true,
    has1GiBPages: true,
    virtualBits: 48,
    tlbEntries: 2_560,
  },
  memory: {
    totalKiB: TOTAL_KIB,
    availableKiB: AVAILABLE_KIB,
    hugetlbKiB: 0,
    anonHugeKiB: 0,
    pageTablesKiB: 41_820,
    freeBlocks: [9_119, 7_212, 4_080, 2_037, 925, 417, 105, 49, 19, 10, 1_973],
  },
  pools: [poolWith(), poolWith({ pageKiB: 1_048_576 })],
  defaultPageKiB: 2_048,
  transparent: { mode: 'never' },
  mounts: [],
  directories: [],
  group: { name: 'kvm', gid: null, members: [], gidInUsrLib: null },
  user: { name: 'ming', uid: 1_000, primaryGid: 1_000, activeGids: [1_000, 27], isRoot: false },
  fstab: { path: '/etc/fstab', kind: 'file', linkTarget: null, text: DISK_LINE, isReadOnly: false },
  sysctl: [],
  sysctlUnread: [],
  prompt: { hasNoNewPrivs: false, hasPkexec: true, isAdministrator: true },
  run: null,
};

/** Lists and plain values are replaced whole; of the rest only the given fields. */
type HostOverrides = {
  readonly [Part in keyof HostSnapshot]?: HostSnapshot[Part] extends readonly unknown[] | number | RunFacts | null
    ? HostSnapshot[Part]
    : Partial<HostSnapshot[Part]>;
};

/** A 16 GiB desktop on which nothing has been set up: no pool, no mount, no group kvm. */
export function desktop(overrides: HostOverrides = {}): HostSnapshot {
  return withFacts(DESKTOP, overrides);
}

export function withFacts(host: HostSnapshot, overrides: HostOverrides): HostSnapshot {
  return {
    ...host,
    ...overrides,
    system: { ...host.system, ...overrides.system },
    cpu: { ...host.cpu, ...overrides.cpu },
    memory: { ...host.memory, ...overrides.memory },
    transparent: { ...host.transparent, ...overrides.transparent },
    group: { ...host.group, ...overrides.group },
    user: { ...host.user, ...overrides.user },
    fstab: { ...host.fstab, ...overrides.fstab },
    prompt: { ...host.prompt, ...overrides.prompt },
  };
}

/** The same machine with another pool of this page size. */
export function withPool(host: HostSnapshot, pageKiB: number, counters: Partial<Pool>): HostSnapshot {
  const changed = poolWith({ ...counters, pageKiB });
  return { ...host, pools: host.pools.map((pool) => (pool.pageKiB === pageKiB ? changed : pool)) };
}

/** A hugetlbfs mount as systemd makes it, root:root 0755, unless told otherwise. */
export function withMount(host: HostSnapshot, facts: Partial<DirectoryFacts> = {}): HostSnapshot {
  const directory: DirectoryFacts = {
    path: '/dev/hugepages',
    kind: 'directory',
    isHugetlbfs: true,
    pageKiB: 2_048,
    uid: 0,
    gid: 0,
    mode: 0o755,
    hasLibvirtFolder: false,
    ...facts,
  };
  const isOther = ({ path }: DirectoryFacts): boolean => path !== directory.path;
  return {
    ...host,
    directories: [...host.directories.filter(isOther), directory],
    mounts: directory.isHugetlbfs
      ? [...host.mounts, { mountPoint: directory.path, options: 'rw,relatime,pagesize=2M' }]
      : host.mounts,
  };
}

export function withFstab(host: HostSnapshot, text: string): HostSnapshot {
  return withFacts(host, { fstab: { text } });
}

export function withSysctl(host: HostSnapshot, ...sysctl: readonly SysctlAssignment[]): HostSnapshot {
  return { ...host, sysctl };
}

/** The same person in the group kvm, also in the present login. */
export function withGroup(host: HostSnapshot): HostSnapshot {
  return withFacts(host, {
    group: { gid: KVM_GID, members: [host.user.name] },
    user: { activeGids: [...host.user.activeGids, KVM_GID] },
  });
}

/** The desktop after a plan for this many pages was applied, and a new login. */
export function desktopWithPool(pages: number): HostSnapshot {
  const mounted = withMount(withGroup(desktop()), { gid: KVM_GID, mode: 0o1770 });
  const kept = withSysctl(mounted, { file: SYSCTL_FILE, line: 2, pages });
  return withPool(withFstab(kept, DISK_LINE + OUR_FSTAB_BLOCK), 2_048, { persistentPages: pages });
}
