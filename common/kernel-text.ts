import { parseSysfsPageFolder } from './page-size';
import type { CpuFacts, MemoryFacts, TransparentMode } from './snapshot';

/** The kernel's MAX_NUMNODES at its largest (include/linux/numa.h). */
const MOST_NODES = 1_024;

/** The HugePages_* lines of /proc/meminfo: they speak of the default page size only. */
export interface HugePagesLines {
  readonly total: number;
  readonly free: number;
  readonly reserved: number;
  readonly surplus: number;
}

export interface MeminfoFacts {
  readonly memory: Omit<MemoryFacts, 'freeBlocks'>;
  /** `Hugepagesize:` in KiB. */
  readonly defaultPageKiB: number | null;
  /** Null where the kernel has no huge pages, or one of the four lines cannot be read. */
  readonly hugePages: HugePagesLines | null;
}

/** /proc/meminfo (proc_meminfo(5)): KiB, and pages for HugePages_*. What is not there is null. */
export function parseMeminfo(text: string): MeminfoFacts {
  const number = (label: string): number | null => parseCount(fieldOf(text, label)?.replace(/ kB$/, '') ?? '');
  const [total, free] = [number('HugePages_Total'), number('HugePages_Free')];
  const [reserved, surplus] = [number('HugePages_Rsvd'), number('HugePages_Surp')];
  const isWhole = total !== null && free !== null && reserved !== null && surplus !== null;
  const defaultPageKiB = number('Hugepagesize');
  return {
    memory: {
      totalKiB: number('MemTotal'),
      availableKiB: number('MemAvailable'),
      hugetlbKiB: number('Hugetlb'),
      anonHugeKiB: number('AnonHugePages'),
      pageTablesKiB: number('PageTables'),
    },
    defaultPageKiB: defaultPageKiB === 0 ? null : defaultPageKiB,
    hugePages: isWhole ? { total, free, reserved, surplus } : null,
  };
}

/** The first processor of /proc/cpuinfo; its first 4 KiB are enough. Flags are known on x86 only. */
export function parseCpu(text: string): CpuFacts {
  const flags = fieldOf(text, 'flags\t\t')?.split(' ');
  return {
    model: fieldOf(text, 'model name\t'),
    has2MiBPages: flags?.includes('pse') ?? null,
    has1GiBPages: flags?.includes('pdpe1gb') ?? null,
    virtualBits: flags?.includes('lm') === true ? (flags.includes('la57') ? 57 : 48) : null,
    tlbEntries: parseCount(/^(\d{1,6}) 4K pages$/.exec(fieldOf(text, 'TLB size\t') ?? '')?.[1] ?? ''),
  };
}

/**
 * /proc/buddyinfo (proc_buddyinfo(5)): free blocks by order, summed over all nodes and zones. Null where no line of it
 * can be read; zones with fewer orders than others count for those that they have.
 */
export function parseBuddyinfo(text: string): readonly number[] | null {
  const zones = text.split('\n').flatMap((line) => {
    const match = /^Node \d+, zone +\S+((?: +\d+)+) *$/.exec(line);
    return match?.[1] === undefined ? [] : [match[1].trim().split(/ +/).map(Number)];
  });
  const orders = Math.max(0, ...zones.map((zone) => zone.length));
  if (orders === 0) return null;
  const sums = Array.from({ length: orders }, (_, order) => zones.reduce((sum, zone) => sum + (zone[order] ?? 0), 0));
  return sums.every(Number.isSafeInteger) ? sums : null;
}

/** Does /proc/filesystems (proc_filesystems(5)) name this file system? */
export function hasFilesystem(text: string, name: string): boolean {
  return text.split('\n').some((line) => line.split('\t')[1] === name);
}

/** The bracketed word of /sys/kernel/mm/transparent_hugepage/enabled: `always [madvise] never`. */
export function parseTransparentMode(text: string): TransparentMode | null {
  const modes = ['always', 'madvise', 'never'] as const;
  return modes.find((mode) => text.includes(`[${mode}]`)) ?? null;
}

/** Page sizes in KiB from the names in /sys/kernel/mm/hugepages, smallest first. */
export function parsePageFolders(names: readonly string[]): readonly number[] {
  const sizes = names.map(parseSysfsPageFolder).filter((pageKiB) => pageKiB !== null);
  return sizes.filter((pageKiB) => pageKiB > 0).sort((a, b) => a - b);
}

/** A kernel list such as `0-1,4` (/sys/devices/system/node/online) as numbers; what is no list gives none. */
export function parseNodeList(text: string): readonly number[] {
  const nodes = new Set<number>();
  for (const range of text.trim().split(',')) {
    const match = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(range);
    if (!match) continue;
    const last = Math.min(Number(match[2] ?? match[1]), MOST_NODES - 1);
    for (let node = Number(match[1]); node <= last; node += 1) nodes.add(node);
  }
  return [...nodes].sort((a, b) => a - b);
}

/** A file that holds one whole number, as in sysfs; null where it holds something else. */
export function parseCount(text: string): number | null {
  const digits = text.trim();
  const count = /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
  return Number.isSafeInteger(count) ? count : null;
}

/** The value of a line `label: value`; null where there is no such line. */
export function fieldOf(text: string, label: string): string | null {
  const start = text.startsWith(`${label}:`) ? 0 : text.indexOf(`\n${label}:`) + 1;
  if (start === 0 && !text.startsWith(`${label}:`)) return null;
  const end = text.indexOf('\n', start);
  return text.slice(start + label.length + 1, end < 0 ? undefined : end).trim();
}
