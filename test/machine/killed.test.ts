import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { renderRootScript } from '../../common/root-script';
import { renderUndoScript } from '../../common/undo/undo-script';
import { readUndoFacts } from '../../main/journal';
import {
  applyNow,
  freshMachine,
  FSTAB,
  machineNow,
  ORIGINAL_FSTAB,
  OUR_BLOCK,
  planForTestUser,
  planNow,
  SYSCTL,
} from './applying';
import { mustRun, run } from './harness/processes';
import { carryOut, undoPlan, undoResult } from './undoing';

const LOCK = '/run/hugepages-guide/lock';
/** As a shell says that SIGKILL ended a program. */
const KILLED = 137;
/** The commands that change something, or come right before or after: the text is killed before each of them. */
const MOMENTS = '*mv*|*cp*|*sync*|keep*|*echo*|try*|*rm*|*mkdir*|*umount*|finish*|step_*|*own*|end=*';

beforeAll(async () => {
  await planForTestUser();
});

beforeEach(async () => {
  await freshMachine();
  writeFileSync(FSTAB, ORIGINAL_FSTAB);
});

/**
 * Runs root text in bash, which kills it at the n-th of its moments; what that had started may still come to its end.
 * False where the text was through before.
 */
async function runKilled(text: string, moment: number): Promise<boolean> {
  const count = `case $BASH_COMMAND in ${MOMENTS}) n=$((n + 1)); [ "$n" -lt ${String(moment)} ] || kill -9 $$ ;; esac`;
  const trap = `n=0; trap '${count}' DEBUG; set -T`;
  const { exitCode, stdout } = await run(['sh', '-c', 'bash -c "$1"; exit $?', 'sh', `${trap}\n${text}`]);
  // Whoever still holds the lock is a program that the text had started.
  if (existsSync(LOCK)) await mustRun(['flock', LOCK, 'true']);
  if (exitCode !== KILLED) expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
  return exitCode === KILLED;
}

/** The old file or the new one, never half of one; and a journal that can be read. */
function expectWhole(): void {
  expect([ORIGINAL_FSTAB, ORIGINAL_FSTAB + OUR_BLOCK]).toContain(readFileSync(FSTAB, 'utf8'));
  if (existsSync(SYSCTL)) {
    expect(readFileSync(SYSCTL, 'utf8')).toBe(
      '# hugepages-guide begin\nvm.nr_hugepages = 520\n# hugepages-guide end\n',
    );
  }
}

async function undoWhatThereIs(): Promise<void> {
  expect(readUndoFacts().unreadable).toEqual([]);
  const result = undoResult();
  if (result.kind === 'refused') return;
  const outcome = await carryOut(result.plan);
  expect(outcome).toMatchObject({ kind: 'undone' });
}

describe('root text that is killed', () => {
  test('while it sets up, at any moment: files are old or new, and an undo puts everything back', async () => {
    const before = machineNow();
    let kills = 0;
    for (let moment = 1; ; moment += 1) {
      if (!(await runKilled(renderRootScript(planNow()), moment))) break;
      kills += 1;
      expectWhole();
      await undoWhatThereIs();
      expect(machineNow(), `killed at moment ${String(moment)}`).toEqual(before);
      rmSync('/var/lib/hugepages-guide/journal', { recursive: true, force: true });
    }
    expect(kills).toBeGreaterThan(90);
  }, 240_000);

  test('while it undoes, at any moment: files are old or new, and undoing again gets to the end', async () => {
    const before = machineNow();
    let kills = 0;
    for (let moment = 1; ; moment += 1) {
      expect(await applyNow(planNow())).toMatchObject({ kind: 'applied' });
      const isKilled = await runKilled(renderUndoScript(undoPlan()), moment);
      expectWhole();
      if (isKilled) await undoWhatThereIs();
      expect(machineNow(), `killed at moment ${String(moment)}`).toEqual(before);
      rmSync('/var/lib/hugepages-guide/journal', { recursive: true, force: true });
      if (!isKilled) break;
      kills += 1;
    }
    expect(kills).toBeGreaterThan(90);
  }, 240_000);
});
