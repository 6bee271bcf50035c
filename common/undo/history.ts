import type { RunFacts } from '../snapshot';
import { changedOutside, type OutsideChange } from './changed-outside';
import { inOrder, undoableEntries } from './changes-left';
import { type Now, nowOf } from './history-now';
import type { Change, JournalEntry } from './journal';
import type { UndoFacts } from './undo-facts';

/** Everything the journal tells: what was changed on this machine, and what is so now. */
export interface History {
  /** The newest first. */
  readonly rows: readonly HistoryRow[];
  /** Folders of the journal that hold no entry this program can read. */
  readonly unreadable: readonly string[];
  readonly outside: readonly OutsideChange[];
}

export interface HistoryRow {
  readonly entry: JournalEntry;
  readonly state: EntryState;
  /** Something of it still stands, and it is not at work. */
  readonly canUndo: boolean;
  readonly changes: readonly ChangeThenAndNow[];
}

export interface ChangeThenAndNow {
  readonly change: Change;
  readonly now: Now;
}

/**
 * `stands`: it can be undone. `cut-off`: it too, but it was killed half-way. `failed`: it took back by itself what it had
 * done. `undone`: nothing of it is left. `undo`: it undid others; `undo-cut-off`: it was to, and did not get to its end.
 */
export type EntryState = 'running' | 'stands' | 'cut-off' | 'failed' | 'undone' | 'undo' | 'undo-cut-off';

/** The entries of the journal with what has become of each. */
export function historyOf(facts: UndoFacts): History {
  const undoable = new Set(undoableEntries(facts.entries).map(({ id }) => id));
  const newestFirst = [...inOrder(facts.entries)].reverse();
  return {
    rows: newestFirst.map((entry) => {
      const state = stateOf(entry, undoable.has(entry.id), facts.host.run);
      return {
        entry,
        state,
        canUndo: undoable.has(entry.id) && state !== 'running',
        changes: entry.changes.map((change) => ({ change, now: nowOf(change, entry, facts) })),
      };
    }),
    unreadable: facts.unreadable,
    outside: changedOutside(facts.entries, facts.boot, facts.host),
  };
}

function stateOf({ changes, end, id, undoes }: JournalEntry, isUndoable: boolean, run: RunFacts | null): EntryState {
  if (end === null && run?.isRunning === true && run.planId === id) return 'running';
  if (undoes.length > 0) return end === 'applied' || end === 'short' ? 'undo' : 'undo-cut-off';
  if (isUndoable) return end === null ? 'cut-off' : 'stands';
  return end === 'failed' && changes.length === 0 ? 'failed' : 'undone';
}
