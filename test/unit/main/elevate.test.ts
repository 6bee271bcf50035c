import type * as ChildProcess from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { elevate } from '../../../main/elevate';
import { desktop } from '../../fakes/host';

type Answer = (error: Error | null | undefined, stdout?: string, stderr?: string) => void;

const prompt = vi.hoisted(() => ({
  calls: [] as { command: string; options: unknown }[],
  answer: null as ((end: Answer) => void) | null,
}));
const shell = vi.hoisted(() => ({ path: '/bin/sh' }));

vi.mock('sudo-prompt', () => ({
  default: {
    exec: (command: string, options: unknown, end: Answer) => {
      if (prompt.answer === null) throw new Error('nobody expected a prompt');
      prompt.calls.push({ command, options });
      prompt.answer(end);
    },
  },
}));
vi.mock('node:child_process', async (original) => {
  const real = await original<typeof ChildProcess>();
  const spawn = (path: string, args: readonly string[], options: object): unknown => {
    if (path !== '/bin/sh') throw new Error(`nobody expected ${path}`);
    return real.spawn(shell.path, args, options);
  };
  return { ...real, spawn };
});

const PROMPT = desktop().prompt;
const TEXT = 'echo "$HOME `id` \\" $(id)" # 大页\n';
const folder = process.cwd();

/** An error as child_process.exec hands it over, with sudo-prompt's own message where its marker did not come. */
function promptError(message: string, code: number | string | null): Error {
  return Object.assign(new Error(message), { code, killed: false, signal: null });
}
const DENIED = 'User did not grant permission.';

function answers(...answer: Parameters<Answer>): void {
  prompt.answer = (end: Answer) => {
    end(...answer);
  };
}
const ask = (): ReturnType<typeof elevate> => elevate(TEXT, PROMPT, false);

beforeEach(() => {
  prompt.calls = [];
  prompt.answer = null;
  shell.path = '/bin/sh';
  vi.stubEnv('SHELL', '/opt/fish');
});
afterEach(() => {
  process.chdir(folder);
  vi.unstubAllEnvs();
});

describe('elevate, asking', () => {
  it('hands over one token of base64 that decodes to the very text', async () => {
    answers(null, '', '');
    await ask();
    const [call] = prompt.calls;
    const [, token = ''] = /^echo ([A-Za-z0-9+/=]+) \| base64 -d \| \/bin\/sh$/.exec(call?.command ?? '') ?? [];
    expect(Buffer.from(token, 'base64').toString('utf8')).toBe(TEXT);
    expect(prompt.calls).toHaveLength(1);
  });
  it('names the program as sudo-prompt allows it, and asks from / with a shell that pkexec takes', async () => {
    let surroundings = {};
    prompt.answer = (end: Answer) => {
      surroundings = { folder: process.cwd(), shell: process.env['SHELL'] };
      end(null, '', '');
    };
    await ask();
    expect(surroundings).toEqual({ folder: '/', shell: '/bin/sh' });
    expect(prompt.calls[0]?.options).toEqual({ name: 'Hugepages Guide' });
  });
  it.each([null, undefined])('is granted when the text ended well (error %s)', async (error) => {
    answers(error, '{"line":"end","end":"applied"}\n', 'a warning');
    expect(await ask()).toEqual({
      kind: 'granted',
      exitCode: 0,
      stdout: '{"line":"end","end":"applied"}\n',
      stderr: 'a warning',
    });
  });
  it.each([1, 75, 126, 127])('is granted when the text itself ended with %i', async (code) => {
    answers(promptError('Command failed: cd "/"; …', code), 'said', 'and warned');
    expect(await ask()).toEqual({ kind: 'granted', exitCode: code, stdout: 'said', stderr: 'and warned' });
  });
  it('does not take words of the text for words of pkexec', async () => {
    const stderr = `mount: ${DENIED} No authentication agent found.`;
    answers(promptError(`Command failed: cd "/"; …\n${stderr}`, 127), '', stderr);
    expect(await ask()).toMatchObject({ kind: 'granted', exitCode: 127 });
  });
  it('keeps what a killed text has said: its end is not certain', async () => {
    answers(promptError('Command failed: cd "/"; …', null), '{"line":"begin"}\n', '');
    expect(await ask()).toEqual({ kind: 'granted', exitCode: -1, stdout: '{"line":"begin"}\n', stderr: '' });
  });
  it('is declined when the dialog was closed', async () => {
    answers(promptError(DENIED, 126), '', 'Error executing command as another user: Request dismissed\n');
    expect(await ask()).toEqual({ kind: 'declined' });
  });
  it('is not authorised when polkit said no', async () => {
    const words = 'Error executing command as another user: Not authorized\n\nThis incident has been reported.';
    answers(promptError(DENIED, 127), '', `${words}\n`);
    expect(await ask()).toEqual({ kind: 'not-authorised', detail: words });
  });
  it('finds no agent where no program can show a dialog', async () => {
    const stderr = 'Error executing command as another user: No authentication agent found.';
    answers(promptError('No polkit authentication agent found.', 127), '', `${stderr}\n`);
    expect(await ask()).toEqual({ kind: 'no-agent', detail: stderr });
  });
  it('knows from pkexec’s words that setuid does not work here', async () => {
    answers(promptError(DENIED, 127), '', 'pkexec must be setuid root\n');
    expect(await ask()).toEqual({ kind: 'no-new-privs' });
  });
  it('knows that pkexec has gone since the machine was read', async () => {
    answers(new Error('Unable to find pkexec or kdesudo.'));
    expect(await ask()).toEqual({ kind: 'no-pkexec' });
  });
  it.each([
    ['a shell that cannot be started', promptError(DENIED, 'EAGAIN'), '', DENIED],
    ['another exit code of pkexec', promptError(DENIED, 2), ' out of memory \n', 'out of memory'],
    [
      'a file that cannot be looked at',
      promptError("EACCES: permission denied, stat '/usr/bin/pkexec'", 'EACCES'),
      '',
      "EACCES: permission denied, stat '/usr/bin/pkexec'",
    ],
  ])('fails with the system’s words on %s', async (_words, error, stderr, detail) => {
    answers(error, '', stderr);
    expect(await ask()).toEqual({ kind: 'failed', detail });
  });
  it('waits as long as the dialog is open', async () => {
    let end: Answer = () => undefined;
    prompt.answer = (later: Answer) => {
      end = later;
    };
    const asked = ask();
    const first = await Promise.race([
      asked,
      new Promise((resolve) =>
        setImmediate(() => {
          resolve('still open');
        }),
      ),
    ]);
    expect(first).toBe('still open');
    end(promptError(DENIED, 126), '', '');
    expect(await asked).toEqual({ kind: 'declined' });
  });
});

