import { describe, expect, it } from 'vitest';
import type { UndoOutcome } from '../../../../common/undo/judge-undo';
import { isIdleUndo, isWholeEnd, keepsSomething, prepareUndo } from '../../../../common/undo/prepare-undo';
import type { UndoResult } from '../../../../common/undo/undo-plan';
import { renderUndoScript } from '../../../../common/undo/undo-script';
import { desktopWithPool } from '../../../fakes/host';
import { PLAN_ID } from '../../../fakes/plan';
import { entry, FIRST, poolChange, undoFacts, undoFor, undoneFacts, undoResult } from '../../../fakes/undo';

const MINE = ['/home/ming/vm.sh'];
const prepared = (result: UndoResult, scripts: readonly string[] = []) => {
  const preview = prepareUndo(PLAN_ID, result, scripts);
  if (preview.kind === 'refused') throw new Error('refused');
  return preview.undo;
};

describe('prepareUndo', () => {
  it('is the plan, its text and the scripts', () => {
    const plan = undoFor();
    const undo = prepared({ kind: 'plan', plan }, MINE);
    expect(undo).toEqual({ id: PLAN_ID, plan, rootText: renderUndoScript(plan), scripts: MINE });
  });
  it('is the scripts alone where no plan is left', () => {
    const nothing = undoResult(undoFacts({ entries: [] }));
    expect(prepared(nothing, MINE)).toEqual({ id: PLAN_ID, plan: null, rootText: '', scripts: MINE });
    expect(prepareUndo(PLAN_ID, nothing, [])).toEqual(nothing);
  });
  it('is refused, scripts or not, for any other reason', () => {
    const unreadable = undoResult(undoFacts({ entries: [], unreadable: ['/var/lib/x'] }));
    expect(prepareUndo(PLAN_ID, unreadable, MINE)).toEqual(unreadable);
  });
});

describe('an undo', () => {
  it('is idle where all is as it was and no script is to be put back', () => {
    const asItWas: UndoResult = { kind: 'plan', plan: undoFor(undoneFacts()) };
    expect(isIdleUndo(prepared(asItWas))).toBe(true);
    expect(isIdleUndo(prepared(asItWas, MINE))).toBe(false);
    expect(isIdleUndo(prepared({ kind: 'plan', plan: undoFor() }))).toBe(false);
  });
  it('keeps what somebody has changed since', () => {
    const changed = undoFor(undoFacts({ entries: [entry(FIRST, [poolChange(0, 9)])], host: desktopWithPool(5) }));
    expect(keepsSomething(prepared({ kind: 'plan', plan: changed }))).toBe(true);
    expect(keepsSomething(prepared({ kind: 'plan', plan: undoFor() }))).toBe(false);
  });
});

describe('isWholeEnd', () => {
  const report = {
    planId: null,
    steps: [],
    end: 'applied',
    failure: null,
    gotPages: null,
    shortBy: null,
    phase: null,
  } as const;
  const undone: UndoOutcome = { kind: 'undone', report, checks: [] };
  const back = { path: '/vm.sh', outcome: { kind: 'reverted', how: 'whole' } } as const;
  it('asks for everything of root’s and every script', () => {
    expect(isWholeEnd({ outcome: undone, scripts: [back] })).toBe(true);
    expect(isWholeEnd({ outcome: null, scripts: [back] })).toBe(true);
    expect(isWholeEnd({ outcome: { kind: 'busy' }, scripts: [] })).toBe(false);
    expect(isWholeEnd({ outcome: undone, scripts: [{ ...back, outcome: { kind: 'not-patched' } }] })).toBe(false);
  });
});
