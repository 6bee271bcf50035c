import type { PlanId } from '../plan';
import { type Change, type JournalEntry, resourceOf } from './journal';

/** A change that stands, with the plan that made it. */
export interface StandingChange {
  readonly entry: PlanId;
  readonly change: Change;
}

/** What an undo is about: the changes of one thing that are to go, the oldest first; there is at least one. */
export interface Undoing {
  readonly resource: string;
  readonly changes: readonly StandingChange[];
}

/**
 * The changes of the journal that have not been undone, by what they are about; each list in the order in which they
 * were made. `entries` may come in any order: their times and ids sort them.
 */
export function standingChanges(entries: readonly JournalEntry[]): ReadonlyMap<string, readonly StandingChange[]> {
  const chains = new Map<string, readonly StandingChange[]>();
  for (const entry of inOrder(entries)) {
    for (const change of entry.changes) {
      const resource = resourceOf(change);
      chains.set(resource, [...(chains.get(resource) ?? []), { entry: entry.id, change }]);
    }
    for (const resource of entry.restored) {
      const left = (chains.get(resource) ?? []).filter(({ entry: made }) => !entry.undoes.includes(made));
      chains.set(resource, left);
    }
  }
  return new Map([...chains].filter(([, chain]) => chain.length > 0));
}

/** The newest plan that changed this file and still stands; null where none does. */
export function planBehind(entries: readonly JournalEntry[], file: string): PlanId | null {
  return standingChanges(entries).get(`file ${file}`)?.at(-1)?.entry ?? null;
}

/** The oldest first. */
export function inOrder(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  return [...entries].sort((a, b) => Date.parse(a.time) - Date.parse(b.time) || a.number - b.number);
}

/** The plans that still have changes to undo, the newest first. */
export function undoableEntries(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const standing = new Set([...standingChanges(entries).values()].flat().map(({ entry }) => entry));
  return inOrder(entries)
    .filter(({ id }) => standing.has(id))
    .reverse();
}
