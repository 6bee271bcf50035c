import type { PlanId } from '../plan';

/** One applied plan, as the root text wrote it down while it ran (`open_journal` and `keep` in root-library.ts). */
export interface JournalEntry {
  readonly id: PlanId;
  /** ISO 8601, UTC, to the second. */
  readonly time: string;
  /** How many entries there were with it: the order of those of one second. */
  readonly number: number;
  /** The boot that it ran in (/proc/sys/kernel/random/boot_id). */
  readonly boot: string | null;
  /** What it changed and did not take back by itself, in its order. */
  readonly changes: readonly Change[];
  /** Null where it was killed half-way. */
  readonly end: 'applied' | 'short' | 'failed' | null;
  /** The plans that this one undid; empty for a plan that sets up. */
  readonly undoes: readonly PlanId[];
  /** Of an undo: what it put back, by `resourceOf`. */
  readonly restored: readonly string[];
}

/** The owner and mode of a directory, as `stat -c '%u:%g %a'` prints them. */
export type Ownership = string;

/** One old value and the new one, as far as it was written down before the change. */
export type Change =
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'membership'; readonly group: string; readonly user: string }
  | { readonly kind: 'mount'; readonly how: 'mounted'; readonly path: string; readonly madeFolder: boolean }
  | {
      readonly kind: 'mount';
      readonly how: 'adjusted';
      readonly path: string;
      readonly old: Ownership;
      readonly new: Ownership;
    }
  | {
      readonly kind: 'pool';
      readonly pageKiB: number;
      readonly fromPages: number;
      readonly toPages: number;
      /** What the kernel gave; null where the run ended before that was known. */
      readonly gotPages: number | null;
    }
  | FileChange;

export interface FileChange {
  readonly kind: 'sysctl' | 'fstab' | 'script';
  readonly file: string;
  /** Name of the old file in the entry's folder; null where there was none. */
  readonly copy: string | null;
  /** Lower-case hexadecimal; null where the run ended before the new file was whole. */
  readonly newSha256: string | null;
  /** The line of our block; null for a script, and where the run ended before. */
  readonly line: string | null;
  /** The old script's, which may be readable for root alone; null for the files of /etc, which anybody can read. */
  readonly oldSha256: string | null;
  /** The folder was made for it. */
  readonly madeFolder: string | null;
}

/** What a change is about: two changes of the same thing belong to one chain. */
export function resourceOf(change: Change): string {
  switch (change.kind) {
    case 'group':
      return `group ${change.group}`;
    case 'membership':
      return `membership ${change.user}`;
    case 'mount':
      return `mount ${change.path}`;
    case 'pool':
      return `pool ${String(change.pageKiB)}`;
    case 'sysctl':
    case 'fstab':
    case 'script':
      return `file ${change.file}`;
  }
}
