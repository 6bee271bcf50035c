// Starts the fixture app on whichever host is found.
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findElectron } from './find-electron.js';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const BUILT_FIXTURE = join(ROOT, 'out/standin/fixture-app');
export const host = findElectron(ROOT);

const FIXTURE = join(ROOT, 'test/standin/fixture-app');

export function newUserData(): string {
  return mkdtempSync(join(tmpdir(), 'standin-spec-'));
}

function environment(extra: Readonly<Record<string, string>>): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(inherited), ...extra };
}

export function launch(userData: string, env: Readonly<Record<string, string>> = {}): Promise<ElectronApplication> {
  const args = [FIXTURE, `--user-data-dir=${userData}`];
  return _electron.launch({ executablePath: host.executablePath, args, env: environment(env), colorScheme: null });
}

/** The stand-in's windows start on a placeholder; real Electron's are reported when their first page is there. */
export async function settled(page: Page): Promise<Page> {
  await page.waitForURL((url) => !/^(about|data):/.test(url.href));
  return page;
}

export async function firstPage(app: ElectronApplication): Promise<Page> {
  return settled(await app.firstWindow());
}

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Run {
  readonly child: ChildProcess;
  readonly finished: Promise<Finished>;
  /** Resolves when the app has written this word. */
  readonly said: (word: string) => Promise<void>;
}

/** For runs that are meant to end by themselves: Playwright does not expect that of what it launches. */
export function start(userData: string, env: Readonly<Record<string, string>>, ...rest: string[]): Run {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const words = [...sandbox, FIXTURE, `--user-data-dir=${userData}`, ...rest];
  const child = spawn(host.executablePath, words, { env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const finished = once(child, 'close').then(() => ({ code: child.exitCode, stdout, stderr }));
  const said = async (word: string): Promise<void> => {
    while (!stdout.includes(word)) {
      const isOver = await Promise.race([once(child.stdout, 'data').then(() => false), finished.then(() => true)]);
      if (isOver && !stdout.includes(word))
        throw new Error(`The app ended without saying ${word}:\n${stdout}\n${stderr}`);
    }
  };
  return { child, finished, said };
}
