import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, expect, vi } from 'vitest';

const CHILD = [process.execPath, '--import', 'tsx', join(import.meta.dirname, 'script-child.ts')];
const AS_NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];

// Each process of its own compiles what it runs, beside the rest of the tests.
vi.setConfig({ testTimeout: 60_000 });

const folders: string[] = [];

/** An empty folder without symlinks above it, which other users may enter. Call `removeFolders` once in the test file. */
export function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'scripts-')));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

/** Takes the folders of each test away again. */
export function removeFolders(): void {
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });
}

export const isRoot = process.getuid?.() === 0;

/** Whether a program does its work here. */
function succeeds(program: string, ...words: readonly string[]): boolean {
  return spawnSync(program, words, { stdio: 'ignore' }).status === 0;
}

/** User 65534 can be played, and reach these tests. */
export const canBeNobody = isRoot && succeeds('setpriv', ...AS_NOBODY.slice(1), 'test', '-r', CHILD.at(-1) ?? '');

/** A mount namespace can be had, in which nothing that is mounted reaches the machine. */
export const canMount = isRoot && succeeds('unshare', '--mount', '--propagation', 'private', 'true');

/** ACLs and extended attributes work in the temporary folder, and there are programs that set and show them. */
export const hasAttributes = inTemporaryFolder((folder) => {
  const sets =
    succeeds('setfacl', '-m', 'u:65534:r', folder) && succeeds('setfattr', '-n', 'user.a', '-v', 'b', folder);
  return sets && succeeds('getfacl', folder) && succeeds('getfattr', folder);
});

/** Files in the temporary folder can be marked immutable, and not any more. */
export const canBeImmutable = inTemporaryFolder(
  (folder) => isRoot && succeeds('chattr', '+i', folder) && succeeds('chattr', '-i', folder),
);

function inTemporaryFolder(probe: (folder: string) => boolean): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'scripts-'));
  try {
    return probe(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export interface ChildAnswer {
  readonly answer: unknown;
  /** What the script holds afterwards; null where it cannot be read. */
  readonly content: string | null;
  /** All names in the script's folder afterwards. */
  readonly names: readonly string[];
}

/** Does one thing to a script (see script-child.ts) as user 65534. */
export function runAsNobody(...words: readonly string[]): ChildAnswer {
  return runChild([...AS_NOBODY, ...CHILD, ...words]);
}

/** Does one thing to a script in a mount namespace that a shell text has set up; the text finds the folder in `$1`. */
export function runWithMounts(setUp: string, folder: string, ...words: readonly string[]): ChildAnswer {
  const shell = ['unshare', '--mount', '--propagation', 'private', 'sh', '-euc'];
  return runChild([...shell, `${setUp}\nshift\nexec "$@"`, 'sh', folder, ...CHILD, ...words]);
}

function runChild([program = '', ...words]: readonly string[]): ChildAnswer {
  const { stdout, stderr, status } = spawnSync(program, words, { encoding: 'utf8' });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return JSON.parse(stdout) as ChildAnswer;
}

/** Does one thing to a script beside what else is done. */
export async function startChild(...words: readonly string[]): Promise<ChildAnswer> {
  const [program = '', ...options] = CHILD;
  const child: ChildProcess = spawn(program, [...options, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(child.stdout === null ? '' : await text(child.stdout)) as ChildAnswer;
}
