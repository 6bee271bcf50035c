import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import '../../../common/text/history-texts';
import type { UndoEnd } from '../../../common/undo/prepare-undo';
import UndoEndPanel from '../../../renderer/src/history/UndoEndPanel.svelte';
import { DECLINED_END, KEPT, OWN_SCRIPT, preparedUndo, undoneEnd } from '../../fakes/history';
import { freshHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

async function show(end: UndoEnd, undo = preparedUndo()): Promise<void> {
  const { guide } = await guideOn(freshHost);
  render(UndoEndPanel, { guide, undo, end });
}

const report = {
  planId: null,
  steps: [],
  end: 'failed',
  failure: null,
  gotPages: null,
  shortBy: null,
  phase: null,
} as const;
const conflict: UndoEnd = {
  outcome: null,
  scripts: [{ path: OWN_SCRIPT, outcome: { kind: 'conflict', parts: [] } }],
};

describe('UndoEndPanel', () => {
  it.each<[string, UndoEnd, RegExp, readonly string[]]>([
    ['undone', undoneEnd(preparedUndo()), /^Undone\. The machine is as it was/, []],
    ['short', undoneEnd(preparedUndo(), 'short'), /^Undone, but the kernel gave fewer/, ['Look again']],
    ['differs', undoneEnd(preparedUndo(), 'differs'), /^Undone, but the machine is not/, ['Look again']],
    ['declined', DECLINED_END, /^The password dialog was closed/, ['Ask again', 'Look again']],
    ['busy', { outcome: { kind: 'busy' }, scripts: [] }, /^Another run is at work/, ['Look again']],
    ['out of date', { outcome: { kind: 'unknown-plan' }, scripts: [] }, /^This undo is out of date/, ['Look again']],
    ['failed', { outcome: { kind: 'failed', report }, scripts: [] }, /^It did not work/, ['Look again']],
    ['scripts alone', { outcome: null, scripts: [] }, /^Your start scripts are as they were/, []],
    ['a script that could not be put back', conflict, /^Not every start script/, ['Look again']],
  ])('says how it ended and what can be done: %s', async (_words, end, title, buttons) => {
    await show(end);
    expect(screen.getByText(title)).toBeInTheDocument();
    expect(screen.queryAllByRole('button').map((button) => button.textContent)).toEqual(buttons);
    expect(screen.getByRole('group')).toHaveFocus();
  });

  it('says again what stays as it is, and why', async () => {
    const undo = preparedUndo(KEPT);
    const checks = undoneEnd(preparedUndo()).outcome;
    const partly = { ...undoneEnd(undo, 'partly'), outcome: checks };
    await show(partly, undo);
    expect(screen.getByText(/somebody has made that 1,024 since/)).toBeInTheDocument();
  });
});
