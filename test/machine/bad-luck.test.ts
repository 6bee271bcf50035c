import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findings } from '../../common/advice';
import { renderRootScript } from '../../common/root-script';
import { parseRunReport } from '../../common/run-report';
import { makePlan } from '../../common/make-plan';
import type { Plan } from '../../common/plan';
import { readHost } from '../../main/kernel';
import { newPlanId } from '../../main/plan-id';
import { readRun } from '../../main/run-progress';
import {
  applyNow,
  freshMachine,
  FSTAB,
  machineState,
  ONE_GIB,
  ORIGINAL_FSTAB,
  OUR_BLOCK,
  planForTestUser,
  planNow,
} from './applying';
import { growPoolTo, readPool } from './harness/pool';
import { mustRun, run, start } from './harness/processes';
import { waitFor } from './harness/wait-for';

const cleanups: (() => unknown)[] = [];

beforeAll(async () => {
  await planForTestUser();
});

beforeEach(async () => {
  await freshMachine();
  writeFileSync(FSTAB, ORIGINAL_FSTAB);
});

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function refusalIds(): readonly string[] {
  const result = makePlan(readHost(), [], ONE_GIB, newPlanId(new Date()));
  return result.kind === 'refused' ? result.refusals.map(({ id }) => id) : [];
}

describe('when a step fails half-way', () => {
  test('an immutable fstab: says which file, and undoes everything before it to the byte', async () => {
    const plan = planNow();
    const before = await machineState();
    await mustRun(['chattr', '+i', FSTAB]);
    cleanups.push(() => mustRun(['chattr', '-i', FSTAB]));
    const outcome = await applyNow(plan);
    expect(outcome).toMatchObject({
      kind: 'failed',
      report: { failure: { step: 'fstab', reason: 'file-not-writable' } },
    });
    await mustRun(['chattr', '-i', FSTAB]);
    expect(await machineState()).toEqual(before);
    if (outcome.kind !== 'failed') return;
    expect(outcome.report.steps.map(({ progress }) => progress)).toEqual(Array(6).fill('undone'));
  });

  test('a read-only /etc: refused before anything, and nothing is left behind when it turns read-only later', async () => {
    const plan = planNow();
    const before = await machineState();
    await mustRun(['mount', '-o', 'remount,bind,ro', '/etc']);
    cleanups.push(() => mustRun(['mount', '-o', 'remount,bind,rw', '/etc']));
    expect(refusalIds()).toEqual(['file-not-writable']);
    expect(await applyNow(plan)).toMatchObject({ kind: 'failed', report: { failure: { step: 'group' } } });
    expect(await machineState()).toEqual(before);
  });

  test('a full disk under the journal: nothing is changed without a kept old value', async () => {
    const plan = planNow();
    const before = await machineState();
    mkdirSync('/var/lib/hugepages-guide', { recursive: true });
    await mustRun(['mount', '-t', 'tmpfs', '-o', 'size=4k,mode=755', 'tmpfs', '/var/lib/hugepages-guide']);
    cleanups.push(() => mustRun(['umount', '/var/lib/hugepages-guide']));
    mkdirSync('/var/lib/hugepages-guide/journal');
    writeFileSync('/var/lib/hugepages-guide/full', Buffer.alloc(4_096), { flag: 'w' });
    expect(await applyNow(plan)).toMatchObject({ kind: 'failed', report: { failure: { reason: 'no-journal' } } });
    expect(await machineState()).toEqual(before);
  });

  test('a pool that changed since the plan was made is not overwritten', async () => {
    const plan = planNow();
    await growPoolTo(7);
    expect(await applyNow(plan)).toMatchObject({
      kind: 'failed',
      report: { failure: { step: null, reason: 'pool-changed', detail: '7' } },
    });
    expect(readPool().nr_hugepages).toBe(7);
    expect(existsSync('/dev/hugepages')).toBe(false);
  });

  test('a host that would fall under its reserve is refused by the root text too, before any write', async () => {
    const plan: Plan = { ...planNow(), hostReserveKiB: 1_000_000_000_000 };
    const before = await machineState();
    expect(await applyNow(plan)).toMatchObject({ kind: 'failed', report: { failure: { reason: 'host-starved' } } });
    expect(await machineState()).toEqual(before);
  });

  test('a mount of another page size at the very place is not taken for a success', async () => {
    const plan = planNow();
    mkdirSync('/dev/hugepages');
    await mustRun(['mount', '-t', 'hugetlbfs', '-o', 'pagesize=1G', 'hugetlbfs', '/dev/hugepages']);
    expect(await applyNow(plan)).toMatchObject({
      kind: 'failed',
      report: { failure: { step: 'mount', reason: 'not-effective' } },
    });
    expect(readPool().nr_hugepages).toBe(0);
  });

  test('a run folder that another user could write is not used', async () => {
    const plan = planNow();
    mkdirSync('/run/hugepages-guide');
    await mustRun(['chmod', '0777', '/run/hugepages-guide']);
    expect(await applyNow(plan)).toMatchObject({ kind: 'failed', report: { failure: { reason: 'unsafe-folder' } } });
  });
});

