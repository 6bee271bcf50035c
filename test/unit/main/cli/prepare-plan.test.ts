import { describe, expect, it } from 'vitest';
import { renderRootScript } from '../../../../common/root-script';
import { preparePlan } from '../../../../main/cli/prepare-plan';
import { fakeContext } from '../../../fakes/cli-context';
import { fixtureHost } from '../../../fakes/fixture-host';
import { GIB, PLAN_ID, planFor } from '../../../fakes/plan';
import { runningVm } from '../../../fakes/vm';

describe('preparePlan', () => {
  it('gives the plan for what was asked with the text that it runs, and says nothing', () => {
    const { context, out, err } = fakeContext(['plan', '--memory', '4G']);
    const plan = planFor(fixtureHost('plain'));
    expect(plan.id).toBe(PLAN_ID);
    expect(preparePlan(context)).toEqual({ kind: 'plan', plan, rootText: renderRootScript(plan) });
    expect(out() + err()).toBe('');
  });
  it('sizes for a running VM by its process id', () => {
    const { context } = fakeContext(['plan', '--vm', '4242'], {
      readVms: () => [runningVm({ guestKiB: GIB, hugetlbKiB: 0, backing: { kind: 'ordinary' } })],
    });
    expect(preparePlan(context)).toMatchObject({ kind: 'plan', plan: { request: { guestKiB: GIB, guestPid: 4_242 } } });
  });
  it('says what is wrong with the options, before it plans', () => {
    const { context, err } = fakeContext(['plan', '--memory', 'much'], {
      newPlanId: () => {
        throw new Error('Nothing is to be planned.');
      },
    });
    expect(preparePlan(context)).toEqual({ kind: 'none', exitCode: 2 });
    expect(err()).toMatch(/^hugepages-guide: .*much/);
  });
  it('lists every reason of a refusal, one a line', () => {
    const { context, err, out } = fakeContext(['plan', '--memory', '4G'], { readHost: () => fixtureHost('container') });
    expect(preparePlan(context)).toEqual({ kind: 'none', exitCode: 1 });
    expect(err()).toMatch(/^hugepages-guide: .*\n(?: {2}- \S.*\n)+$/);
    expect(out()).toBe('');
  });
  it('gives programs the refusals with their ids', () => {
    const host = { readHost: () => fixtureHost('container') };
    const { context, json, err } = fakeContext(['plan', '--memory', '4G', '--json'], host);
    expect(preparePlan(context)).toEqual({ kind: 'none', exitCode: 1 });
    const words: unknown = expect.stringMatching(/^\S.*\S$/);
    expect(json()).toMatchObject({ error: { id: 'refused' }, refusals: [{ id: 'container', text: words }] });
    expect(err()).toBe('');
  });
});