describe('sudo-prompt itself', () => {
  it('still says the two sentences by which a refusal is known', () => {
    const source = readFileSync(createRequire(import.meta.url).resolve('sudo-prompt'), 'utf8');
    expect(source).toContain(`PERMISSION_DENIED = '${DENIED}'`);
    expect(source).toContain("NO_POLKIT_AGENT = 'No polkit authentication agent found.'");
    expect(source).toContain('Unable to find pkexec');
  });
});

describe('elevate where asking cannot work', () => {
  it('does not even try with NoNewPrivs', async () => {
    expect(await elevate(TEXT, { ...PROMPT, hasNoNewPrivs: true }, false)).toEqual({ kind: 'no-new-privs' });
    expect(prompt.calls).toEqual([]);
  });
  it('does not even try without pkexec', async () => {
    expect(await elevate(TEXT, { ...PROMPT, hasPkexec: false }, false)).toEqual({ kind: 'no-pkexec' });
    expect(prompt.calls).toEqual([]);
  });
});

describe('elevate when the program is root already', () => {
  const run = (text: string): ReturnType<typeof elevate> => elevate(text, PROMPT, true);

  it('runs the text itself, without a prompt', async () => {
    const text = 'printf "%s\\n" "$0 $# \\"大页\\""; pwd; echo warned >&2; exit 9';
    expect(await run(text)).toEqual({
      kind: 'granted',
      exitCode: 9,
      stdout: '/bin/sh 0 "大页"\n/\n',
      stderr: 'warned\n',
    });
    expect(prompt.calls).toEqual([]);
  });
  it('needs neither pkexec nor the right to ask', async () => {
    const facts = { hasNoNewPrivs: true, hasPkexec: false, isAdministrator: false };
    expect(await elevate('exit 0', facts, true)).toMatchObject({ kind: 'granted', exitCode: 0 });
  });
  it('takes a text and an answer larger than any pipe', async () => {
    const line = `#${'x'.repeat(1_023)}\n`;
    const text = `${line.repeat(300)}head -c 300000 /dev/zero | tr '\\000' y\n`;
    const elevation = await run(text);
    expect(elevation).toMatchObject({ kind: 'granted', exitCode: 0, stderr: '' });
    expect(elevation.kind === 'granted' && elevation.stdout).toBe('y'.repeat(300_000));
  });
  it('survives a shell that ends before it has read everything', async () => {
    const text = `exit 3\n${'# never read\n'.repeat(100_000)}`;
    expect(await run(text)).toEqual({ kind: 'granted', exitCode: 3, stdout: '', stderr: '' });
  });
  it('tells of a shell that was killed', async () => {
    expect(await run('echo started; kill -KILL $$')).toEqual({
      kind: 'granted',
      exitCode: -1,
      stdout: 'started\n',
      stderr: '',
    });
  });
  it('does not let a command eat the rest of the text', async () => {
    expect(await run('main() { cat; echo done; }\nmain </dev/null\n')).toMatchObject({ stdout: 'done\n' });
  });
  it('fails, and does not throw, when there is no shell', async () => {
    shell.path = '/nowhere/sh';
    const elevation = await run('exit 0');
    expect(elevation).toMatchObject({ kind: 'failed', detail: expect.stringContaining('ENOENT') as string });
  });
});
