import { describe, expect, it } from 'vitest';
import type { UndoPreview } from '../../../common/undo/prepare-undo';
import { CoreLine } from '../../../renderer/src/state/core-line.svelte';
import { Undoing } from '../../../renderer/src/state/undoing.svelte';
import { type Answers, fakeBridge } from '../../fakes/bridge';
import { DECLINED_END, historyReading, KEPT, preparedUndo, undoneEnd, undoPreview } from '../../fakes/history';
import { PLAN_ID } from '../../fakes/plan';

const ALL = { kind: 'all' } as const;
const report = { planId: PLAN_ID, steps: [], end: 'applied', failure: null, gotPages: null } as const;

function undoingOn(answers: Answers) {
  const fake = fakeBridge({ readHistory: () => historyReading(), readRun: () => null, ...answers });
  return { ...fake, undoing: new Undoing(fake.bridge, new CoreLine()) };
}

describe('Undoing', () => {
  it('keeps an undo on screen while a new one would say the same, and replaces it when not', async () => {
    let preview: UndoPreview = undoPreview();
    const { undoing } = undoingOn({ previewUndo: () => preview });
    undoing.open(ALL);
    await undoing.refresh();
    const shown = undoing.preview;
    preview = { kind: 'prepared', undo: { ...preparedUndo(), id: '20261123T101500Z-00000099' } };
    await undoing.refresh();
    expect(undoing.preview).toBe(shown);
    preview = undoPreview(KEPT);
    await undoing.refresh();
    expect(undoing.preview).toEqual(preview);
  });

  it('asks for nothing while the list is looked at', async () => {
    const { undoing, calls } = undoingOn({});
    await undoing.refresh();
    await undoing.start();
    expect(calls).toEqual([]);
  });

  it('drops an answer to what is no longer asked', async () => {
    let answer: (preview: UndoPreview) => void = () => undefined;
    const { undoing } = undoingOn({ previewUndo: () => new Promise<UndoPreview>((resolve) => (answer = resolve)) });
    undoing.open(ALL);
    const asked = undoing.refresh();
    await Promise.resolve();
    undoing.open(null);
    answer(undoPreview());
    await asked;
    expect(undoing.preview).toBeNull();
  });

  it('does what is on screen, keeps what it came to, and reads the list again', async () => {
    const end = undoneEnd(preparedUndo());
    const { undoing, calls } = undoingOn({ previewUndo: () => undoPreview(), applyUndo: () => end });
    undoing.open(ALL);
    await undoing.refresh();
    await undoing.start();
    expect(undoing.end).toEqual(end);
    expect(calls).toContainEqual(['applyUndo', PLAN_ID]);
    expect(calls.at(-1)).toEqual(['readHistory']);
    const asked = calls.length;
    await undoing.refresh();
    expect(calls).toHaveLength(asked);
  });

  it('takes the end of a text that was run by hand for its own, once it has ended', async () => {
    let run: unknown = { report: { ...report, end: null }, isRunning: true, pagesNow: 0, toPages: 0 };
    const end = undoneEnd(preparedUndo());
    const { undoing } = undoingOn({ readRun: () => run, judgeUndo: () => end });
    undoing.end = DECLINED_END;
    await undoing.followByHand(preparedUndo());
    expect(undoing.end).toEqual(DECLINED_END);
    run = { report, isRunning: false, pagesNow: 0, toPages: 0 };
    await undoing.followByHand(preparedUndo());
    expect(undoing.end).toEqual(end);
  });
});
