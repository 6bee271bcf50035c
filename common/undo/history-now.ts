import { directoryAt } from '../mount-point';
import { poolOf } from '../sizing';
import { inOrder } from './changes-left';
import { type Change, type FileChange, type JournalEntry, resourceOf } from './journal';
import { copyKey, type UndoFacts } from './undo-facts';

/**
 * What has become of one change. `later-plan`: a later plan or undo of ours changed the same thing again. `since-boot`:
 * a restart came between. `changed`: somebody else did it. `unknown`: this person may not look.
 */
export type NowState = 'as-set' | 'as-before' | 'later-plan' | 'since-boot' | 'changed' | 'gone' | 'unknown';

export interface Now {
  readonly state: NowState;
  /** Of a pool. */
  readonly pages: number | null;
}

/** What is so now of a change that an entry made. */
export function nowOf(change: Change, entry: JournalEntry, facts: UndoFacts): Now {
  const pages = change.kind === 'pool' ? (poolOf(facts.host, change.pageKiB)?.persistentPages ?? 0) : null;
  const seen = seenOf(change, entry, facts);
  if (seen !== 'changed') return { state: seen, pages };
  if (isChangedLater(change, entry, facts.entries)) return { state: 'later-plan', pages };
  const isSinceBoot = change.kind === 'pool' && entry.boot !== null && entry.boot !== facts.boot;
  return { state: isSinceBoot ? 'since-boot' : 'changed', pages };
}

/** By the machine alone, whoever made it so. */
function seenOf(change: Change, entry: JournalEntry, facts: UndoFacts): NowState {
  const { host, owners } = facts;
  switch (change.kind) {
    case 'group':
      return host.group.gid === null ? 'as-before' : 'as-set';
    case 'membership':
      return host.group.members.includes(change.user) ? 'as-set' : 'as-before';
    case 'mount': {
      const { isHugetlbfs } = directoryAt(host, change.path);
      if (change.how === 'mounted') return isHugetlbfs ? 'as-set' : 'as-before';
      const now = owners.get(change.path);
      if (!isHugetlbfs || now === undefined) return 'gone';
      return now === change.new ? 'as-set' : now === change.old ? 'as-before' : 'changed';
    }
    case 'pool': {
      const nowPages = poolOf(host, change.pageKiB)?.persistentPages ?? 0;
      if (nowPages === (change.gotPages ?? change.toPages)) return 'as-set';
      return nowPages === change.fromPages ? 'as-before' : 'changed';
    }
    case 'sysctl':
    case 'fstab':
    case 'script':
      return seenOfFile(change, entry, facts);
  }
}

function seenOfFile(
  { copy, file, newSha256, oldSha256 }: FileChange,
  { id }: JournalEntry,
  facts: UndoFacts,
): NowState {
  const now = facts.files.get(file) ?? { kind: 'missing' };
  if (now.kind === 'missing') return copy === null ? 'as-before' : 'gone';
  if (now.kind === 'unreadable') return 'unknown';
  if (now.kind === 'symlink') return 'changed';
  if (now.sha256 === newSha256) return 'as-set';
  const then = copy === null ? undefined : facts.copies.get(copyKey(id, copy));
  const thenSha256 = then?.kind === 'file' ? then.sha256 : oldSha256;
  return now.sha256 === thenSha256 ? 'as-before' : 'changed';
}

function isChangedLater(change: Change, entry: JournalEntry, entries: readonly JournalEntry[]): boolean {
  const resource = resourceOf(change);
  const ordered = inOrder(entries);
  const later = ordered.slice(ordered.findIndex(({ id }) => id === entry.id) + 1);
  return later.some(
    ({ changes, restored }) => restored.includes(resource) || changes.some((one) => resourceOf(one) === resource),
  );
}
