import type { Evidence } from './finding';

/**
 * What the machine said at one moment. Facts only, nothing inferred; `null` means: not there, not readable or not
 * understood. Memory is in KiB, as the kernel writes it; pools are in pages.
 */
export interface HostSnapshot {
  readonly system: SystemFacts;
  readonly cpu: CpuFacts;
  readonly memory: MemoryFacts;
  /** One pool for each page size in /sys/kernel/mm/hugepages, smallest first. */
  readonly pools: readonly Pool[];
  /** `Hugepagesize:` of /proc/meminfo: the size that HugePages_* and vm.nr_hugepages speak of. */
  readonly defaultPageKiB: number | null;
  readonly transparent: TransparentFacts;
  readonly mounts: readonly HugetlbMount[];
  /** Directories that matter, by path: /dev/hugepages and every place huge pages are mounted at. */
  readonly directories: readonly DirectoryFacts[];
  readonly group: GroupFacts;
  readonly user: UserFacts;
  readonly fstab: FileFacts;
  readonly sysctl: readonly SysctlAssignment[];
  /** Assignments in /etc/sysctl.conf that systemd-sysctl never reads, because no link in sysctl.d leads there. */
  readonly sysctlUnread: readonly SysctlAssignment[];
  readonly prompt: PromptFacts;
  /** The root text that was last started since boot, by whomever; null where none was. */
  readonly run: RunFacts | null;
}

export interface RunFacts {
  /** Null where its first line cannot be read. */
  readonly planId: string | null;
  readonly isRunning: boolean;
  /** It said its last word; one that neither runs nor has ended was killed. */
  readonly hasEnded: boolean;
}

export interface SystemFacts {
  /** As Node names it: `linux`, `darwin`, `win32`. */
  readonly platform: string;
  readonly kernelRelease: string;
  /** `ID=` and `PRETTY_NAME=` of /etc/os-release. */
  readonly distributionId: string | null;
  readonly distributionName: string | null;
  /** `hugetlbfs` stands in /proc/filesystems. */
  readonly hasHugetlbfs: boolean;
  /** What showed that this is a container, or null. */
  readonly container: Evidence | null;
  readonly isWsl: boolean;
  /** /run/ostree-booted exists: system groups live in /usr/lib/group. */
  readonly isOstree: boolean;
  /** systemd is the running init (/run/systemd/system exists). */
  readonly hasSystemd: boolean;
  /** A libvirt daemon is about (/run/libvirt exists): it learns of mounts only when it starts. */
  readonly hasLibvirt: boolean;
  /** /proc/cmdline. */
  readonly bootParameters: string | null;
}

export interface CpuFacts {
  readonly model: string | null;
  /** Flag `pse`: 2 MiB pages. Null where /proc/cpuinfo has no x86 flags. */
  readonly has2MiBPages: boolean | null;
  /** Flag `pdpe1gb`: 1 GiB pages. */
  readonly has1GiBPages: boolean | null;
  /**
   * Bits of a virtual address: 57 where the flag `la57` says that the kernel uses five levels of page tables, else 48
   * (Documentation/arch/x86/x86_64/5level-paging.rst). Null on anything but 64-bit x86.
   */
  readonly virtualBits: number | null;
  /** Pages the TLB remembers, from `TLB size`; AMD processors alone say it. */
  readonly tlbEntries: number | null;
}

export interface MemoryFacts {
  readonly totalKiB: number | null;
  readonly availableKiB: number | null;
  /** All pools of all sizes together (`Hugetlb:`). */
  readonly hugetlbKiB: number | null;
  /** Transparent huge pages in use (`AnonHugePages:`). */
  readonly anonHugeKiB: number | null;
  /** What the page tables of all processes take (`PageTables:`). */
  readonly pageTablesKiB: number | null;
  /**
   * Free memory by the size of its pieces, from /proc/buddyinfo, all zones together: entry `order` counts the free
   * blocks of 2^order pages of 4 KiB. Null where the kernel does not show it.
   */
  readonly freeBlocks: readonly number[] | null;
}

/** One page size's pool, with the kernel's own words (Documentation/admin-guide/mm/hugetlbpage.rst). */
export interface Pool {
  readonly pageKiB: number;
  /** nr_hugepages: pages in the pool, surplus ones not counted. */
  readonly persistentPages: number;
  /** persistent + surplus: HugePages_Total. */
  readonly totalPages: number;
  readonly freePages: number;
  /** Promised to a program, not yet taken: resv_hugepages. */
  readonly reservedPages: number;
  readonly surplusPages: number;
  readonly overcommitPages: number;
  /** One entry for each NUMA node that has this pool; empty where the kernel has no nodes. */
  readonly nodes: readonly NodePool[];
}

export interface NodePool {
  readonly node: number;
  readonly totalPages: number;
  readonly freePages: number;
}

export type TransparentMode = 'always' | 'madvise' | 'never';

export interface TransparentFacts {
  readonly mode: TransparentMode | null;
}

/** A hugetlbfs entry of /proc/self/mountinfo, in its order: a later one on the same path lies on top. */
export interface HugetlbMount {
  readonly mountPoint: string;
  readonly options: string;
}

/** What stat and statfs say of a path: the truth, whatever fstab or the mount options claim. */
export interface DirectoryFacts {
  readonly path: string;
  readonly kind: 'missing' | 'directory' | 'other' | 'unreadable';
  /** statfs type is HUGETLBFS_MAGIC. */
  readonly isHugetlbfs: boolean;
  /** Page size of the mount (statfs block size); null where it is not hugetlbfs. */
  readonly pageKiB: number | null;
  readonly uid: number | null;
  readonly gid: number | null;
  /** Permission bits, e.g. 0o1770. */
  readonly mode: number | null;
  /** libvirt keeps its own folder here and needs to pass through. */
  readonly hasLibvirtFolder: boolean;
}

/** The group `kvm` in its three places. */
export interface GroupFacts {
  readonly name: string;
  /** From /etc/group; null where it has no such line. */
  readonly gid: number | null;
  readonly members: readonly string[];
  /** The line of /usr/lib/group (ostree systems), where there is one. */
  readonly gidInUsrLib: number | null;
}

export interface UserFacts {
  /** The person the plan is for: the login user, also when the program runs under sudo or pkexec. */
  readonly name: string;
  readonly uid: number;
  /** Primary group of the account, from /etc/passwd. */
  readonly primaryGid: number | null;
  /** Groups this very process has (`Groups:` of /proc/self/status, with the primary group). */
  readonly activeGids: readonly number[];
  /** The program itself runs as root. */
  readonly isRoot: boolean;
}

/** A text file that a plan may change. */
export interface FileFacts {
  readonly path: string;
  readonly kind: 'file' | 'missing' | 'symlink' | 'unreadable';
  /** Where a symlink leads, else null. */
  readonly linkTarget: string | null;
  /** Its text, byte for byte (read as Latin-1, so that nothing is lost); empty where there is none. */
  readonly text: string;
  /** The file system it lives on is mounted read-only. */
  readonly isReadOnly: boolean;
}

/** One assignment of vm.nr_hugepages that systemd-sysctl reads at boot, in the order it reads them: the last wins. */
export interface SysctlAssignment {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly pages: number;
}

export interface PromptFacts {
  /** `NoNewPrivs:` of /proc/self/status is 1: no setuid program can work from here. */
  readonly hasNoNewPrivs: boolean;
  /** /usr/bin/pkexec exists. */
  readonly hasPkexec: boolean;
  /** sudo, wheel or admin is among the user's groups. */
  readonly isAdministrator: boolean;
}
