import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunProgress } from '../../../common/contract';
import type { Outcome } from '../../../common/outcome';
import { Applying } from '../../../renderer/src/state/applying.svelte';
import { CoreLine } from '../../../renderer/src/state/core-line.svelte';
import { fakeBridge } from '../../fakes/bridge';
import { freshHost, hostWithPool } from '../../fakes/machine';
import { PLAN_ID, planOn, readingOf } from '../guide-on';

const PLAN = planOn(freshHost);
const RUN: RunProgress = {
  report: { planId: PLAN_ID, steps: [], end: null, failure: null, gotPages: null, shortBy: null, phase: null },
  isRunning: true,
  pagesNow: 64,
  toPages: 2_050,
};

describe('Applying', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('follows the run five times a second and times the work, not the password dialog', async () => {
    let run: RunProgress | null = null;
    let finish: (outcome: Outcome) => void = () => undefined;
    const { bridge, calls } = fakeBridge({
      readRun: () => run,
      applyPlan: () => new Promise<Outcome>((resolve) => (finish = resolve)),
    });
    const applying = new Applying(bridge, new CoreLine());
    const done = applying.start(PLAN);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(calls.filter(([name]) => name === 'readRun').length).toBeGreaterThanOrEqual(5);
    expect([applying.isPending, applying.run, applying.elapsedSeconds]).toEqual([true, null, 0]);

    run = RUN;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(applying.run?.pagesNow).toBe(64);
    expect(applying.elapsedSeconds).toBeGreaterThan(0.5);

    finish({ kind: 'busy' });
    await done;
    expect([applying.isPending, applying.outcome]).toEqual([false, { kind: 'busy' }]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ignores the run of another plan', async () => {
    const report = { ...RUN.report, planId: 'another' };
    const { bridge } = fakeBridge({ readRun: () => ({ ...RUN, report }) });
    const applying = new Applying(bridge, new CoreLine());
    await applying.look(PLAN_ID);
    expect(applying.run).toBeNull();
  });

  it('is ready for another try when the call breaks', async () => {
    const { bridge } = fakeBridge({ readRun: () => null, applyPlan: () => Promise.reject(new Error('gone')) });
    const line = new CoreLine();
    const applying = new Applying(bridge, line);
    await applying.start(PLAN);
    expect([applying.isPending, applying.outcome, line.failure]).toEqual([false, null, 'gone']);
  });

  it('takes the end of a text run by hand as the outcome, and not before it has ended', async () => {
    let run: RunProgress = RUN;
    const { bridge } = fakeBridge({
      readRun: () => run,
      readHost: () => readingOf(hostWithPool({ persistentPages: PLAN.pool.toPages })),
    });
    const applying = new Applying(bridge, new CoreLine());
    await applying.followByHand(PLAN);
    expect(applying.outcome).toBeNull();
    run = { ...RUN, isRunning: false, report: { ...RUN.report, end: 'applied' } };
    await applying.followByHand(PLAN);
    expect(applying.outcome?.kind).toBe('applied');
  });
});