describe('fewer pages than asked', () => {
  test('is an outcome of its own, with both numbers, and everything else is kept', async () => {
    // More 1 GiB pieces than this machine has: the kernel gives what it finds, and kills nothing for it.
    const totalGiB = Math.ceil((readHost().memory.totalKiB ?? 0) / 1_048_576);
    const made = planNow({ pageKiB: 1_048_576, sizing: { kind: 'exact' } });
    const steps = made.steps.map((step) => (step.kind === 'pool' ? { ...step, toPages: totalGiB } : step));
    const plan: Plan = { ...made, steps, pool: { ...made.pool, toPages: totalGiB }, hostReserveKiB: 0 };
    const text = renderRootScript(plan).replaceAll('stop host-starved', 'true host-starved');
    const { stdout } = await run(['/bin/sh', '-s'], { input: text });
    const { report } = parseRunReport(stdout);
    const got = readPool(1_048_576).nr_hugepages;
    expect(report).toMatchObject({ end: 'short', gotPages: got });
    expect(got).toBeLessThan(totalGiB);
    await growPoolTo(0, 1_048_576);
    await mustRun(['umount', '/dev/hugepages1G']);
    rmSync('/dev/hugepages1G', { recursive: true });
  });
});

describe('an /etc/fstab that is not as expected', () => {
  test('without a last newline: gets one, and our block after it', async () => {
    writeFileSync(FSTAB, 'proc /proc proc defaults 0 0');
    await applyNow(planNow());
    expect(readFileSync(FSTAB, 'utf8')).toBe(ORIGINAL_FSTAB + OUR_BLOCK);
  });

  test('with CRLF and bytes that are no UTF-8: keeps every byte of it', async () => {
    const odd = Buffer.concat([
      Buffer.from('# f'),
      Buffer.from([0xfc, 0xdf]),
      Buffer.from('r\r\nproc /proc proc defaults 0 0\r\n'),
    ]);
    writeFileSync(FSTAB, odd);
    expect(await applyNow(planNow())).toMatchObject({ kind: 'applied' });
    expect(readFileSync(FSTAB)).toEqual(Buffer.concat([odd, Buffer.from(OUR_BLOCK)]));
  });

  test('with a line of one’s own for /dev/hugepages: leaves it alone and says so', async () => {
    const own = 'hugetlbfs /dev/hugepages hugetlbfs mode=01770,gid=kvm 0 0\n';
    writeFileSync(FSTAB, own);
    const plan = planNow();
    expect(plan.notes.find(({ id }) => id === 'own-fstab-line-boot-risk')?.severity).toBe('warning');
    expect(await applyNow(plan)).toMatchObject({ kind: 'applied' });
    expect(readFileSync(FSTAB, 'utf8')).toBe(own);
  });

  test('as a symbolic link: refused, and refused again by the root text when it turns into one later', async () => {
    const plan = planNow();
    renameSync(FSTAB, '/etc/fstab.real');
    symlinkSync('/etc/fstab.real', FSTAB);
    cleanups.push(() => {
      rmSync(FSTAB);
      renameSync('/etc/fstab.real', FSTAB);
    });
    expect(refusalIds()).toEqual(['file-is-symlink']);
    expect(await applyNow(plan)).toMatchObject({
      kind: 'failed',
      report: { failure: { step: 'fstab', reason: 'file-is-symlink' } },
    });
    expect(readFileSync('/etc/fstab.real', 'utf8')).toBe(ORIGINAL_FSTAB);
    expect(readPool().nr_hugepages).toBe(0);
  });

  test('missing altogether: is made, world-readable', async () => {
    rmSync(FSTAB);
    expect(await applyNow(planNow())).toMatchObject({ kind: 'applied' });
    expect(readFileSync(FSTAB, 'utf8')).toBe(OUR_BLOCK);
    expect(statSync(FSTAB).mode & 0o777).toBe(0o644);
  });

  test('keeps its mode and owner', async () => {
    await mustRun(['chmod', '0640', FSTAB]);
    await mustRun(['chown', '1:2', FSTAB]);
    await applyNow(planNow());
    const { mode, uid, gid } = statSync(FSTAB);
    expect([mode & 0o7777, uid, gid]).toEqual([0o640, 1, 2]);
  });

  test('gives the boot a mount that it wants but does not require', async () => {
    await applyNow(planNow());
    const out = '/run/generated';
    mkdirSync(out);
    await mustRun(['/usr/lib/systemd/system-generators/systemd-fstab-generator', out, out, out]);
    const wants = await run(['find', out, '-name', 'dev-hugepages.mount']);
    expect(wants.stdout).toContain('local-fs.target.wants/dev-hugepages.mount');
    expect(wants.stdout).not.toContain('requires');
    rmSync(out, { recursive: true });
  });
});

