import { describe, expect, it } from 'vitest';
import { message } from '../../../../common/message';
import type { RevertOutcome, ScriptAccess, ScriptFault, StartFacts } from '../../../../common/script/reading';
import type { CliScript } from '../../../../main/cli/cli-io';
import { runCli } from '../../../../main/cli/run-cli';
import type { ReadScript } from '../../../../main/scripts/read-script';
import { type FakeCli, fakeCli } from '../../../fakes/cli-io';
import { scriptEdit } from '../../../fakes/script-edit';

const START: StartFacts = {
  line: 7,
  program: 'qemu-system-x86_64',
  guestKiB: 4_194_304,
  backing: { kind: 'ordinary' },
  treatment: { kind: 'change' },
  notes: [],
};
const DECLINED: StartFacts = {
  ...START,
  line: 9,
  guestKiB: null,
  treatment: {
    kind: 'declined',
    reason: message('patch.declined.readconfig'),
    byHand: '-mem-path /dev/hugepages',
  },
};
const ALREADY: StartFacts = {
  ...START,
  backing: { kind: 'mem-path', path: '/dev/hugepages' },
  treatment: { kind: 'already' },
};
const CHANGE: ReadScript['change'] = {
  edit: scriptEdit(),
  hunks: [
    {
      oldStart: 7,
      newStart: 7,
      reasons: [message('patch.reason.mem-path', { path: '/dev/hugepages' })],
      lines: [
        { kind: 'removed', oldNumber: 7, newNumber: null, spans: [span('qemu-system-x86_64'), span(' -m 4G')] },
        {
          kind: 'added',
          oldNumber: null,
          newNumber: 7,
          spans: [
            span('qemu-system-x86_64'),
            { ...span(' -mem-path /dev/hugepages'), isChanged: true },
            span(' -m 4G'),
          ],
        },
        { kind: 'same', oldNumber: 8, newNumber: 8, spans: [span('exit 0')] },
      ],
    },
  ],
};

function span(text: string): { readonly text: string; readonly tint: 'plain'; readonly isChanged: boolean } {
  return { text, tint: 'plain', isChanged: false };
}

function script(changes: Partial<ReadScript> = {}): ReadScript {
  return { shell: 'bash', starts: [START], notes: [], change: CHANGE, ...changes };
}

interface Asked {
  readonly cli: FakeCli;
  readonly asked: unknown[];
}

function withScript(
  read: ReadScript | ScriptFault,
  { access = { kind: 'direct' }, patch = null }: { access?: ScriptAccess; patch?: ScriptFault | null } = {},
): Asked {
  const asked: unknown[] = [];
  const answer: CliScript =
    'id' in read ? { kind: 'fault', fault: read } : { kind: 'read', path: '/vm/start.sh', script: read, access };
  const cli = fakeCli({
    scripts: {
      read: (path, wish) => {
        asked.push(['read', path, wish]);
        return Promise.resolve(answer);
      },
      patch: (edit, shell) => {
        asked.push(['patch', edit, shell]);
        return patch;
      },
      revert: () => {
        throw new Error('nobody asked to take it back');
      },
      patched: () => [],
    },
  });
  return { cli, asked };
}

function withRevert(outcome: RevertOutcome): FakeCli {
  const unexpected = (): never => {
    throw new Error('nobody expected this');
  };
  return fakeCli({ scripts: { read: unexpected, patch: unexpected, revert: () => outcome, patched: unexpected } });
}

