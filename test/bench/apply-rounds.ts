import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { makePlan } from '../../common/make-plan';
import { GIB_IN_KIB } from '../../common/memory-size';
import type { Plan } from '../../common/plan';
import { USUAL_WISHES } from '../../common/plan-request';
import { renderRootScript } from '../../common/root-script';
import { readHost } from '../../main/kernel';
import { newPlanId } from '../../main/plan-id';
import { emptyPools, growPoolTo, readPool } from '../machine/harness/pool';
import { createTestUser } from '../machine/harness/test-user';
import { median } from './rounds';

// Runs inside the private machine and prints its two medians as JSON; see apply-bench.ts.

const ROUNDS = 9;
const PAGES = 2_048;
const FSTAB_BEFORE = '/run/fstab-before';

const wholeMs: number[] = [];
const bareMs: number[] = [];
let steps: readonly string[] = [];

// The plan is for the person who called sudo, as in the program.
process.env['SUDO_UID'] = String((await createTestUser()).uid);
if (!existsSync('/etc/fstab')) spawnSync('touch', ['/etc/fstab']);
copyFileSync('/etc/fstab', FSTAB_BEFORE);
// Once for the page cache: the machine must be able to give the pages at all.
await growPoolTo(PAGES);

for (let round = 0; round < ROUNDS; round += 1) {
  await emptyPools();
  bareMs.push(timeShell(`echo ${String(PAGES)} > /proc/sys/vm/nr_hugepages`));
  await emptyPools();
  const plan = planOf4GiB();
  steps = plan.steps.filter(({ state }) => state === 'todo').map(({ kind }) => kind);
  wholeMs.push(timeShell(renderRootScript(plan)));
  if (readPool().nr_hugepages !== PAGES) throw new Error('The whole apply left the pool short.');
  forgetApply();
}
process.stdout.write(JSON.stringify({ wholeMs: median(wholeMs), bareMs: median(bareMs), steps }));

function planOf4GiB(): Plan {
  const request = {
    guestKiB: 4 * GIB_IN_KIB,
    pageKiB: 2_048,
    sizing: { kind: 'exact' },
    isPersistent: true,
    givesBack: false,
    guestPids: [],
    wishes: USUAL_WISHES,
  } as const;
  const result = makePlan(readHost(), [], request, newPlanId(new Date()));
  if (result.kind === 'refused') throw new Error(`No plan: ${result.refusals.map(({ id }) => id).join(', ')}`);
  return result.plan;
}

function timeShell(text: string): number {
  const startMs = performance.now();
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', text], { encoding: 'utf8' });
  const takenMs = performance.now() - startMs;
  if (status !== 0) throw new Error(`The root text failed: ${stdout}${stderr}`);
  return takenMs;
}

/** Back to a machine where nothing was applied, so that the next round has every step to do. */
function forgetApply(): void {
  for (const command of [
    ['umount', '/dev/hugepages'],
    ['rmdir', '/dev/hugepages'],
    ['groupdel', 'kvm'],
  ]) {
    spawnSync(command[0] ?? '', command.slice(1));
  }
  rmSync('/etc/sysctl.d/40-hugepage.conf', { force: true });
  rmSync('/var/lib/hugepages-guide', { recursive: true, force: true });
  rmSync('/run/hugepages-guide', { recursive: true, force: true });
  copyFileSync(FSTAB_BEFORE, '/etc/fstab');
}
