import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { REPORTS, ROOT } from '../rings/command';
import { PLANTED_FILES, PLANTED_SENTENCE } from './planted-files';

const PREFIX = 'canaries-';
/** Neither sources nor settings. */
const LEFT_OUT = ['node_modules', 'out', 'release', 'test-results', 'coverage', '.git'];

/**
 * A copy of the checkout to plant faults in. It lies below the checkout, in the folder that no gate looks into, so that
 * it finds the same node_modules. Its name says whose it is, so that a later run can clear it away.
 */
export function makeScratchCopy(): string {
  const copy = join(ROOT, REPORTS, `${PREFIX}${String(process.pid)}`);
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const name of readdirSync(ROOT).filter((entry) => !LEFT_OUT.includes(entry))) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  }
  return copy;
}

/** Writes every fault into the copy. */
export function plantAll(copy: string): void {
  for (const [path, text] of Object.entries(PLANTED_FILES)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
  const { file, after, text } = PLANTED_SENTENCE;
  const catalogue = join(copy, file);
  writeFileSync(catalogue, readFileSync(catalogue, 'utf8').replace(after, `${after}${text}`));
}

/** Removes copies whose process has gone: those of runs that were killed. */
export function removeOldCopies(): void {
  const folder = join(ROOT, REPORTS);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(PREFIX))) {
    if (!isAlive(Number(name.slice(PREFIX.length)))) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