describe('patch', () => {
  it('shows what it found and the change, makes it, and says so', async () => {
    const { cli, asked } = withScript(script());
    expect(await runCli(['patch', 'start.sh'], cli.io)).toBe(0);
    expect(asked).toEqual([
      ['read', 'start.sh', { pageKiB: 2_048, preallocates: false }],
      ['patch', CHANGE.edit, 'bash'],
    ]);
    expect(cli.out()).toContain('Line 7: qemu-system-x86_64 with 4 GiB of VM memory, taken from ordinary memory');
    expect(cli.out()).toContain('2,050 pages of 2 MiB: hugepages-guide apply --memory 4G --page-size 2M');
    expect(cli.out()).toContain(
      '@@ -7,2 +7,2 @@\n-qemu-system-x86_64 -m 4G\n+qemu-system-x86_64 -mem-path /dev/hugepages -m 4G\n exit 0\n',
    );
    expect(cli.out()).toContain('Done: the script is patched.');
    expect(cli.err()).toBe('');
  });
  it('with --dry-run changes nothing and names the command that would', async () => {
    const { cli, asked } = withScript(script());
    expect(await runCli(['patch', 'my vm.sh', '--dry-run'], cli.io)).toBe(0);
    expect(asked).toHaveLength(1);
    expect(cli.out()).toContain("Nothing has been changed.\nTo do it: hugepages-guide patch 'my vm.sh'\n");
  });
  it('passes on page size and --prealloc', async () => {
    const { cli, asked } = withScript(script());
    await runCli(['patch', 'start.sh', '--page-size', '1G', '--prealloc', '--dry-run'], cli.io);
    expect(asked).toEqual([['read', 'start.sh', { pageKiB: 1_048_576, preallocates: true }]]);
  });
  it('has nothing to do where the script is on huge pages already', async () => {
    const { cli, asked } = withScript(script({ starts: [ALREADY], change: null }));
    expect(await runCli(['patch', 'start.sh'], cli.io)).toBe(0);
    expect(asked).toHaveLength(1);
    expect(cli.out()).toContain('[already on huge pages]');
    expect(cli.out()).toContain('There is nothing to change.');
  });
  it('changes what it can, but fails where a start is left to the person, with the words to add', async () => {
    const { cli, asked } = withScript(script({ starts: [START, DECLINED] }));
    expect(await runCli(['patch', 'start.sh'], cli.io)).toBe(1);
    expect(asked).toHaveLength(2);
    expect(cli.out()).toMatch(/Line 9: .*\n {2}QEMU reads options from a file .*\n {4}-mem-path \/dev\/hugepages\n/);
  });
  it('names the command that has root do it, and does nothing itself', async () => {
    const { cli, asked } = withScript(script(), { access: { kind: 'by-plan' } });
    expect(await runCli(['patch', '/opt/vm/start.sh'], cli.io)).toBe(1);
    expect(asked).toHaveLength(1);
    expect(cli.err()).toContain('hugepages-guide apply --memory 4G --page-size 2M --patch /opt/vm/start.sh');
  });
  it('says why a script cannot be written', async () => {
    const { cli } = withScript(script(), { access: { kind: 'none', fault: { id: 'several-links' } } });
    expect(await runCli(['patch', 'start.sh'], cli.io)).toBe(1);
    expect(cli.err()).toContain('hard links');
  });
  it('says why the change was not made', async () => {
    const { cli } = withScript(script(), { patch: { id: 'changed' } });
    expect(await runCli(['patch', 'start.sh'], cli.io)).toBe(1);
    expect(cli.err()).toContain('The script was edited after it had been shown. Nothing was changed.');
  });
  it('says what is wrong with a file, and the words to add where that helps', async () => {
    const { cli } = withScript({ id: 'other-language', language: 'Python', byHand: '-mem-path /dev/hugepages' });
    expect(await runCli(['patch', 'start.py'], cli.io)).toBe(1);
    expect(cli.err()).toMatch(/written in Python.*\n.*\n {2}-mem-path \/dev\/hugepages\n$/s);
    expect(cli.out()).toBe('');
  });
  it('needs a file, and only one', async () => {
    const { cli } = withScript(script());
    expect(await runCli(['patch'], cli.io)).toBe(2);
    expect(await runCli(['patch', 'a', 'b'], cli.io)).toBe(2);
    expect(await runCli(['patch', 'a', '--dry-run', '--revert'], cli.io)).toBe(2);
    expect(cli.err()).toContain('hugepages-guide patch FILE');
    expect(cli.err()).toContain('“b” is one word too many');
  });
});

