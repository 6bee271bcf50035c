import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { makePlan } from '../../common/make-plan';
import type { Outcome } from '../../common/outcome';
import type { Plan } from '../../common/plan';
import { type PlanRequest, USUAL_WISHES } from '../../common/plan-request';
import { renderRootScript } from '../../common/root-script';
import type { ScriptEdit } from '../../common/script/script-edit';
import { applyPlan } from '../../main/apply';
import { readHost } from '../../main/kernel';
import { newPlanId } from '../../main/plan-id';
import { readVms } from '../../main/vm-processes';
import { emptyPools, poolSizesKiB, readPool } from './harness/pool';
import { requirePrivateMachine } from './harness/private-machine';
import { run } from './harness/processes';
import { restoreEtc } from './harness/restore-etc';
import { createTestUser, type TestUser } from './harness/test-user';

export const FSTAB = '/etc/fstab';
export const SYSCTL = '/etc/sysctl.d/40-hugepage.conf';
/** What stands in it before each test that looks at it. */
export const ORIGINAL_FSTAB = 'proc /proc proc defaults 0 0\n';
/** What the program adds to it. */
export const OUR_BLOCK =
  '# hugepages-guide begin\n' +
  'hugetlbfs /dev/hugepages hugetlbfs mode=01770,gid=kvm,nosuid,nodev,nofail,X-mount.mkdir 0 0\n' +
  '# hugepages-guide end\n';

/** A 1 GiB VM, a little above: 520 pages of 2 MiB, kept for the next boot. */
export const ONE_GIB: PlanRequest = {
  guestKiB: 1_048_576,
  pageKiB: 2_048,
  sizing: { kind: 'a-little-above' },
  isPersistent: true,
  givesBack: true,
  guestPids: [],
  wishes: USUAL_WISHES,
};

/** The account that plans are for: root applies for the person who called sudo. */
export async function planForTestUser(): Promise<TestUser> {
  const user = await createTestUser();
  process.env['SUDO_UID'] = String(user.uid);
  return user;
}

/** The plan for the machine as it is now. Throws when it is refused: the tests of refusals look at `makePlan`. */
export function planNow(request: Partial<PlanRequest> = {}, script: ScriptEdit | null = null): Plan {
  const result = makePlan(readHost(), readVms(), { ...ONE_GIB, ...request }, newPlanId(new Date()), script);
  if (result.kind === 'plan') return result.plan;
  throw new Error(`refused: ${result.refusals.map(({ id }) => id).join(', ')}`);
}

/** Applies a plan as the program does, as root already. */
export function applyNow(plan: Plan): Promise<Outcome> {
  return applyPlan({ plan, rootText: renderRootScript(plan) });
}

/** Takes away everything that applying may have left, so that the next test starts on a fresh machine. */
export async function freshMachine(): Promise<void> {
  requirePrivateMachine();
  while ((await run(['umount', '--quiet', '/dev/hugepages'])).exitCode === 0);
  for (const path of ['/dev/hugepages', SYSCTL, '/run/hugepages-guide', '/run/systemd/system']) {
    rmSync(path, { recursive: true, force: true });
  }
  rmSync('/var/lib/hugepages-guide/journal', { recursive: true, force: true });
  await restoreEtc();
  await run(['groupdel', '--force', 'kvm']);
  await emptyPools();
}

/** Everything a plan may change, as it is now. */
export async function machineState(): Promise<unknown> {
  return {
    fstab: readFileSync(FSTAB, 'latin1'),
    group: readFileSync('/etc/group', 'latin1'),
    sysctl: existsSync(SYSCTL) ? readFileSync(SYSCTL, 'latin1') : null,
    leftovers: (await run(['sh', '-c', 'ls -d /etc/*hugepages-guide* /etc/sysctl.d/*hugepages-guide*'])).stdout,
    mounts: readHost().mounts,
    directory: existsSync('/dev/hugepages'),
    pool: readPool(),
  };
}

/** Everything that applying may touch, and everything around it, to the byte. */
export function machineNow(): unknown {
  return {
    files: ['/etc/fstab', '/etc/group', '/etc/gshadow'].map((file) => readFileSync(file, 'latin1')),
    sysctl: existsSync('/etc/sysctl.d/40-hugepage.conf'),
    etc: execFileSync('sh', ['-c', 'ls -l /etc /etc/sysctl.d | grep -v total'], { encoding: 'utf8' }).match(/\S+$/gm),
    mounts: readHost().mounts,
    directories: readHost().directories,
    pool: readPool(),
    gigantic: poolSizesKiB().includes(1_048_576) ? readPool(1_048_576).nr_hugepages : null,
  };
}