describe('the pool at the next boot', () => {
  /** What systemd does at boot, for this one setting. */
  const bootSysctl = (): Promise<string> => mustRun(['/usr/lib/systemd/systemd-sysctl', '--prefix=vm/nr_hugepages']);

  test('is as the plan said', async () => {
    await applyNow(planNow());
    await growPoolTo(0);
    await bootSysctl();
    expect(readPool().nr_hugepages).toBe(520);
  });

  test('is what a later file says, and the plan warned of it by file and line', async () => {
    const file = '/etc/sysctl.d/90-database.conf';
    writeFileSync(file, '# for the database\nvm.nr_hugepages = 33\n');
    cleanups.push(() => {
      rmSync(file);
    });
    const plan = planNow();
    const warning = plan.notes.find(({ id }) => id === 'later-sysctl-wins');
    expect(warning?.text.values).toMatchObject({ file, line: 2, theirPages: 33, ourPages: 520 });
    await applyNow(plan);
    await bootSysctl();
    expect(readPool().nr_hugepages).toBe(33);
  });
});

describe('several at once, and killed ones', () => {
  test('a second run while one holds the lock changes nothing and says that it is busy', async () => {
    const plan = planNow();
    mkdirSync('/run/hugepages-guide', { mode: 0o755 });
    const holder = await start(['flock', '--no-fork', '/run/hugepages-guide/lock', 'sleep', '600']);
    cleanups.push(holder.stop);
    await waitFor(
      'the lock is held',
      async () => (await run(['flock', '-n', '/run/hugepages-guide/lock', 'true'])).exitCode === 1,
    );
    const before = await machineState();
    expect(await applyNow(plan)).toEqual({ kind: 'busy' });
    expect(await machineState()).toEqual(before);
  });

  test('a run goes on to its end when the program that started it is killed', async () => {
    const plan = planNow();
    // Its reader goes away with the starter: what it says then reaches nobody, and must not stop it.
    const starter = spawn('/bin/sh', ['-c', '/bin/sh -s | cat'], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    // It stands still before the pool until its starter is gone, so that it is in the middle for certain.
    const gate = '/run/starter-is-gone';
    cleanups.push(() => {
      rmSync(gate, { force: true });
    });
    const waiting = `\n  while [ ! -e ${gate} ]; do sleep 0.02; done\n  step_pool\n`;
    starter.stdin.end(renderRootScript(plan).replace('\n  step_pool\n', () => waiting));
    await waitFor('the run has begun', () => readRun()?.isRunning);
    const pid = String(starter.pid);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    const cat = children.find((child) => readFileSync(`/proc/${child}/comm`, 'utf8') === 'cat\n');
    process.kill(Number(cat), 'SIGKILL');
    process.kill(Number(pid), 'SIGKILL');
    await once(starter, 'exit');
    writeFileSync(gate, '');
    await waitFor('the run has ended', () => readRun()?.report.end);
    expect(readRun()).toMatchObject({ report: { planId: plan.id, end: 'applied' }, isRunning: false });
    expect(readFileSync(FSTAB, 'utf8')).toBe(ORIGINAL_FSTAB + OUR_BLOCK);
    expect(readPool().nr_hugepages).toBe(520);
  });

  test('a run that was killed itself is not taken for one that still runs', async () => {
    const shell = spawn('/bin/sh', ['-s'], { stdio: ['pipe', 'ignore', 'ignore'] });
    // Ends by SIGKILL as soon as the pool is grown: in the middle of the plan.
    shell.stdin.end(renderRootScript(planNow()).replace('\n  step_sysctl\n', () => '\n  kill -KILL $$\n'));
    await once(shell, 'exit');
    expect(readRun()).toMatchObject({ report: { end: null }, isRunning: false, pagesNow: 520 });
    expect(findings(readHost()).find(({ id }) => id === 'run')?.sentence.key).toBe('finding.run.interrupted');
    expect(readFileSync(FSTAB, 'utf8')).toBe(ORIGINAL_FSTAB);
    expect(await applyNow(planNow())).toMatchObject({ kind: 'applied' });
    expect(findings(readHost()).map(({ id }) => id)).not.toContain('run');
    expect(readFileSync(FSTAB, 'utf8')).toBe(ORIGINAL_FSTAB + OUR_BLOCK);
  });

  test('a text that arrives cut off does nothing at all', async () => {
    const before = await machineState();
    const text = renderRootScript(planNow());
    await run(['/bin/sh', '-s'], { input: text.slice(0, text.lastIndexOf('\nmain ') + 1) });
    expect(await machineState()).toEqual(before);
    expect(existsSync('/run/hugepages-guide')).toBe(false);
  });
});
