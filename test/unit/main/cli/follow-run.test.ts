import { describe, expect, it } from 'vitest';
import type { RunProgress } from '../../../../common/contract';
import type { StepKind } from '../../../../common/plan';
import type { CliIo } from '../../../../main/cli/cli-io';
import { followedPlan } from '../../../../main/cli/followed-plan';
import { followRun } from '../../../../main/cli/follow-run';
import { columnsOf } from '../../../../main/cli/terminal-text';
import { fakeContext } from '../../../fakes/cli-context';
import { fixtureHost } from '../../../fakes/fixture-host';
import { PLAN_ID, planFor } from '../../../fakes/plan';

const PLAN = followedPlan(planFor(fixtureHost('plain')));

function running(kind: StepKind, pagesNow: number | null = null, planId = PLAN_ID): RunProgress {
  const steps = [{ kind, progress: 'running' }] as const;
  return {
    report: { planId, steps, end: null, failure: null, gotPages: null, shortBy: null, phase: null },
    isRunning: true,
    pagesNow,
    toPages: 2_050,
  };
}

/** Looks at these readings one after the other, and gives what was drawn each time. */
function linesFor(readings: readonly (RunProgress | null)[], overrides: Partial<CliIo> = {}) {
  let now: RunProgress | null = null;
  let look = (): void => undefined;
  let isFollowing = true;
  const cli = fakeContext([], {
    isErrTty: true,
    readRun: () => now,
    every: (_, action) => {
      look = action;
      return () => (isFollowing = false);
    },
    ...overrides,
  });
  const drawn: string[] = [];
  let before = 0;
  const take = (): void => {
    drawn.push(cli.err().slice(before).replaceAll('\r', '').replaceAll('\u001b[K', ''));
    before = cli.err().length;
  };
  now = readings[0] ?? null;
  const stop = followRun(cli.context, PLAN);
  take();
  for (const reading of readings.slice(1)) {
    now = reading;
    look();
    take();
  }
  stop();
  return { drawn, end: cli.err().slice(before), isFollowing, out: cli.out() };
}

describe('followRun', () => {
  it('waits for the password, then names each step with its number', () => {
    const { drawn, end, isFollowing, out } = linesFor([null, running('mount'), running('fstab')]);
    expect(drawn[0]).toBe('Waiting for the password dialog …');
    expect(drawn[1]).toMatch(/^\[\d\/\d\] .*\/dev\/hugepages/);
    expect(drawn[2]).toMatch(/^\[\d\/\d\] .*fstab/);
    expect({ end, isFollowing, out }).toEqual({ end: '\r\u001b[K', isFollowing: false, out: '' });
  });
  it('counts the pages while the pool grows', () => {
    const { drawn } = linesFor([running('pool', 0), running('pool', 1_790)]);
    expect(drawn[0]).toContain('0 of 2,050 pages');
    expect(drawn[1]).toMatch(/^\[(\d)\/\d\] 1,790 of 2,050 pages – Grow the pool/);
  });
  it('names the pool’s step without numbers where they cannot be read', () => {
    expect(linesFor([running('pool', null)]).drawn[0]).toMatch(/^\[\d\/\d\] Grow the pool/);
  });
  it('takes no earlier plan’s progress for this one’s', () => {
    expect(linesFor([running('pool', 5, '20200101T000000Z-00000000')]).drawn).toEqual([
      'Waiting for the password dialog …',
    ]);
  });
  it('tells root, whom nobody asks for a password, that it starts', () => {
    expect(linesFor([null], { isRoot: true }).drawn).toEqual(['Starting …']);
  });
  it('says that it starts while no step of the plan runs', () => {
    const nothing = running('pool');
    expect(linesFor([{ ...nothing, report: { ...nothing.report, steps: [] } }]).drawn).toEqual(['Starting …']);
  });
  it('draws only what has changed', () => {
    expect(linesFor([null, null]).drawn).toEqual(['Waiting for the password dialog …', '']);
  });
  it('keeps to one line of a narrow terminal', () => {
    const [line = ''] = linesFor([running('pool', 7)], { columns: () => 24 }).drawn;
    expect(columnsOf(line)).toBe(23);
  });
  it('draws nothing where standard error is no terminal', () => {
    const { context, err } = fakeContext();
    followRun(context, PLAN)();
    expect(err()).toBe('');
  });
});
