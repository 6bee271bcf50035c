import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PlanRequest } from '../../common/plan-request';
import { readHost } from '../../main/kernel';
import { readUndoFacts } from '../../main/journal';
import {
  applyNow,
  freshMachine,
  FSTAB,
  machineNow,
  ONE_GIB,
  ORIGINAL_FSTAB,
  OUR_BLOCK,
  planForTestUser,
  planNow,
  SYSCTL,
} from './applying';
import { growPoolTo, readPool } from './harness/pool';
import { mustRun, run } from './harness/processes';
import { startQemu } from './harness/qemu';
import type { TestUser } from './harness/test-user';
import { carryOut, undoNow, undoPlan, undoResult } from './undoing';

let maria: TestUser;
const cleanups: (() => unknown)[] = [];

beforeAll(async () => {
  maria = await planForTestUser();
});

beforeEach(async () => {
  await freshMachine();
  writeFileSync(FSTAB, ORIGINAL_FSTAB);
});

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function mountHere(options: string): Promise<void> {
  mkdirSync('/dev/hugepages', { recursive: true });
  await mustRun(['mount', '-t', 'hugetlbfs', '-o', options, 'hugetlbfs', '/dev/hugepages']);
}

/** The how-to, done by hand to the end. */
async function howToByHand(): Promise<void> {
  await mustRun(['groupadd', '--system', 'kvm']);
  await mustRun(['gpasswd', '-a', maria.name, 'kvm']);
  appendFileSync(FSTAB, 'hugetlbfs /dev/hugepages hugetlbfs mode=01770,gid=kvm 0 0\n');
  await mountHere('mode=01770,gid=kvm');
  await growPoolTo(100);
  writeFileSync(SYSCTL, 'vm.nr_hugepages = 100\n');
}

const STARTS: readonly (readonly [string, () => unknown])[] = [
  ['a machine where nothing was set up', () => undefined],
  ['one where the how-to was done by hand', howToByHand],
  [
    'one with an fstab line of its own, and no last newline',
    () => {
      writeFileSync(FSTAB, `${ORIGINAL_FSTAB}hugetlbfs /dev/hugepages hugetlbfs mode=0755 0 0`);
    },
  ],
  [
    'one with a later file in sysctl.d',
    () => {
      writeFileSync('/etc/sysctl.d/90-mine.conf', 'vm.nr_hugepages = 7\n');
      cleanups.push(() => {
        rmSync('/etc/sysctl.d/90-mine.conf');
      });
    },
  ],
  [
    'one whose pool is in use',
    async () => {
      await mountHere('mode=0755');
      await growPoolTo(64);
      const qemu = await startQemu({ guestMiB: 128, args: ['-mem-path', '/dev/hugepages', '-mem-prealloc'] });
      cleanups.push(qemu.stop);
    },
  ],
  ['one that has the group already', () => mustRun(['groupadd', '--system', 'kvm'])],
];

const PLANS: readonly (readonly [string, Partial<PlanRequest>])[] = [
  ['a plan that is kept for every boot', {}],
  ['a plan until the next restart', { isPersistent: false }],
  ['a plan for the largest pages', { pageKiB: 1_048_576, sizing: { kind: 'exact' } }],
];

describe.each(STARTS)('undoing on %s', (_, begin) => {
  test.each(PLANS)('%s leaves no trace', async (__, request) => {
    await begin();
    const before = machineNow();
    expect(await applyNow(planNow(request))).toMatchObject({ kind: 'applied' });
    expect(machineNow()).not.toEqual(before);
    const outcome = await undoNow();
    expect(outcome).toMatchObject({ kind: 'undone', report: { end: 'applied' } });
    expect('checks' in outcome && outcome.checks.every(({ isAsBefore }) => isAsBefore)).toBe(true);
    expect(machineNow()).toEqual(before);
    expect(undoResult()).toMatchObject({ kind: 'refused', refusals: [{ id: 'nothing-to-undo' }] });
  });

  test('three plans on top of each other go together, in one run', async () => {
    await begin();
    const before = machineNow();
    for (const times of [1, 2, 1]) {
      const request = { guestKiB: times * ONE_GIB.guestKiB };
      expect(await applyNow(planNow(request))).toMatchObject({ kind: 'applied' });
    }
    expect(await undoNow()).toMatchObject({ kind: 'undone' });
    expect(machineNow()).toEqual(before);
  });
});

describe('one plan of several', () => {
  test('the last goes alone, back to what the one before left', async () => {
    await applyNow(planNow());
    const between = machineNow();
    const second = planNow({ guestKiB: 2 * ONE_GIB.guestKiB });
    await applyNow(second);
    expect(await undoNow({ kind: 'entry', id: second.id })).toMatchObject({ kind: 'undone' });
    expect(machineNow()).toEqual(between);
  });

  test('an earlier one leaves what a later one has changed again, and says which', async () => {
    const first = planNow();
    await applyNow(first);
    const second = planNow({ guestKiB: 2 * ONE_GIB.guestKiB });
    await applyNow(second);
    const plan = undoPlan({ kind: 'entry', id: first.id });
    const states = Object.fromEntries(plan.steps.map(({ kind, state }) => [kind, state]));
    expect(states).toMatchObject({ pool: 'left-out', sysctl: 'left-out', fstab: 'todo', mount: 'todo' });
    expect(await carryOut(plan)).toMatchObject({ kind: 'partly' });
    expect(readPool().nr_hugepages).toBe(1_030);
    expect(readFileSync(SYSCTL, 'utf8')).toContain('1030');
  });

  test('after an undo the next plan can be undone again, and both are in the journal', async () => {
    const before = machineNow();
    for (let round = 0; round < 3; round += 1) {
      await applyNow(planNow());
      expect(await undoNow()).toMatchObject({ kind: 'undone' });
      expect(machineNow()).toEqual(before);
    }
    expect(readUndoFacts().entries).toHaveLength(6);
  });
});

