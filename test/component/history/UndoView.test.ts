import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { RunProgress } from '../../../common/contract';
import type { UndoEnd, UndoPreview } from '../../../common/undo/prepare-undo';
import History from '../../../renderer/src/history/History.svelte';
import type { Guide } from '../../../renderer/src/state/guide.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import { DECLINED_END, historyReading, preparedUndo, undoneEnd, undoPreview } from '../../fakes/history';
import { freshHost } from '../../fakes/machine';
import { PLAN_ID } from '../../fakes/plan';
import { FIRST, undoFacts, undoResult } from '../../fakes/undo';
import { guideOn } from '../guide-on';

interface Opened {
  readonly guide: Guide;
  readonly calls: readonly (readonly [string, ...unknown[]])[];
  readonly finish: (end: UndoEnd) => void;
  readonly show: (run: RunProgress | null) => void;
  readonly judge: (end: UndoEnd) => void;
}

/** The History page at the undo of the one plan, with the core's answers in the test's hand. */
async function open(preview: UndoPreview = undoPreview()): Promise<Opened> {
  let run: RunProgress | null = null;
  let judged: UndoEnd | null = null;
  let finish: (end: UndoEnd) => void = () => undefined;
  const { guide, calls } = await guideOn(freshHost, {
    readHistory: () => historyReading(),
    previewUndo: () => preview,
    readRun: () => run,
    judgeUndo: () => judged,
    applyUndo: () => new Promise<UndoEnd>((resolve) => (finish = resolve)),
  });
  guide.openUndo({ kind: 'entry', id: FIRST });
  render(History, { guide });
  return {
    guide,
    calls,
    finish: (end) => {
      finish(end);
    },
    show: (next) => (run = next),
    judge: (end) => (judged = end),
  };
}

async function press(name: string): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name }));
}

describe('an undo on the History page', () => {
  it('is shown under the time of its plan, done with one click, and compared point by point', async () => {
    const { calls, finish } = await open();
    expect(
      await screen.findByRole('heading', { level: 1, name: /^Undo what was changed on Nov 1, 2026/ }),
    ).toHaveFocus();
    await press('Undo it now');
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuetext', 'Waiting for your password…');
    expect(screen.queryByRole('button', { name: 'Back to History' })).not.toBeInTheDocument();
    finish(undoneEnd(preparedUndo()));
    expect(await screen.findByRole('group', { name: /^Undone\. The machine is as it was/ })).toHaveFocus();
    expect(screen.getByText('/etc/fstab: the same bytes as before')).toBeInTheDocument();
    expect(calls).toContainEqual(['applyUndo', PLAN_ID]);
    expect(calls.filter(([name]) => name === 'readHistory').length).toBeGreaterThan(1);
  });

  it('follows the run, step by step', async () => {
    const { finish, show } = await open();
    await press('Undo it now');
    const report = {
      planId: PLAN_ID,
      steps: [{ kind: 'fstab', progress: 'running' } as const],
      end: null,
      failure: null,
      gotPages: null,
      shortBy: null,
      phase: null,
    };
    show({ report, isRunning: true, pagesNow: 2_050, toPages: 0 });
    expect(await screen.findByText('at work')).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('Put /etc/fstab back');
    finish(DECLINED_END);
    await screen.findByRole('group');
  });

  it('can be asked for again after the dialog was closed, and left', async () => {
    const { guide, finish } = await open();
    await press('Undo it now');
    finish(DECLINED_END);
    await press('Ask again');
    finish(DECLINED_END);
    await press('Back to History');
    expect(guide.undoing.wish).toBeNull();
    expect(await screen.findByRole('heading', { level: 1, name: 'What was changed on this machine' })).toHaveFocus();
  });

  it('is worked out anew where it did not get through', async () => {
    const { finish } = await open();
    await press('Undo it now');
    finish({ outcome: { kind: 'busy' }, scripts: [] });
    await press('Look again');
    expect(await screen.findByRole('button', { name: 'Undo it now' })).toBeInTheDocument();
  });

  it('offers the text to run by hand when no root could be had, and notices when it has run', async () => {
    const { finish, show, judge } = await open();
    await press('Undo it now');
    finish({ outcome: { kind: 'not-elevated', elevation: { kind: 'no-pkexec' } }, scripts: [] });
    expect(await screen.findByText('sudo sh')).toBeInTheDocument();
    judge(undoneEnd(preparedUndo()));
    const report = {
      planId: PLAN_ID,
      steps: [],
      end: 'applied',
      failure: null,
      gotPages: null,
      shortBy: null,
      phase: null,
    } as const;
    show({ report, isRunning: false, pagesNow: 0, toPages: 0 });
    expect(await screen.findByRole('group', { name: /^Undone/ })).toBeInTheDocument();
    expect(screen.queryByText('sudo sh')).not.toBeInTheDocument();
  });

  it('says why nothing can be undone', async () => {
    const refused = undoResult(undoFacts({ entries: [] }));
    if (refused.kind === 'plan') throw new Error('there is a plan');
    await open(refused);
    expect(await screen.findByText(/^There is nothing to undo/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Undo it now' })).not.toBeInTheDocument();
  });

  it('speaks Chinese', async () => {
    language.wish = 'zh-CN';
    await open();
    expect(await screen.findByRole('button', { name: '立即撤销' })).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(/^撤销 2026年11月1日/);
  });
});
