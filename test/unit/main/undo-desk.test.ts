import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { UndoOutcome } from '../../../common/undo/judge-undo';
import { makeUndo, type UndoWish } from '../../../common/undo/make-undo';
import type { PreparedUndo } from '../../../common/undo/prepare-undo';
import type { UndoFacts } from '../../../common/undo/undo-facts';
import { OneRun } from '../../../main/one-run';
import { UndoDesk } from '../../../main/undo-desk';
import { PLAN_ID } from '../../fakes/plan';
import { FIRST, sha256Of, undoFacts, undoneFacts } from '../../fakes/undo';

const main = vi.hoisted(() => ({ applyUndo: vi.fn(), readRun: vi.fn(), readUndoFacts: vi.fn() }));
vi.mock('../../../main/journal', () => ({ readUndoFacts: main.readUndoFacts }));
vi.mock('../../../main/run-progress', () => ({ readRun: main.readRun }));
vi.mock('../../../main/undo', () => ({
  applyUndo: main.applyUndo,
  planUndo: (facts: UndoFacts, wish: UndoWish, id: string) => makeUndo(facts, wish, id, sha256Of),
}));

const report = {
  planId: PLAN_ID,
  steps: [],
  end: 'applied',
  failure: null,
  gotPages: null,
  shortBy: null,
  phase: null,
} as const;
const UNDONE: UndoOutcome = { kind: 'undone', report, checks: [] };
const MINE = '/home/ming/vm.sh';

let reverted: string[] = [];
let run = new OneRun();

function desk(): UndoDesk {
  return new UndoDesk(
    {
      patched: () => [MINE],
      revertPatched: (path) => {
        reverted.push(path);
        return { kind: 'reverted', how: 'whole' };
      },
    },
    run,
  );
}

function shown(undos: UndoDesk, wish: UndoWish = { kind: 'all' }): PreparedUndo {
  const preview = undos.preview(wish, PLAN_ID);
  if (preview.kind === 'refused') throw new Error('refused');
  return preview.undo;
}

beforeEach(() => {
  vi.resetAllMocks();
  reverted = [];
  run = new OneRun();
  main.readUndoFacts.mockReturnValue(undoFacts());
});

describe('UndoDesk', () => {
  it('shows one’s own scripts with everything, and not with a single plan', () => {
    expect(shown(desk()).scripts).toEqual([MINE]);
    expect(shown(desk(), { kind: 'entry', id: FIRST }).scripts).toEqual([]);
  });
  it('gives out the text that it showed, and no other', () => {
    const undos = desk();
    const { rootText } = shown(undos);
    expect(rootText).toContain('restore_pool');
    expect(undos.rootText(PLAN_ID)).toBe(rootText);
    expect(desk().rootText(PLAN_ID)).toBeNull();
  });
  it('does what was shown, though the machine has changed since', async () => {
    const undos = desk();
    const { plan, rootText } = shown(undos);
    main.readUndoFacts.mockReturnValue(undoneFacts());
    main.applyUndo.mockResolvedValue(UNDONE);
    expect(await undos.apply(PLAN_ID)).toMatchObject({ outcome: UNDONE, scripts: [{ path: MINE }] });
    expect(main.applyUndo.mock.calls).toEqual([[plan, rootText]]);
    expect(reverted).toEqual([MINE]);
  });
  it('does nothing that was never shown, or was refused', async () => {
    const undos = desk();
    expect(await undos.apply(PLAN_ID)).toEqual({ outcome: { kind: 'unknown-plan' }, scripts: [] });
    main.readUndoFacts.mockReturnValue(undoFacts({ entries: [] }));
    expect(undos.preview({ kind: 'entry', id: FIRST }, PLAN_ID).kind).toBe('refused');
    expect(await undos.apply(PLAN_ID)).toEqual({ outcome: { kind: 'unknown-plan' }, scripts: [] });
    expect(main.applyUndo).not.toHaveBeenCalled();
  });
  it('is busy while another run is at work', async () => {
    const undos = desk();
    shown(undos);
    let finish: () => void = () => undefined;
    const other = run.of(
      () =>
        new Promise<null>(
          (resolve) =>
            (finish = () => {
              resolve(null);
            }),
        ),
      null,
    );
    expect(await undos.apply(PLAN_ID)).toEqual({ outcome: { kind: 'busy' }, scripts: [] });
    finish();
    await other;
    expect([main.applyUndo.mock.calls, reverted]).toEqual([[], []]);
  });
  it('judges a text that was run by hand once it has ended, and then takes the scripts back', async () => {
    const undos = desk();
    shown(undos);
    main.readRun.mockReturnValue({ report: { ...report, end: null } });
    expect(await undos.judge(PLAN_ID)).toBeNull();
    main.readRun.mockReturnValue({ report: { ...report, planId: 'another' } });
    expect(await undos.judge(PLAN_ID)).toBeNull();
    expect(reverted).toEqual([]);
    main.readRun.mockReturnValue({ report });
    main.readUndoFacts.mockReturnValue(undoneFacts());
    expect(await undos.judge(PLAN_ID)).toMatchObject({ outcome: { kind: 'undone' }, scripts: [{ path: MINE }] });
    expect(main.applyUndo).not.toHaveBeenCalled();
  });
});