describe('what somebody has changed since', () => {
  test('an fstab with a new line: only ours goes', async () => {
    await applyNow(planNow());
    appendFileSync(FSTAB, 'tmpfs /mnt tmpfs noauto 0 0\n');
    expect(await undoNow()).toMatchObject({ kind: 'undone' });
    expect(readFileSync(FSTAB, 'utf8')).toBe(`${ORIGINAL_FSTAB}tmpfs /mnt tmpfs noauto 0 0\n`);
  });

  test('an fstab whose line of ours was edited stays, with a word', async () => {
    await applyNow(planNow());
    const edited = readFileSync(FSTAB, 'utf8').replace('mode=01770', 'mode=01777');
    writeFileSync(FSTAB, edited);
    const plan = undoPlan();
    expect(plan.steps.find(({ kind }) => kind === 'fstab')).toMatchObject({
      state: 'left-out',
      reason: { key: 'undo.reason.file-changed' },
    });
    expect(await carryOut(plan)).toMatchObject({ kind: 'partly' });
    expect(readFileSync(FSTAB, 'utf8')).toBe(edited);
    expect(readPool().nr_hugepages).toBe(0);
  });

  test('a pool of another size, a group with another member and a mount with another owner stay', async () => {
    await mountHere('mode=0755');
    await applyNow(planNow());
    await growPoolTo(33);
    await mustRun(['gpasswd', '-a', 'daemon', 'kvm']);
    chmodSync('/dev/hugepages', 0o1777);
    const kept = undoPlan().steps.filter(({ state }) => state === 'left-out');
    expect(kept.map(({ kind }) => kind)).toEqual(['pool', 'mount', 'group']);
    expect(await undoNow()).toMatchObject({ kind: 'partly' });
    expect(readPool().nr_hugepages).toBe(33);
    expect(readHost().group.members).toEqual(['daemon']);
  });

  test('a file that somebody removed stays removed', async () => {
    await applyNow(planNow());
    rmSync(SYSCTL);
    expect(await undoNow()).toMatchObject({ kind: 'undone' });
    expect(existsSync(SYSCTL)).toBe(false);
  });

  test('between the plan and the click: nothing is changed at all', async () => {
    await applyNow(planNow());
    const plan = undoPlan();
    appendFileSync(FSTAB, '# mine\n');
    const before = machineNow();
    expect(await carryOut(plan)).toMatchObject({
      kind: 'failed',
      report: { steps: [], failure: { reason: 'file-changed', detail: FSTAB } },
    });
    expect(machineNow()).toEqual(before);
  });
});

describe('pages that are in use', () => {
  test('are never taken from a VM: it is refused, with how many', async () => {
    await applyNow(planNow());
    const qemu = await startQemu({ guestMiB: 128, args: ['-mem-path', '/dev/hugepages'] });
    cleanups.push(qemu.stop);
    const before = machineNow();
    const result = undoResult();
    expect(result).toMatchObject({ kind: 'refused' });
    expect(result.kind === 'refused' && result.refusals.map(({ id }) => id)).toContain('pages-in-use');
    expect(machineNow()).toEqual(before);
    await qemu.stop();
    expect(await undoNow()).toMatchObject({ kind: 'undone' });
  });
});

describe('when a step of an undo fails half-way', () => {
  test('everything before it is set up again, and it can be tried once more', async () => {
    const before = machineNow();
    await applyNow(planNow());
    const applied = machineNow();
    const plan = undoPlan();
    // An account that takes the group for its own at the last moment: groupdel refuses then.
    await mustRun(['useradd', '--system', '--no-create-home', '--gid', 'kvm', 'late']);
    const outcome = await carryOut(plan);
    await mustRun(['userdel', 'late']);
    await run(['groupadd', '--system', 'kvm']);
    expect(outcome).toMatchObject({ kind: 'failed', report: { failure: { step: 'group' } } });
    expect(machineNow()).toEqual(applied);
    expect(await undoNow()).toMatchObject({ kind: 'undone' });
    expect(machineNow()).toEqual(before);
  });
});

describe('an fstab that two page sizes share', () => {
  test('loses the lines of one and keeps those of the other', async () => {
    await applyNow(planNow());
    const gigantic = planNow({ pageKiB: 1_048_576, sizing: { kind: 'exact' } });
    await applyNow(gigantic);
    expect(await undoNow({ kind: 'entry', id: gigantic.id })).toMatchObject({ kind: 'undone' });
    expect(readFileSync(FSTAB, 'utf8')).toBe(ORIGINAL_FSTAB + OUR_BLOCK);
    expect(readPool(1_048_576).nr_hugepages).toBe(0);
    expect(existsSync('/dev/hugepages1G')).toBe(false);
  });
});
