import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { RunProgress } from '../../../common/contract';
import type { Elevation, Outcome, RunReport } from '../../../common/outcome';
import type { HostSnapshot } from '../../../common/snapshot';
import Apply from '../../../renderer/src/guide/Apply.svelte';
import type { Guide } from '../../../renderer/src/state/guide.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import { freshHost } from '../../fakes/machine';
import { guideOn, PLAN_ID, previewOn } from '../guide-on';
import { SHORTFALL } from '../../fakes/shortfall';

const REPORT: RunReport = {
  planId: PLAN_ID,
  steps: [
    { kind: 'membership', progress: 'done' },
    { kind: 'mount', progress: 'done' },
    { kind: 'pool', progress: 'running' },
  ],
  end: null,
  failure: null,
  gotPages: null,
  shortBy: null,
  phase: null,
};
const DONE: RunReport = {
  ...REPORT,
  steps: REPORT.steps.map(({ kind }) => ({ kind, progress: 'done' })),
  end: 'applied',
  gotPages: 2_050,
};

interface Opened {
  readonly guide: Guide;
  readonly finish: (outcome: Outcome) => void;
  readonly show: (run: RunProgress | null) => void;
}

/** Apply as it is after Review, with the core's answers in the test's hand. */
async function openApply(host: HostSnapshot = freshHost): Promise<Opened> {
  let run: RunProgress | null = null;
  let finish: (outcome: Outcome) => void = () => undefined;
  const { guide } = await guideOn(host, {
    previewPlan: previewOn(host),
    readRun: () => run,
    applyPlan: () => new Promise<Outcome>((resolve) => (finish = resolve)),
  });
  await guide.review();
  guide.go('apply');
  render(Apply, { guide });
  return {
    guide,
    finish: (outcome) => {
      finish(outcome);
    },
    show: (next) => (run = next),
  };
}

function press(name: string): Promise<void> {
  return userEvent.click(screen.getByRole('button', { name }));
}

