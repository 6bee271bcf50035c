import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES, OPTIONS, optionsOf } from '../../../../main/cli/commands';
import { runCli } from '../../../../main/cli/run-cli';
import { fakeCli } from '../../../fakes/cli-io';

describe('help and version', () => {
  it('lists every command and the exit codes', async () => {
    const cli = fakeCli();
    expect(await runCli(['--help'], cli.io)).toBe(0);
    for (const command of COMMAND_NAMES) expect(cli.out()).toMatch(new RegExp(`^  ${command} +[A-Z]`, 'm'));
    for (const code of [0, 1, 2, 3, 4]) expect(cli.out()).toMatch(new RegExp(`^  ${String(code)}  [a-z]`, 'm'));
    expect(cli.err()).toBe('');
  });
  it.each(COMMAND_NAMES)('lists the options of %s and no other', async (command) => {
    const cli = fakeCli();
    expect(await runCli([command, '--help'], cli.io)).toBe(0);
    const listed = [...cli.out().matchAll(/^ {2}(?:-h, )?--([a-z-]+)/gm)].map(([, name]) => name);
    expect(listed).toEqual(optionsOf(command));
  });
  it('speaks Chinese where the terminal does, and where it is asked to', async () => {
    const byLocale = fakeCli({ env: { LC_ALL: '', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' } });
    expect(await runCli(['plan', '--help'], byLocale.io)).toBe(0);
    expect(byLocale.out()).toContain('用法：hugepages-guide plan');
    const byOption = fakeCli();
    expect(await runCli(['--help', '--lang', 'zh-CN'], byOption.io)).toBe(0);
    expect(byOption.out()).toContain('退出码：');
    const back = fakeCli({ env: { LANG: 'zh_CN.UTF-8' } });
    expect(await runCli(['--help', '--lang', 'en'], back.io)).toBe(0);
    expect(back.out()).toContain('Exit codes:');
  });
  it('says its version', async () => {
    const cli = fakeCli();
    expect(await runCli(['--version'], cli.io)).toBe(0);
    expect(cli.out()).toBe('hugepages-guide 9.8.7\n');
  });
  it('has no option that no command takes', () => {
    const taken = [null, ...COMMAND_NAMES].flatMap((command) => [...optionsOf(command)]);
    expect(new Set(taken)).toEqual(new Set(Object.keys(OPTIONS)));
  });
});

describe('wrong usage', () => {
  it('goes to standard error with exit code 2, in the language of the terminal', async () => {
    const english = fakeCli();
    expect(await runCli(['bogus'], english.io)).toBe(2);
    expect(english.out()).toBe('');
    expect(english.err()).toBe(
      'hugepages-guide: “bogus” is no command. Choose one of: status, plan, apply, patch, verify, undo, history. Without a command the window opens.\n',
    );
    const chinese = fakeCli({ env: { LANG: 'zh_CN.UTF-8' } });
    expect(await runCli(['bogus'], chinese.io)).toBe(2);
    expect(chinese.err()).toContain('没有“bogus”这个命令');
  });
  it('is one JSON document on standard output with --json', async () => {
    const cli = fakeCli();
    expect(await runCli(['status', '--bogus', '--json'], cli.io)).toBe(2);
    expect(cli.json()).toMatchObject({ error: { id: 'unknown-option' } });
    expect(cli.err()).toBe('');
  });
});

describe('without a command', () => {
  it('opens the window and ends as it does', async () => {
    const cli = fakeCli({ openWindow: () => Promise.resolve({ kind: 'closed', exitCode: 0 }) });
    expect(await runCli([], cli.io)).toBe(0);
    expect(cli.err()).toBe('');
    const broken = fakeCli({ openWindow: () => Promise.resolve({ kind: 'closed', exitCode: 133 }) });
    expect(await runCli([], broken.io)).toBe(1);
  });
  it('warns root that there is no sandbox', async () => {
    const cli = fakeCli({
      openWindow: (onStart) => {
        onStart(true);
        return Promise.resolve({ kind: 'closed', exitCode: 0 });
      },
    });
    expect(await runCli([], cli.io)).toBe(0);
    expect(cli.err()).toContain('without its sandbox');
  });
  it.each([
    ['no-electron', 'npm start', 'npm start'],
    ['no-display', 'DISPLAY', 'DISPLAY'],
  ] as const)('says what is missing when it cannot: %s', async (kind, english, chinese) => {
    const cli = fakeCli({ openWindow: () => Promise.resolve({ kind }) });
    expect(await runCli([], cli.io)).toBe(1);
    expect(cli.err()).toContain(english);
    const inChinese = fakeCli({ openWindow: () => Promise.resolve({ kind }) });
    expect(await runCli(['--lang', 'zh-CN'], inChinese.io)).toBe(1);
    expect(inChinese.err()).toContain(chinese);
    expect(inChinese.err()).toContain('请');
  });
});
