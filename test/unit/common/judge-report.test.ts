import { describe, expect, it } from 'vitest';
import { judgeReport } from '../../../common/judge-report';
import type { RunReport } from '../../../common/outcome';
import { desktop, KVM_GID, withPool } from '../../fakes/host';
import { PLAN_ID, planFor } from '../../fakes/plan';

const plan = planFor(desktop());
const report: RunReport = {
  planId: PLAN_ID,
  steps: [],
  end: 'applied',
  failure: null,
  gotPages: 2_050,
  shortBy: null,
  phase: null,
};
const full = withPool(desktop(), 2_048, { persistentPages: 2_050 });
const withGroup = { ...full, group: { ...full.group, gid: KVM_GID } };

describe('judgeReport', () => {
  it('has nothing to judge before the end', () => {
    expect(judgeReport(plan, { ...report, end: null }, full)).toBeNull();
  });
  it('believes the machine, not the report, about the number of pages', () => {
    expect(judgeReport(plan, report, full)).toMatchObject({ kind: 'applied' });
    expect(judgeReport(plan, report, withPool(full, 2_048, { persistentPages: 1_790 }))).toMatchObject({
      kind: 'short',
      askedPages: 2_050,
      gotPages: 1_790,
    });
    expect(judgeReport(plan, { ...report, end: 'short', gotPages: 1_790 }, full)).toMatchObject({ kind: 'applied' });
  });
  it('falls back on the report where the machine does not tell', () => {
    expect(judgeReport(plan, { ...report, gotPages: 7 }, { ...full, pools: [] })).toMatchObject({ gotPages: 7 });
  });
  it('asks for a new login as long as this one lacks the group', () => {
    expect(judgeReport(plan, report, withGroup)).toMatchObject({ needsLogin: true });
    const inGroup = { ...withGroup, user: { ...withGroup.user, activeGids: [KVM_GID] } };
    expect(judgeReport(plan, report, inGroup)).toMatchObject({ needsLogin: false });
    expect(judgeReport(plan, report, { ...withGroup, user: { ...withGroup.user, uid: 0 } })).toMatchObject({
      needsLogin: false,
    });
  });
  it('does not take the groups of root, under sudo, for those of the person', () => {
    const underSudo = { ...withGroup, user: { ...withGroup.user, isRoot: true, activeGids: [0] } };
    expect(judgeReport(plan, report, underSudo)).toMatchObject({ needsLogin: true });
    const member = planFor(desktop({ group: { gid: KVM_GID, members: ['ming'] } }));
    expect(judgeReport(member, report, underSudo)).toMatchObject({ needsLogin: false });
  });
  it('passes on a failure and a run that was busy', () => {
    expect(judgeReport(plan, { ...report, end: 'failed' }, full)).toMatchObject({ kind: 'failed' });
    expect(judgeReport(plan, { ...report, end: 'busy' }, full)).toEqual({ kind: 'busy' });
  });
});