describe('Apply', () => {
  it('says before the click that one password comes, and what the dialog will show', async () => {
    await openApply();
    expect(screen.getByText(/asked for one password, once/)).toBeInTheDocument();
    expect(screen.getByText('/bin/bash -c "echo SUDOPROMPT; …"')).toBeInTheDocument();
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
  });

  it('announces no password to root', async () => {
    await openApply({ ...freshHost, user: { ...freshHost.user, uid: 0, isRoot: true } });
    expect(screen.getByText(/no password is asked for/)).toBeInTheDocument();
    expect(screen.queryByText(/SUDOPROMPT/)).not.toBeInTheDocument();
  });

  it('waits for the password, then follows the pool as it grows', async () => {
    const { show, finish } = await openApply();
    await press('Set it up now');
    const bar = screen.getByRole('progressbar', { name: 'Progress' });
    expect(bar).toHaveAttribute('aria-valuetext', 'Waiting for your password…');
    expect(screen.queryByRole('button', { name: 'Set it up now' })).not.toBeInTheDocument();

    show({ report: REPORT, isRunning: true, pagesNow: 0, toPages: 2_050 });
    expect(await screen.findByText('The kernel is gathering memory…')).toBeInTheDocument();
    expect(screen.getByText(/^\d\.\d s$/)).toBeInTheDocument();

    show({ report: REPORT, isRunning: true, pagesNow: 1_322, toPages: 2_050 });
    expect(await screen.findByText('1,322 of 2,050 pages')).toBeInTheDocument();
    expect(bar).toHaveAttribute('value', '1322');
    expect(bar).toHaveAttribute('max', '2050');
    expect(screen.getByRole('status')).toHaveTextContent(/^Grow the pool from 0 to 2,050 pages/);
    finish({ kind: 'busy' });
    expect(await screen.findByRole('button', { name: 'Back to Review' })).toBeInTheDocument();
  });

  it('shows each step’s progress in a word', async () => {
    const { show, finish } = await openApply();
    await press('Set it up now');
    show({ report: REPORT, isRunning: true, pagesNow: 64, toPages: 2_050 });
    await screen.findByText('64 of 2,050 pages');
    const rows = screen.getAllByRole('listitem').map((row) => row.textContent.trim());
    expect(rows[0]).toMatch(/already so$/);
    expect(rows[1]).toMatch(/^Add user to the group kvm.*done$/s);
    expect(rows[3]).toMatch(/^Grow the pool.*at work$/s);
    expect(rows[4]).toMatch(/waiting$/);
    expect(screen.getAllByRole('listitem')[3]).toHaveAttribute('aria-current', 'step');
    finish({ kind: 'busy' });
    await screen.findByRole('button', { name: 'Back to Review' });
  });

  it('says what was reached and leads on to Verify', async () => {
    const { guide, finish } = await openApply();
    await press('Set it up now');
    finish({ kind: 'applied', report: DONE, needsLogin: true });
    expect(await screen.findByText(/Log out and in again first/)).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent(/^Done\./);
    await press('Go on to Verify');
    expect(guide.step).toBe('verify');
  });

  it('explains fewer pages than asked as an outcome, not an error', async () => {
    const { finish } = await openApply();
    await press('Set it up now');
    finish({
      kind: 'short',
      report: DONE,
      needsLogin: false,
      askedPages: 2_050,
      gotPages: 1_790,
      shortfall: SHORTFALL,
    });
    expect(await screen.findByRole('button', { name: 'Go on to Verify' })).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('1,790 of 2,050 pages');
  });

  it('asks again for the same plan after the dialog was closed', async () => {
    const { finish } = await openApply();
    await press('Set it up now');
    finish({ kind: 'not-elevated', elevation: { kind: 'declined' } });
    expect(await screen.findAllByText(/The password dialog was closed/)).toHaveLength(2);
    expect(screen.queryByText('sudo sh')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Ask again' }));
    expect(screen.getByRole('progressbar', { name: 'Progress' })).toBeInTheDocument();
    finish({ kind: 'busy' });
    await screen.findByRole('button', { name: 'Back to Review' });
  });

  it.each<Exclude<Elevation, { kind: 'granted' }>>([
    { kind: 'no-agent', detail: '' },
    { kind: 'no-pkexec' },
    { kind: 'no-new-privs' },
    { kind: 'not-authorised', detail: '' },
    { kind: 'failed', detail: 'spawn E2BIG' },
  ])(
    'offers the text to run by hand when no root could be had ($kind), and notices when it has run',
    async (elevation) => {
      const { show, finish } = await openApply();
      await press('Set it up now');
      finish({ kind: 'not-elevated', elevation });
      expect(await screen.findByText('sudo sh')).toBeInTheDocument();
      expect(screen.getByRole('button', { name: 'Copy the text' })).toBeInTheDocument();
      show({ report: DONE, isRunning: false, pagesNow: 2_050, toPages: 2_050 });
      expect(await screen.findByRole('button', { name: 'Go on to Verify' })).toBeInTheDocument();
      expect(screen.queryByText('sudo sh')).not.toBeInTheDocument();
    },
  );

  it('shows what failed and what was undone, and leads back to a new plan', async () => {
    const { guide, finish } = await openApply();
    await press('Set it up now');
    const steps = [
      { kind: 'membership', progress: 'undone' },
      { kind: 'mount', progress: 'failed' },
    ] as const;
    const failure = { step: 'mount', reason: 'command-failed', detail: 'mount: permission denied' } as const;
    finish({ kind: 'failed', report: { ...DONE, steps, end: 'failed', failure } });
    expect(await screen.findByText(/mount: permission denied/)).toBeInTheDocument();
    const list = screen.getByRole('list');
    expect(within(list).getByText('undone')).toBeInTheDocument();
    expect(within(list).getByText('failed')).toBeInTheDocument();
    await press('Back to Review');
    expect([guide.step, guide.preview]).toEqual(['review', null]);
  });

  it('speaks Chinese', async () => {
    language.wish = 'zh-CN';
    const { finish } = await openApply();
    await press('立即设置');
    expect(screen.getByRole('progressbar', { name: '进度' })).toHaveAttribute('aria-valuetext', '等待输入密码……');
    finish({ kind: 'not-elevated', elevation: { kind: 'declined' } });
    expect(await screen.findByRole('button', { name: '重新请求授权' })).toBeInTheDocument();
  });
});
