import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type CheckableShell, checkResult, checkSyntax } from '../../../../main/scripts/check-syntax';
import { findSystemProgram } from '../../../../main/scripts/system-programs';
import { makeFolder, removeFolders } from './elsewhere';

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');
const has = (program: string): boolean => findSystemProgram(program) !== null;
const hasKsh = has('ksh');
const hasMksh = has('mksh');

describe('checkSyntax', () => {
  removeFolders();
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each<CheckableShell>(['bash', 'sh', 'dash'])('accepts a script that %s can read', (shell) => {
    expect(checkSyntax(bytesOf('#!/bin/sh\nif true; then\n  echo "\xff"\r\nfi\n'), shell)).toBeNull();
  });
  it('names the line and the words of bash', () => {
    expect(checkSyntax(bytesOf('if true\nthen\nfi\n'), 'bash')).toEqual({
      id: 'syntax-error',
      shell: 'bash',
      line: 3,
      detail: "syntax error near unexpected token `fi'",
    });
    expect(checkSyntax(bytesOf('echo\necho "a\n\n'), 'bash')).toMatchObject({
      line: 2,
      detail: 'unexpected EOF while looking for matching `"\'',
    });
  });
  it('names the line and the words of dash', () => {
    expect(checkSyntax(bytesOf('if true\nthen\nfi\n'), 'dash')).toEqual({
      id: 'syntax-error',
      shell: 'dash',
      line: 3,
      detail: 'Syntax error: "fi" unexpected',
    });
  });
  it('does without a line where the shell names none', ({ skip }) => {
    skip(!has('busybox'), 'busybox is not installed');
    const fault = { id: 'syntax-error', shell: 'busybox', line: null, detail: 'syntax error: unexpected "fi"' };
    expect(checkSyntax(bytesOf('if true\nthen\nfi\n'), 'busybox')).toEqual(fault);
  });
  it.skipIf(!hasKsh)('reads ksh (needs ksh)', () => {
    expect(checkSyntax(bytesOf('if true\nthen\nfi\n'), 'ksh')).toMatchObject({ id: 'syntax-error', line: 3 });
  });
  it.skipIf(!hasMksh)('reads mksh (needs mksh)', () => {
    expect(checkSyntax(bytesOf('if true\nthen\nfi\n'), 'mksh')).toMatchObject({ id: 'syntax-error', line: 3 });
  });
  it('tells that a shell is not installed', () => {
    const missing = (['ash', 'ksh', 'mksh'] as const).filter((shell) => !has(shell));
    for (const shell of missing) expect(checkSyntax(bytesOf('true\n'), shell)).toEqual({ id: 'no-shell', shell });
  });

  it('accepts a here-document that ends with the file, of which bash only warns', () => {
    for (const shell of ['bash', 'dash'] as const) expect(checkSyntax(bytesOf('cat <<E\nabc\n'), shell)).toBeNull();
  });
  it('passes over that warning where there is an error behind it', () => {
    const text = 'x=$(cat <<E\n)\nfi\n';
    expect(checkSyntax(bytesOf(text), 'bash')).toMatchObject({
      detail: expect.not.stringContaining('warning') as unknown,
    });
  });
  it('refuses what bash complains about without failing', () => {
    expect(checkSyntax(bytesOf('if [[ a\nfoo\n'), 'bash')).toMatchObject({ id: 'syntax-error', line: 1 });
  });
  it('accepts the patterns of extglob, which a script turns on while it runs', () => {
    expect(checkSyntax(bytesOf('shopt -s extglob\necho !(a|b)\n'), 'bash')).toBeNull();
    expect(checkSyntax(bytesOf('if !(false); then echo; fi\n'), 'bash')).toBeNull();
    const broken = bytesOf('shopt -s extglob\necho !(a|b)\nfi\n');
    expect(checkSyntax(broken, 'bash')).toMatchObject({ line: 3 });
  });
  it('keeps what it says short where the script is one long line', () => {
    const fault = checkSyntax(bytesOf(`${'a'.repeat(900_000)} ) \n`), 'bash');
    expect(fault).toMatchObject({ id: 'syntax-error', line: 1 });
    expect(JSON.stringify(fault).length).toBeLessThan(500);
  });

  it.each<CheckableShell>(['bash', 'sh', 'dash'])('runs nothing of the script in %s', (shell) => {
    const trace = join(makeFolder(), 'trace');
    const touch = `touch '${trace}'\n`;
    const text = `${touch}set +n\n${touch}: $(${touch})\n: \`touch '${trace}'\`\ntrap "touch '${trace}'" EXIT\n: $((a[$(${touch})]))\n`;
    expect(checkSyntax(bytesOf(text), shell)).toBeNull();
    expect(existsSync(trace)).toBe(false);
  });
  it('runs nothing that the environment names', () => {
    const folder = makeFolder();
    const trace = join(folder, 'trace');
    writeFileSync(join(folder, 'start'), `touch '${trace}'\n`);
    for (const name of ['ENV', 'BASH_ENV']) vi.stubEnv(name, join(folder, 'start'));
    vi.stubEnv('BASH_FUNC_true%%', `() { touch '${trace}'; }`);
    vi.stubEnv('SHELLOPTS', 'noexec:verbose');
    vi.stubEnv('PATH', folder);
    for (const shell of ['bash', 'sh', 'dash'] as const) expect(checkSyntax(bytesOf('true\n'), shell)).toBeNull();
    expect(existsSync(trace)).toBe(false);
  });
  it('reads a script of 1 MiB', () => {
    const text = 'echo a\n'.repeat(149_796);
    for (const shell of ['bash', 'dash'] as const) {
      expect(checkSyntax(bytesOf(text), shell)).toBeNull();
      expect(checkSyntax(bytesOf(`${text}fi\n`), shell)).toMatchObject({ line: 149_797 });
      // The shell stops reading long before the end.
      expect(checkSyntax(bytesOf(`fi\n${text}`), shell)).toMatchObject({ line: 1 });
    }
  });
});

describe('checkResult', () => {
  const [good, bad] = [bytesOf('true\n'), bytesOf('true\nfi\n')];

  it('accepts a result that the shell can read', () => {
    expect(checkResult(bad, good, 'dash')).toBeNull();
  });
  it("blames the program where only the result cannot be read, in the shell's words", () => {
    const detail = 'dash: 2: Syntax error: "fi" unexpected';
    expect(checkResult(good, bad, 'dash')).toEqual({ id: 'result-refused', detail, byHand: '' });
  });
  it('names the error of the script where that could not be read before', () => {
    expect(checkResult(bytesOf('(\n'), bad, 'dash')).toMatchObject({ id: 'syntax-error', shell: 'dash', line: 2 });
  });
});
