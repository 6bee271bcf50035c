import { lstatSync, readdirSync, readlinkSync, rmSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { PRIVATE_FOLDER, requirePrivateMachine } from './private-machine';
import { mustRun } from './processes';

const PRISTINE = `${PRIVATE_FOLDER}/pristine-etc`;
/** Accounts stay: a test file makes its user once. */
const ACCOUNTS = /^(?:passwd|shadow|group|gshadow|subuid|subgid)-?$/;

/**
 * Makes the private /etc what it was when the machine began: text, mode, owner and time of every file and folder, and
 * nothing besides. Accounts and groups are left as they are. What a test made immutable or read-only it must free first.
 */
export async function restoreEtc(): Promise<void> {
  requirePrivateMachine();
  for (const path of differingBelow('')) {
    rmSync(join('/etc', path), { recursive: true, force: true });
    if (statOf(join(PRISTINE, path)) !== null) {
      await mustRun(['cp', '--archive', '--no-target-directory', join(PRISTINE, path), join('/etc', path)]);
    }
  }
}

/** What was changed, added or taken away below a folder; of a folder that is the same, what differs inside it. */
function differingBelow(folder: string): readonly string[] {
  const names = new Set([...readdirSync(join(PRISTINE, folder)), ...readdirSync(join('/etc', folder))]);
  return [...names]
    .filter((name) => folder !== '' || !ACCOUNTS.test(name))
    .flatMap((name) => {
      const path = join(folder, name);
      const before = statOf(join(PRISTINE, path));
      const now = statOf(join('/etc', path));
      if (before === null || now === null || !isSame(path, before, now)) return [path];
      return now.isDirectory() ? differingBelow(path) : [];
    });
}

function isSame(path: string, before: Stats, now: Stats): boolean {
  if (before.mode !== now.mode || before.uid !== now.uid || before.gid !== now.gid) return false;
  // A folder's time changes with what is in it, which is looked at by itself.
  if (now.isDirectory()) return true;
  if (now.isSymbolicLink()) return readlinkSync(join(PRISTINE, path)) === readlinkSync(join('/etc', path));
  return before.size === now.size && before.mtimeMs === now.mtimeMs;
}

function statOf(path: string): Stats | null {
  return lstatSync(path, { throwIfNoEntry: false }) ?? null;
}