describe('patch --json', () => {
  it('tells all in one document, with the sentences in the language asked for', async () => {
    const { cli } = withScript(script({ starts: [START, DECLINED] }));
    expect(await runCli(['patch', 'start.sh', '--dry-run', '--json', '--lang', 'zh-CN'], cli.io)).toBe(1);
    expect(cli.json()).toMatchObject({
      path: '/vm/start.sh',
      starts: [
        { line: 7, guestKiB: 4_194_304 },
        { treatment: { kind: 'declined', byHand: '-mem-path /dev/hugepages' } },
      ],
      edit: { path: '/opt/vm/start-win10.sh' },
      hunks: [{ oldStart: 7 }],
      access: { kind: 'direct' },
      isChanged: false,
      text: { title: '没有做任何改动。' },
    });
  });
  it('says whether it was done, and by what id it was not', async () => {
    const done = withScript(script());
    expect(await runCli(['patch', 'start.sh', '--json'], done.cli.io)).toBe(0);
    expect(done.cli.json()).toMatchObject({ isChanged: true });
    const refused = withScript(script(), { access: { kind: 'by-plan' } });
    expect(await runCli(['patch', 'start.sh', '--json'], refused.cli.io)).toBe(1);
    expect(refused.cli.json()).toMatchObject({ isChanged: false, error: { id: 'needs-root' } });
    const fault = withScript({ id: 'syntax-error', shell: 'bash', line: 3, detail: 'unexpected end' });
    expect(await runCli(['patch', 'start.sh', '--json'], fault.cli.io)).toBe(1);
    expect(fault.cli.json()).toMatchObject({ error: { id: 'syntax-error' }, fault: { line: 3 }, byHand: null });
    expect(fault.cli.err()).toBe('');
  });
});

describe('patch --revert', () => {
  it.each(['whole', 'lifted'] as const)('succeeds where the patch was taken out, %s', async (how) => {
    const cli = withRevert({ kind: 'reverted', how });
    expect(await runCli(['patch', 'start.sh', '--revert'], cli.io)).toBe(0);
    expect(cli.out()).toContain('Taken back');
  });
  it('fails where there is none', async () => {
    const cli = withRevert({ kind: 'not-patched' });
    expect(await runCli(['patch', 'start.sh', '--revert'], cli.io)).toBe(1);
    expect(cli.err()).toContain('There is no patch of this program in the script.');
  });
  it('shows the three sides of what was edited since', async () => {
    const parts = [
      { line: 4, before: ['qemu -m 4G'], patched: ['qemu -mem-path /dev/hugepages -m 4G'], now: ['qemu -m 8G'] },
    ];
    const cli = withRevert({ kind: 'conflict', parts });
    expect(await runCli(['patch', 'start.sh', '--revert'], cli.io)).toBe(1);
    expect(cli.err()).toContain(
      'Line 4\n  Before the patch\n    qemu -m 4G\n  As the patch made it\n    qemu -mem-path /dev/hugepages -m 4G\n  As it is now\n    qemu -m 8G\n',
    );
  });
  it('tells programs how it ended', async () => {
    const done = withRevert({ kind: 'reverted', how: 'whole' });
    await runCli(['patch', 'start.sh', '--revert', '--json'], done.io);
    expect(done.json()).toMatchObject({ outcome: { kind: 'reverted', how: 'whole' } });
    const missing = withRevert({ kind: 'refused', fault: { id: 'missing' } });
    expect(await runCli(['patch', 'start.sh', '--revert', '--json'], missing.io)).toBe(1);
    expect(missing.json()).toMatchObject({ error: { id: 'missing' } });
  });
});
