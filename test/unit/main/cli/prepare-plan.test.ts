import { describe, expect, it } from 'vitest';
import { message } from '../../../../common/message';
import { renderRootScript } from '../../../../common/root-script';
import type { ScriptEditForPlan } from '../../../../main/cli/cli-io';
import { preparePlan } from '../../../../main/cli/prepare-plan';
import { fakeContext } from '../../../fakes/cli-context';
import { fixtureHost } from '../../../fakes/fixture-host';
import { GIB, PLAN_ID, planFor } from '../../../fakes/plan';
import { scriptEdit } from '../../../fakes/script-edit';
import { runningVm } from '../../../fakes/vm';

describe('preparePlan', () => {
  it('gives the plan for what was asked with the text that it runs, and says nothing', async () => {
    const { context, out, err } = fakeContext(['plan', '--memory', '4G']);
    const plan = planFor(fixtureHost('plain'));
    expect(plan.id).toBe(PLAN_ID);
    expect(await preparePlan(context)).toEqual({ kind: 'plan', plan, rootText: renderRootScript(plan) });
    expect(out() + err()).toBe('');
  });
  it('sizes for a running VM by its process id', async () => {
    const { context } = fakeContext(['plan', '--vm', '4242'], {
      readVms: () => [runningVm({ guestKiB: GIB, hugetlbKiB: 0, backing: { kind: 'ordinary' } })],
    });
    expect(await preparePlan(context)).toMatchObject({
      kind: 'plan',
      plan: { request: { guestKiB: GIB, guestPids: [4_242] } },
    });
  });
  it('says what is wrong with the options, before it plans', async () => {
    const { context, err } = fakeContext(['plan', '--memory', 'much'], {
      newPlanId: () => {
        throw new Error('Nothing is to be planned.');
      },
    });
    expect(await preparePlan(context)).toEqual({ kind: 'none', exitCode: 2 });
    expect(err()).toMatch(/^hugepages-guide: .*much/);
  });
  it('lists every reason of a refusal, one a line', async () => {
    const { context, err, out } = fakeContext(['plan', '--memory', '4G'], { readHost: () => fixtureHost('container') });
    expect(await preparePlan(context)).toEqual({ kind: 'none', exitCode: 1 });
    expect(err()).toMatch(/^hugepages-guide: .*\n(?: {2}- \S.*\n)+$/);
    expect(out()).toBe('');
  });
  it('gives programs the refusals with their ids', async () => {
    const host = { readHost: () => fixtureHost('container') };
    const { context, json, err } = fakeContext(['plan', '--memory', '4G', '--json'], host);
    expect(await preparePlan(context)).toEqual({ kind: 'none', exitCode: 1 });
    const words: unknown = expect.stringMatching(/^\S.*\S$/);
    expect(json()).toMatchObject({ error: { id: 'refused' }, refusals: [{ id: 'container', text: words }] });
    expect(err()).toBe('');
  });
});

describe('preparePlan with --patch', () => {
  const none: ScriptEditForPlan = {
    kind: 'none',
    words: { title: message('cli.patch.needs-no-root.title'), next: message('cli.patch.needs-no-root.next') },
  };

  it('reads the patch for the page size that is asked for, and makes it a step', async () => {
    const asked: [string, number][] = [];
    const edit = scriptEdit();
    const { context, out, err } = fakeContext(
      ['plan', '--memory', '4G', '--page-size', '1G', '--patch', './win 10.sh'],
      {
        readScriptEdit: (path, pageKiB) => {
          asked.push([path, pageKiB]);
          return Promise.resolve({ kind: 'edit', edit });
        },
      },
    );
    const plan = planFor(fixtureHost('plain'), { pageKiB: GIB }, [], edit);
    expect(await preparePlan(context)).toEqual({ kind: 'plan', plan, rootText: renderRootScript(plan) });
    expect(asked).toEqual([['./win 10.sh', GIB]]);
    expect(out() + err()).toBe('');
  });
  it('does not plan without the patch where there is none, and says why', async () => {
    const { context, out, err } = fakeContext(['plan', '--memory', '4G', '--patch', 'a.sh'], {
      readScriptEdit: () => Promise.resolve(none),
    });
    expect(await preparePlan(context)).toEqual({ kind: 'none', exitCode: 1 });
    expect(err()).toBe(
      'hugepages-guide: You may change this script yourself, without root.\nLeave out --patch and run: hugepages-guide patch FILE\n',
    );
    expect(out()).toBe('');
  });
  it('gives programs the reason', async () => {
    const { context, json, err } = fakeContext(['plan', '--memory', '4G', '--patch', 'a.sh', '--json'], {
      readScriptEdit: () => Promise.resolve(none),
    });
    expect(await preparePlan(context)).toEqual({ kind: 'none', exitCode: 1 });
    expect(json()).toEqual({
      error: { id: 'script-not-patched', text: 'You may change this script yourself, without root.' },
      next: 'Leave out --patch and run: hugepages-guide patch FILE',
    });
    expect(err()).toBe('');
  });
  it('does not read the script before the rest of the options is right', async () => {
    const { context, err } = fakeContext(['plan', '--memory', 'much', '--patch', 'a.sh']);
    expect(await preparePlan(context)).toEqual({ kind: 'none', exitCode: 2 });
    expect(err()).toContain('much');
  });
});
