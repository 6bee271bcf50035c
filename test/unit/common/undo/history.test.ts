import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../../common/undo/history';
import type { JournalEntry } from '../../../../common/undo/journal';
import { desktopWithPool } from '../../../fakes/host';
import { entry, FIRST, poolChange, SECOND, THIRD, undoFacts } from '../../../fakes/undo';

function statesOf(...entries: readonly JournalEntry[]): readonly string[] {
  return historyOf(undoFacts({ entries })).rows.map(({ canUndo, state }) => `${state}${canUndo ? ' ↶' : ''}`);
}

const first = entry(FIRST, [poolChange(0, 10)]);
const second = entry(SECOND, [poolChange(10, 20)]);
const undo = entry(THIRD, [], { undoes: [SECOND], restored: ['pool 2048'] });

describe('historyOf', () => {
  it('lists the entries newest first, each with what it changed and what is so now', () => {
    const { rows } = historyOf(undoFacts({ entries: [first, second], host: desktopWithPool(20) }));
    expect(rows.map(({ entry: { id } }) => id)).toEqual([SECOND, FIRST]);
    expect(rows[0]?.changes).toEqual([{ change: second.changes[0], now: { state: 'as-set', pages: 20 } }]);
    expect(rows[1]?.changes[0]?.now).toEqual({ state: 'later-plan', pages: 20 });
  });
  it('says what has become of each', () => {
    expect(statesOf(first, second, undo)).toEqual(['undo', 'undone', 'stands ↶']);
    expect(statesOf({ ...first, end: null })).toEqual(['cut-off ↶']);
    expect(statesOf(entry(FIRST, [], { end: 'failed' }))).toEqual(['failed']);
    expect(statesOf(second, { ...undo, end: null, restored: [] })).toEqual(['undo-cut-off', 'stands ↶']);
  });
  it('takes a run that is at work for one, not for one that was cut off', () => {
    const running = { ...first, end: null };
    const host = { ...desktopWithPool(0), run: { planId: FIRST, isRunning: true, hasEnded: false } };
    const { rows } = historyOf(undoFacts({ entries: [running], host }));
    expect(rows).toMatchObject([{ state: 'running', canUndo: false }]);
  });
  it('tells of pools that were changed outside, and of folders that cannot be read', () => {
    const facts = undoFacts({ entries: [first], host: desktopWithPool(7), unreadable: ['/var/lib/x'] });
    expect(historyOf(facts)).toMatchObject({ unreadable: ['/var/lib/x'], outside: [{ setPages: 10, nowPages: 7 }] });
  });
});
