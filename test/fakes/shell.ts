import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ShellRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a text through a real /bin/sh, as the root text is run; bytes are kept as Latin-1. */
export function runInShell(text: string): ShellRun {
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-s'], {
    input: Buffer.from(text, 'latin1'),
    encoding: 'latin1',
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' },
  });
  return { status, stdout, stderr };
}

/** Is a program to be found where the root text looks for it? */
export function hasProgram(name: string): boolean {
  return ['/usr/sbin', '/usr/bin', '/sbin', '/bin'].some((folder) => existsSync(join(folder, name)));
}

/** A folder of its own for one test; the test hands `remove` to `onTestFinished`. */
export function scratchFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'hugepages-guide-'));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}
