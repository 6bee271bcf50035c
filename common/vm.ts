/** A running QEMU process, as /proc shows it to this user. */
export interface VmProcess {
  readonly pid: number;
  /** From `-name`, else the program's name. */
  readonly name: string;
  readonly program: string;
  /** `-m` by QEMU's own grammar; QEMU's default of 128 MiB where none is given; null where it cannot be read. */
  readonly guestKiB: number | null;
  /** `HugetlbPages:` of /proc/PID/status; null where the kernel does not show it. */
  readonly hugetlbKiB: number | null;
  /** Page size of the mount its memory comes from, where that can be told. */
  readonly pageKiB: number | null;
  /** How its command line asks for guest memory. */
  readonly backing: VmBacking;
}

export type VmBacking =
  | { readonly kind: 'ordinary' }
  | { readonly kind: 'mem-path'; readonly path: string; readonly isHugetlbfs: boolean }
  | { readonly kind: 'file-object'; readonly path: string; readonly isHugetlbfs: boolean }
  | { readonly kind: 'memfd'; readonly isHugetlb: boolean };

/** Does this VM use huge pages? With the arithmetic that says so; all counts in pages of `pageKiB`. */
export interface Verdict {
  readonly pid: number;
  readonly name: string;
  readonly kind: 'all' | 'partly' | 'none' | 'unknown';
  readonly pageKiB: number;
  readonly guestKiB: number | null;
  readonly neededPages: number | null;
  readonly inUsePages: number;
  /** Reserved at start, taken when the guest first touches them. */
  readonly promisedPages: number;
  /** Why not, where the command line tells it. */
  readonly reason: VerdictReason | null;
}

export type VerdictReason =
  | 'no-option'
  | 'path-not-hugetlbfs'
  | 'memory-size-unreadable'
  | 'counter-unreadable'
  | 'promises-shared-by-several'
  | 'ordinary-memory-besides';

/** QEMU names a file or a folder for the guest's memory. */
export function namesPath({ kind }: VmBacking): boolean {
  return kind === 'mem-path' || kind === 'file-object';
}

/** The guest's memory lies on huge pages, as far as its backing tells. */
export function isOnHugePages(backing: VmBacking): boolean {
  switch (backing.kind) {
    case 'ordinary':
      return false;
    case 'memfd':
      return backing.isHugetlb;
    case 'mem-path':
    case 'file-object':
      return backing.isHugetlbfs;
  }
}
