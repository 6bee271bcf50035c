import { chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LOCALES } from '../../common/locale';
import { makePlan } from '../../common/make-plan';
import { message } from '../../common/message';
import { translatorFor } from '../../common/text/translator';
import { readHost } from '../../main/kernel';
import { newPlanId } from '../../main/plan-id';
import { readVms } from '../../main/vm-processes';
import { applyNow, freshMachine, ONE_GIB, planForTestUser, planNow } from './applying';
import { readPool } from './harness/pool';
import type { Running } from './harness/processes';
import { startQemu } from './harness/qemu';
import { runCliAs, type TestUser } from './harness/test-user';

let maria: TestUser;
const cleanups: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  maria = await planForTestUser();
});

beforeEach(freshMachine);

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** As after a new login: with the group that the plan has given. */
async function vmOfMaria(args: readonly string[], guestMiB = 1_024): Promise<Running> {
  const qemu = await startQemu({ guestMiB, args, user: maria });
  cleanups.push(qemu.stop);
  return qemu;
}

async function verify(...args: readonly string[]): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  return runCliAs(maria, ['verify', ...args]);
}

describe('verify, as the user who started the VM', () => {
  test('counts used and promised pages up to exactly the VM’s size', async () => {
    await applyNow(planNow());
    const qemu = await vmOfMaria(['-mem-path', '/dev/hugepages', '-name', 'win10']);
    const { exitCode, stdout } = await verify('--json');
    expect(exitCode).toBe(0);
    const { verdicts } = JSON.parse(stdout) as { verdicts: readonly Record<string, unknown>[] };
    expect(verdicts).toHaveLength(1);
    const [verdict] = verdicts;
    expect(verdict).toMatchObject({ pid: qemu.pid, name: 'win10', kind: 'all', neededPages: 512, pageKiB: 2_048 });
    const { nr_hugepages, free_hugepages, resv_hugepages } = readPool();
    expect(verdict).toMatchObject({ inUsePages: nr_hugepages - free_hugepages, promisedPages: resv_hugepages });
    expect(Number(verdict?.['inUsePages']) + Number(verdict?.['promisedPages'])).toBe(512);
  });

  test('with -mem-prealloc shows every page in use, and says it in both languages', async () => {
    await applyNow(planNow());
    const { pid } = await vmOfMaria(['-mem-path', '/dev/hugepages', '-mem-prealloc', '-name', 'win10']);
    const title = message('verdict.title.all', { name: 'win10' });
    const sum = { inUse: 512, promised: 0, count: 512, heldKiB: ONE_GIB.guestKiB };
    const arithmetic = message('verdict.arithmetic.sum', sum);
    for (const locale of LOCALES) {
      const { say } = translatorFor(locale);
      const { exitCode, stdout, stderr } = await verify('--lang', locale);
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      expect(stdout).toBe(`${say(title)} (PID ${String(pid)})\n  ${say(arithmetic)}\n`);
    }
    expect((await verify('--lang', 'en')).stdout).toContain('512 in use + 0 promised = 512 pages = 1 GiB');
  });

  test('says so when a VM runs on ordinary memory, and what to add to its start', async () => {
    await applyNow(planNow());
    await vmOfMaria(['-name', 'forgot']);
    const { exitCode, stdout } = await verify();
    expect(exitCode).toBe(1);
    expect(stdout).toContain('forgot uses no huge pages.');
    expect(stdout).toContain('-mem-path /dev/hugepages');
  });

  test('says so when the path it was given is no hugetlbfs mount, which QEMU keeps to itself', async () => {
    const folder = `${maria.home}/plain`;
    mkdirSync(folder);
    chownSync(folder, maria.uid, maria.gid);
    cleanups.push(async () => {
      await rm(folder, { recursive: true, force: true });
    });
    await vmOfMaria(['-mem-path', folder, '-name', 'fooled'], 256);
    const { exitCode, stdout } = await verify();
    expect(exitCode).toBe(1);
    expect(stdout).toContain('no hugetlbfs mount');
  });

  test('counts a VM on a memfd of huge pages, which needs no mount', async () => {
    await applyNow(planNow());
    const object = 'memory-backend-memfd,id=mem,size=1G,hugetlb=on,hugetlbsize=2M,share=on';
    await vmOfMaria(['-object', object, '-machine', 'memory-backend=mem', '-name', 'shared']);
    const { exitCode, stdout } = await verify();
    expect(stdout).toContain('= 512 pages = 1 GiB');
    expect(exitCode).toBe(0);
  });

  test('judges several VMs each by its own pages', async () => {
    await applyNow(planNow({ guestKiB: 2 * ONE_GIB.guestKiB }));
    await vmOfMaria(['-mem-path', '/dev/hugepages', '-mem-prealloc', '-name', 'first']);
    const second = await vmOfMaria(['-mem-path', '/dev/hugepages', '-name', 'second'], 512);
    await vmOfMaria(['-name', 'third'], 256);
    const { exitCode, stdout } = await verify();
    expect(exitCode).toBe(1);
    expect(stdout).toContain('first runs fully on huge pages.');
    expect(stdout).toContain('second runs fully on huge pages.');
    expect(stdout).toContain('= 256 pages = 512 MiB');
    expect(stdout).toContain('third uses no huge pages.');
    expect((await verify('--pid', String(second.pid))).exitCode).toBe(0);
  });

  test('without a VM says in both languages that none runs, and exits with 1', async () => {
    for (const locale of LOCALES) {
      const sentence = translatorFor(locale).say(message('cli.error.no-vm'));
      expect(await verify('--lang', locale)).toMatchObject({
        exitCode: 1,
        stdout: '',
        stderr: `hugepages-guide: ${sentence}\n`,
      });
    }
    expect(JSON.parse((await verify('--json')).stdout)).toMatchObject({ error: { id: 'no-vm' }, verdicts: [] });
  });
});

