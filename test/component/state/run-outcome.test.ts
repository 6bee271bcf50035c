import { describe, expect, it } from 'vitest';
import type { RunReport } from '../../../common/outcome';
import { outcomeOfRun } from '../../../renderer/src/state/run-outcome';
import { freshHost } from '../../fakes/machine';
import { PLAN_ID, planOn } from '../guide-on';

const PLAN = planOn(freshHost);
const REPORT: RunReport = { planId: PLAN_ID, steps: [], end: null, failure: null, gotPages: null };

describe('outcomeOfRun', () => {
  it('has none before the end', () => {
    expect(outcomeOfRun(REPORT, PLAN)).toBeNull();
  });

  it('knows from the plan that a new login is needed', () => {
    const report: RunReport = { ...REPORT, end: 'applied' };
    expect(outcomeOfRun(report, PLAN)).toEqual({ kind: 'applied', report, needsLogin: true });
    expect(outcomeOfRun(report, { ...PLAN, notes: [] })).toEqual({ kind: 'applied', report, needsLogin: false });
  });

  it('tells how many pages were asked and given when they are short', () => {
    const report: RunReport = { ...REPORT, end: 'short', gotPages: 1_790 };
    expect(outcomeOfRun(report, PLAN)).toMatchObject({ kind: 'short', askedPages: 2_050, gotPages: 1_790 });
  });

  it('passes on a failure and a run that was busy', () => {
    const report: RunReport = { ...REPORT, end: 'failed' };
    expect(outcomeOfRun(report, PLAN)).toEqual({ kind: 'failed', report });
    expect(outcomeOfRun({ ...REPORT, end: 'busy' }, PLAN)).toEqual({ kind: 'busy' });
  });
});
