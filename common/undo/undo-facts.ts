import type { HostSnapshot } from '../snapshot';
import type { JournalEntry, Ownership } from './journal';

/** What an undo is planned from: the journal, and the machine as it is now. Read by main/journal.ts. */
export interface UndoFacts {
  readonly entries: readonly JournalEntry[];
  /** Folders of the journal that hold no entry this program can read. */
  readonly unreadable: readonly string[];
  readonly host: HostSnapshot;
  /** Each file that an entry changed, as it is now, by its path. */
  readonly files: ReadonlyMap<string, FileNow>;
  /** Each copy that an entry kept, by `copyKey`. */
  readonly copies: ReadonlyMap<string, FileNow>;
  /** Files that a run which was killed left beside those it changed. */
  readonly leftovers: ReadonlySet<string>;
  /** Owner and mode of each mount point that an entry changed; absent where there is none. */
  readonly owners: ReadonlyMap<string, Ownership>;
  readonly boot: string | null;
  /** Accounts whose primary group is the group kvm: groupdel refuses then. */
  readonly accountsInGroup: readonly string[];
  /** Group of /dev/kvm; null where there is no such device. */
  readonly kvmDeviceGid: number | null;
}

export type FileNow =
  | { readonly kind: 'missing' }
  /** The text is read as Latin-1, so that no byte is lost. */
  | { readonly kind: 'file'; readonly text: string; readonly sha256: string }
  /** For this person; root may read it. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'symlink' };

export function copyKey(entry: string, name: string): string {
  return `${entry}/${name}`;
}
