import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../../common/make-plan';
import { message } from '../../../../common/message';
import { USUAL_WISHES } from '../../../../common/plan-request';
import { renderRootScript } from '../../../../common/root-script';
import { runCli } from '../../../../main/cli/run-cli';
import { fakeCli } from '../../../fakes/cli-io';
import { fixtureHost } from '../../../fakes/fixture-host';
import { scriptEdit } from '../../../fakes/script-edit';

const ID = '20261123T101500Z-1f6a09c2';
const REQUEST = {
  guestKiB: 4 * 1_048_576,
  pageKiB: 2_048,
  sizing: { kind: 'a-little-above' },
  isPersistent: true,
  givesBack: false,
  guestPids: [],
  wishes: USUAL_WISHES,
} as const;

function expectedRootText(): string {
  const result = makePlan(fixtureHost('plain'), [], REQUEST, ID);
  if (result.kind === 'refused') throw new Error('The plain machine takes 4 GiB.');
  return renderRootScript(result.plan);
}

describe('plan', () => {
  it('shows the steps with why, what stays for the host and what the VM needs, and changes nothing', async () => {
    const cli = fakeCli();
    expect(await runCli(['plan', '--memory', '4G'], cli.io)).toBe(0);
    expect(cli.out()).toContain('Plan for a VM with 4 GiB: 2,050 huge pages of 2 MiB\n');
    expect(cli.out()).toMatch(/^\d\. Grow the pool from 0 to 2,050 pages \(4 GiB\) \[will be done\]\n {3}\S/m);
    expect(cli.out()).toContain('Afterwards start the VM with: -mem-path /dev/hugepages\n');
    expect(cli.out()).toContain('hugepages-guide apply --memory 4G --page-size 2M --sizing a-little-above\n');
    expect(cli.err()).toBe('');
  });
  it('shows the same in Chinese', async () => {
    const cli = fakeCli();
    expect(await runCli(['plan', '--memory', '4G', '--lang', 'zh-CN'], cli.io)).toBe(0);
    expect(cli.out()).toContain('方案：内存 4 GiB 的虚拟机需要 2,050 个 2 MiB 大页\n');
    expect(cli.out()).toContain('未做任何改动');
  });
  it('prints with --script exactly what would run as root, and nothing else', async () => {
    const cli = fakeCli();
    expect(await runCli(['plan', '--memory', '4G', '--script'], cli.io)).toBe(0);
    expect(cli.out()).toBe(expectedRootText());
    expect(cli.err()).toBe('');
  });
  it('gives programs the plan, its words and the root text', async () => {
    const cli = fakeCli();
    expect(await runCli(['plan', '--memory', '4G', '--json'], cli.io)).toBe(0);
    const result = makePlan(fixtureHost('plain'), [], REQUEST, ID);
    if (result.kind === 'refused') throw new Error('The plain machine takes 4 GiB.');
    const { steps, notes, ...rest } = result.plan;
    const words: unknown = expect.stringMatching(/^\S.*\S$/);
    expect(cli.json()).toEqual({
      plan: {
        ...rest,
        steps: steps.map((step) => ({ ...step, text: { title: words, reason: words } })),
        notes: notes.map(({ id, severity }) => ({ id, severity, text: words })),
      },
      rootText: expectedRootText(),
    });
  });

  it('patches a start script as a step, and names it in the line that would do it', async () => {
    const edit = scriptEdit();
    const cli = fakeCli({ readScriptEdit: () => Promise.resolve({ kind: 'edit', edit }) });
    expect(await runCli(['plan', '--memory', '4G', '--patch', 'win10.sh'], cli.io)).toBe(0);
    expect(cli.out()).toContain('Patch the start script /opt/vm/start-win10.sh [will be done]\n');
    expect(cli.out()).toMatch(/ apply --memory 4G .* --patch \/opt\/vm\/start-win10\.sh\n/);
    expect(cli.out()).toMatch(/ plan --memory 4G .* --patch \/opt\/vm\/start-win10\.sh --script\n/);
  });
  it('refuses all of it where the script cannot be a step, also the root text', async () => {
    const text = message('cli.error.no-vm');
    for (const more of [[], ['--script']]) {
      const cli = fakeCli({
        readScriptEdit: () => Promise.resolve({ kind: 'none', words: { title: text, next: text } }),
      });
      expect(await runCli(['plan', '--memory', '4G', '--patch', 'win10.sh', ...more], cli.io)).toBe(1);
      expect(cli.out()).toBe('');
      expect(cli.err()).toMatch(/^hugepages-guide: No QEMU is running/);
    }
  });
  it('needs the name of the script to patch', async () => {
    const cli = fakeCli();
    expect(await runCli(['plan', '--memory', '4G', '--patch'], cli.io)).toBe(2);
    expect(cli.err()).toContain('--patch needs a value');
  });

  it('lists the refusals on standard error', async () => {
    const cli = fakeCli();
    expect(await runCli(['plan', '--memory', '400G'], cli.io)).toBe(1);
    expect(cli.out()).toBe('');
    expect(cli.err()).toMatch(
      /^hugepages-guide: There is no safe plan for this, for the reasons below\. Nothing was changed\.\n {2}- The VM would /,
    );
  });
  it('prints no root text, not even a word of it, where there is no plan', async () => {
    const cli = fakeCli();
    expect(await runCli(['plan', '--memory', '400G', '--script'], cli.io)).toBe(1);
    expect(cli.out()).toBe('');
  });
  it.each([
    ['400G', 'guest-too-large'],
    ['1K', 'guest-too-small'],
  ])('gives programs the refusals of a VM with %s', async (memory, id) => {
    const cli = fakeCli();
    expect(await runCli(['plan', '--memory', memory, '--json', '--lang', 'zh-CN'], cli.io)).toBe(1);
    expect(cli.json()).toEqual({
      error: { id: 'refused', text: '没有安全的方案，原因如下。未做任何改动。' },
      refusals: [{ id, text: expect.stringMatching(/。$/) as unknown }],
    });
    expect(cli.err()).toBe('');
  });
  it('refuses a page size that the machine does not have, and names those it has', async () => {
    const cli = fakeCli();
    expect(await runCli(['plan', '--memory', '4G', '--page-size', '3M'], cli.io)).toBe(1);
    expect(cli.err()).toContain('Choose one of: 2M, 1G.');
  });
  it('refuses on a machine that cannot', async () => {
    const cli = fakeCli({ readHost: () => fixtureHost('container') });
    expect(await runCli(['plan', '--memory', '1G', '--json'], cli.io)).toBe(1);
    expect(cli.json()).toMatchObject({ refusals: [{ id: 'container' }] });
  });
  it.each([
    [['plan'], 'memory-missing'],
    [['plan', '--memory', '四'], 'memory-not-a-size'],
    [['plan', '--memory', '4G', '--script'], 'script-and-json'],
  ])('answers %j with exit code 2 and one JSON document', async (argv, id) => {
    const cli = fakeCli();
    expect(await runCli([...argv, '--json'], cli.io)).toBe(2);
    expect(cli.json()).toEqual({ error: { id, text: expect.stringMatching(/\.$/) as unknown } });
    expect(cli.err()).toBe('');
  });
});