describe('a pool that a VM is using', () => {
  test('grows by what the next VM needs, on top of what the first one holds', async () => {
    await applyNow(planNow());
    await vmOfMaria(['-mem-path', '/dev/hugepages', '-name', 'first']);
    const plan = planNow({ guestKiB: ONE_GIB.guestKiB / 2, sizing: { kind: 'exact' } });
    expect(plan.pool).toMatchObject({ heldByOthersPages: 512, neededPages: 256, toPages: 768 });
    expect(plan.notes.map(({ id }) => id)).toContain('others-hold-pages');
    expect(await applyNow(plan)).toMatchObject({ kind: 'applied' });
    expect(readPool().nr_hugepages).toBe(768);
  });

  test('does not count the VM twice when it is the very one to be sized', async () => {
    await applyNow(planNow());
    const { pid } = await vmOfMaria(['-mem-path', '/dev/hugepages', '-name', 'win10']);
    const result = makePlan(readHost(), readVms(), { ...ONE_GIB, guestPids: [pid] }, newPlanId(new Date()));
    expect(result).toMatchObject({ kind: 'plan', plan: { pool: { heldByOthersPages: 0, toPages: 520 } } });
  });

  test('is never shrunk below what runs on it', async () => {
    await applyNow(planNow());
    await vmOfMaria(['-mem-path', '/dev/hugepages', '-name', 'first']);
    const plan = planNow({ guestKiB: 2_048, sizing: { kind: 'exact' } });
    expect(plan.pool.toPages).toBe(513);
    expect(await applyNow(plan)).toMatchObject({ kind: 'applied' });
    expect(readPool()).toMatchObject({ nr_hugepages: 513, surplus_hugepages: 0 });
  });

  test('is planned right when it was made smaller under a VM, and its pages became surplus', async () => {
    await applyNow(planNow());
    await vmOfMaria(['-mem-path', '/dev/hugepages', '-mem-prealloc', '-name', 'first']);
    writeFileSync('/proc/sys/vm/nr_hugepages', '100');
    expect(readHost().pools.find(({ pageKiB }) => pageKiB === 2_048)).toMatchObject({
      persistentPages: 100,
      totalPages: 512,
      surplusPages: 412,
    });
    const plan = planNow({ guestKiB: ONE_GIB.guestKiB / 2, sizing: { kind: 'exact' } });
    expect(plan.pool).toMatchObject({ fromPages: 100, toPages: 768 });
    expect(await applyNow(plan)).toMatchObject({ kind: 'applied' });
    expect(readFileSync('/proc/sys/vm/nr_hugepages', 'utf8')).toBe('768\n');
  });
});
