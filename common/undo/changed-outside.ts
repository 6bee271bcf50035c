import { poolOf } from '../sizing';
import type { HostSnapshot } from '../snapshot';
import { inOrder, type StandingChange, standingChanges } from './changes-left';
import { type JournalEntry, resourceOf } from './journal';

/** A pool that has another size than the last plan gave it, although the machine was not restarted since. */
export interface OutsideChange {
  readonly pageKiB: number;
  /** What the last plan, or an undo that left an older plan standing, made of it. */
  readonly setPages: number;
  readonly nowPages: number;
}

/**
 * The pools that somebody else changed since. Only where it is certain: not after a restart, which sets pools by other
 * rules, and not where the last run did not get to write down what it came to.
 */
export function changedOutside(
  entries: readonly JournalEntry[],
  boot: string | null,
  host: HostSnapshot,
): readonly OutsideChange[] {
  return [...standingChanges(entries)].flatMap(([resource, chain]) => {
    const change = chain.at(-1)?.change;
    if (change?.kind !== 'pool') return [];
    const last = lastAbout(resource, entries);
    const setPages = last?.boot === boot && boot !== null ? setBy(last, resource, chain, entries) : null;
    const { pageKiB } = change;
    const nowPages = poolOf(host, pageKiB)?.persistentPages ?? 0;
    return setPages === null || setPages === nowPages ? [] : [{ pageKiB, setPages, nowPages }];
  });
}

/** The last run that changed a thing or put it back. */
function lastAbout(resource: string, entries: readonly JournalEntry[]): JournalEntry | undefined {
  return inOrder(entries).findLast(
    ({ changes, restored }) => restored.includes(resource) || changes.some((one) => resourceOf(one) === resource),
  );
}

function setBy(
  last: JournalEntry,
  resource: string,
  chain: readonly StandingChange[],
  entries: readonly JournalEntry[],
): number | null {
  if (last.undoes.length === 0) {
    const change = chain.at(-1)?.change;
    return change?.kind === 'pool' ? change.gotPages : null;
  }
  if (last.end !== 'applied') return null;
  // An undo puts back what was there before the oldest plan that it undoes.
  const undone = inOrder(entries).filter(({ id }) => last.undoes.includes(id));
  const first = undone.flatMap(({ changes }) => changes).find((one) => resourceOf(one) === resource);
  return first?.kind === 'pool' ? first.fromPages : null;
}
