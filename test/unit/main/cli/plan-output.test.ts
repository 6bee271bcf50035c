import { describe, expect, it } from 'vitest';
import { planInJson, planInLines } from '../../../../main/cli/plan-output';
import { fakeContext } from '../../../fakes/cli-context';
import { fixtureHost } from '../../../fakes/fixture-host';
import { GIB, planFor } from '../../../fakes/plan';
import { scriptEdit } from '../../../fakes/script-edit';

const { context } = fakeContext();
const PLAIN = planFor(fixtureHost('plain'));

describe('a plan in lines', () => {
  const lines = planInLines(context, PLAIN);

  it('numbers every step, and says why only of those that will be done', () => {
    const titles = lines.filter((line) => /^\d+\. /.test(line));
    expect(titles.map((line) => Number.parseInt(line))).toEqual(PLAIN.steps.map((_, index) => index + 1));
    const reasons = lines.filter((line) => line.startsWith('   <dim>'));
    expect(reasons).toHaveLength(PLAIN.steps.filter(({ state }) => state === 'todo').length);
    expect(lines).toContainEqual(
      expect.stringMatching(/^\d\. Grow the pool from 0 to 2,050 pages .*<bold>\[will be done\]$/),
    );
  });
  it('names what the host keeps and what the VM’s start needs, last', () => {
    expect(lines.at(-2)).toMatch(/^The host keeps .* it needs at least/);
    expect(lines.at(-1)).toBe('Afterwards start the VM with: -mem-path /dev/hugepages');
  });
  it('has the patch of a start script as its last step, and names the script instead of the option', () => {
    const patching = planInLines(context, planFor(fixtureHost('plain'), {}, [], scriptEdit()));
    expect(patching).toContainEqual(
      expect.stringMatching(/^8\. Patch the start script \/opt\/vm\/start-win10\.sh <bold>\[will be done\]$/),
    );
    expect(patching).toContain(
      '   <dim>What it changes: hugepages-guide patch /opt/vm/start-win10.sh --page-size 2M --dry-run',
    );
    expect(patching.at(-1)).toBe('Afterwards start the VM with its script: /opt/vm/start-win10.sh');
    expect(patching.join('\n')).not.toContain('-mem-path');
  });
  it('tells hints from warnings', () => {
    const temporary = planInLines(context, planFor(fixtureHost('plain'), { isPersistent: false }));
    expect(temporary).toContainEqual(expect.stringMatching(/^<cyan>hint {2}\S/));
    const beaten = planFor(fixtureHost('many-users-pool'));
    expect(beaten.notes.map(({ severity }) => severity)).toContain('warning');
    expect(planInLines(context, beaten)).toContainEqual(expect.stringMatching(/^<yellow>warning {2}\S/));
  });
  it('leaves no gap where there is nothing to know', () => {
    const without = planInLines(context, { ...PLAIN, notes: [] });
    expect(without.filter((line) => line === '')).toHaveLength(1);
  });
  it('speaks of one page in the singular', () => {
    const one = planFor(fixtureHost('plain'), { guestKiB: 2_048, sizing: { kind: 'exact' } });
    expect(planInLines(context, one)[0]).toBe('<bold>Plan for a VM with 2 MiB: 1 huge page of 2 MiB');
  });
});

describe('a plan for programs', () => {
  it('keeps every field of the plan and adds the words of its steps', () => {
    const document = planInJson(context, PLAIN);
    expect(document).toMatchObject({ id: PLAIN.id, request: { guestKiB: 4 * GIB }, pool: PLAIN.pool });
    const words: unknown = expect.stringMatching(/^\S.*\S$/);
    expect(document['steps']).toEqual(PLAIN.steps.map((step) => ({ ...step, text: { title: words, reason: words } })));
  });
  it('says its notes in the chosen language', () => {
    const chinese = planInJson(fakeContext([], {}, 'zh-CN').context, PLAIN)['notes'];
    expect(chinese).toEqual(
      PLAIN.notes.map(({ id, severity }) => ({
        id,
        severity,
        text: expect.stringMatching(/[\u4e00-\u9fff]/) as unknown,
      })),
    );
  });
  it('holds the patch whole', () => {
    const edit = scriptEdit();
    const words: unknown = expect.stringMatching(/^\S.*\S$/);
    const steps = planInJson(context, planFor(fixtureHost('plain'), {}, [], edit))['steps'];
    const step = { kind: 'script', state: 'todo', edit, text: { title: words, reason: words } };
    expect(steps).toEqual(expect.arrayContaining([step]));
  });
});
