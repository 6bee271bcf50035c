import { describe, expect, it } from 'vitest';
import type { UndoOutcome } from '../../../common/undo/judge-undo';
import { carryOutUndo } from '../../../main/carry-out-undo';
import { PLAN_ID } from '../../fakes/plan';
import { undoFor } from '../../fakes/undo';

const report = {
  planId: null,
  steps: [],
  end: 'applied',
  failure: null,
  gotPages: null,
  shortBy: null,
  phase: null,
} as const;
const UNDONE: UndoOutcome = { kind: 'undone', report, checks: [] };
const scripts = ['/home/ming/vm.sh'];

/** What was done, in order. */
function effects(outcome: UndoOutcome) {
  const done: string[] = [];
  return {
    done,
    applyUndo: (_: unknown, rootText: string) => {
      done.push(rootText);
      return Promise.resolve(outcome);
    },
    revertScript: (path: string) => {
      done.push(path);
      return { kind: 'reverted', how: 'whole' } as const;
    },
  };
}

describe('carryOutUndo', () => {
  it('does root’s part first, then the scripts', async () => {
    const { done, ...how } = effects(UNDONE);
    const end = await carryOutUndo({ id: PLAN_ID, plan: undoFor(), rootText: 'text', scripts }, how);
    expect(done).toEqual(['text', ...scripts]);
    expect(end).toEqual({
      outcome: UNDONE,
      scripts: [{ path: scripts[0], outcome: { kind: 'reverted', how: 'whole' } }],
    });
  });
  it('leaves the scripts alone where root’s part was not done', async () => {
    const { done, ...how } = effects({ kind: 'not-elevated', elevation: { kind: 'declined' } });
    const end = await carryOutUndo({ id: PLAN_ID, plan: undoFor(), rootText: 'text', scripts }, how);
    expect([done, end.scripts]).toEqual([['text'], []]);
  });
  it('asks for no root where there is nothing for it to do', async () => {
    const { done, ...how } = effects(UNDONE);
    expect(await carryOutUndo({ id: PLAN_ID, plan: null, rootText: '', scripts }, how)).toMatchObject({
      outcome: null,
    });
    expect(done).toEqual(scripts);
  });
});
