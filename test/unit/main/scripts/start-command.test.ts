import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { findOnPath, readStartCommand } from '../../../../main/scripts/start-command';
import { scratchFolder } from '../../../fakes/shell';

let folder = '';

beforeEach(() => {
  const scratch = scratchFolder();
  folder = scratch.path;
  onTestFinished(scratch.remove);
});

function file(name: string, text: string, mode = 0o755): string {
  const path = join(folder, name);
  writeFileSync(path, text, { mode });
  return path;
}
function commandOf(path: string, env: Readonly<Record<string, string>> = { PATH: folder }): unknown {
  return readStartCommand(path, env);
}
const words = (...list: readonly string[]): unknown => ({ kind: 'command', words: list });
const cannotRun = (detail: string): unknown => ({ kind: 'refused', fault: { id: 'cannot-run', detail } });
const MISSING = { kind: 'refused', fault: { id: 'missing' } };

describe('the command that runs a script', () => {
  it('is the script itself where that may be executed', () => {
    const path = file(`-a "b" 'c' $(d)\n.sh`, '#!/bin/sh\n');
    expect(commandOf(path)).toEqual(words(path));
  });
  it('is the interpreter that a script names which may not be executed', () => {
    const path = file('vm.sh', '#! /bin/sh\t-e -u \t\nexit\n', 0o644);
    expect(commandOf(path)).toEqual(words('/bin/sh', '-e -u', path));
  });
  it('gives env(1) the name of the shell as its argument', () => {
    const path = file('vm.sh', '#!/usr/bin/env bash', 0o600);
    expect(commandOf(path)).toEqual(words('/usr/bin/env', 'bash', path));
  });
  it('takes an interpreter without a path for one beside the script, as the kernel does from there', () => {
    file('shell', '');
    const path = file('vm.sh', '#!shell\n');
    expect(commandOf(path)).toEqual(words(path));
  });
  it.each([0o755, 0o644])('is bash where the script names nothing (mode %o)', (mode) => {
    const bash = file('bash', '');
    file('sh', '');
    const path = file('vm.sh', 'exec qemu-system-x86_64 -m 4G\n', mode);
    expect(commandOf(path)).toEqual(words(bash, path));
  });
  it('is sh where there is no bash', () => {
    const sh = file('sh', '');
    const path = file('vm.sh', '#!\nexit\n');
    expect(commandOf(path)).toEqual(words(sh, path));
    expect(commandOf(path, { PATH: join(folder, 'nowhere') })).toEqual(words('/bin/sh', path));
  });
  it('is what is no text, where that may be executed', () => {
    const program = '\x7fELF\x02\x01\x01\0\0\0';
    const path = file('vm', program);
    expect(commandOf(path)).toEqual(words(path));
    expect(commandOf(file('not', program, 0o644))).toEqual(cannotRun('EACCES: permission denied'));
  });
});

describe('a script that cannot be run', () => {
  it('is missing where there is no such file', () => {
    const path = file('vm.sh', '');
    symlinkSync('round', join(folder, 'round'));
    const paths = [
      join(folder, 'other.sh'),
      join(path, 'below'),
      join(folder, 'round'),
      `${path}\0`,
      'x'.repeat(5_000),
    ];
    expect(paths.map((one) => commandOf(one))).toEqual(paths.map(() => MISSING));
  });
  it('is no folder', () => {
    const path = join(folder, 'vm.sh');
    mkdirSync(path);
    expect(commandOf(path)).toEqual(cannotRun('EACCES'));
  });
  it('is refused with the name of the interpreter that is missing', () => {
    const path = file('vm.sh', '#!/usr/bin/no-such-shell -e\n');
    expect(commandOf(path)).toEqual(cannotRun('/usr/bin/no-such-shell: ENOENT: no such file or directory'));
  });
  it('shows the carriage return that an editor for Windows has left after the interpreter', () => {
    const path = file('vm.sh', '#!/bin/sh\r\nexit\r\n');
    expect(commandOf(path)).toEqual(cannotRun('/bin/sh\\r: ENOENT: no such file or directory'));
  });
});

describe('a program of the person’s', () => {
  it('is the first one on PATH that may be executed', () => {
    const [first, second] = [join(folder, 'a'), join(folder, 'b')];
    mkdirSync(first);
    mkdirSync(second);
    file('a/sg', '', 0o644);
    const found = file('b/sg', '');
    expect(findOnPath('sg', { PATH: `:.:${first}:${folder}/none:${second}` })).toBe(found);
    expect(findOnPath('sg', { PATH: first })).toBeNull();
  });
  it('is looked for in the usual folders where there is no PATH', () => {
    expect(findOnPath('sh', {})).toMatch(/\/sh$/);
  });
});
