import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshMachine } from './applying';
import { type Polkit, startPolkit } from './harness/polkit';
import { OUTSIDE } from './harness/private-machine';
import { type DialogAnswer, type PolkitAgent, startPolkitAgent } from './harness/polkit-agent';
import { growPoolTo, readPool } from './harness/pool';
import { mustRun, type Running } from './harness/processes';
import { restoreEtc } from './harness/restore-etc';
import { startQemu } from './harness/qemu';
import { createTestUser, runAs, type TestUser } from './harness/test-user';

let maria: TestUser;
const cleanups: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  maria = await createTestUser();
});

beforeEach(freshMachine);

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

describe('the private machine', () => {
  test('has folders of its own for everything the root text writes to', () => {
    const mounts = execFileSync('findmnt', ['--noheadings', '--list', '--output', 'TARGET,FSTYPE'], {
      encoding: 'utf8',
    });
    for (const folder of ['/etc', '/var/lib', '/run', '/dev']) {
      expect(mounts).toMatch(new RegExp(`^${folder} +tmpfs$`, 'm'));
    }
  });

  test('is a machine where the program never was', () => {
    expect(existsSync('/dev/hugepages')).toBe(false);
    expect(existsSync('/run/hugepages-guide')).toBe(false);
    expect(execFileSync('findmnt', ['--noheadings', '--list'], { encoding: 'utf8' })).not.toContain('hugetlbfs');
  });

  test('keeps accounts, files below /etc and mounts from the machine around it', async () => {
    writeFileSync('/etc/private-machine-was-here', 'yes');
    mkdirSync('/dev/hugepages');
    await mustRun(['mount', '-t', 'hugetlbfs', 'hugetlbfs', '/dev/hugepages']);
    expect(readFileSync('/etc/passwd', 'utf8')).toContain(`${maria.name}:`);

    expect(existsSync(`${OUTSIDE}/etc/private-machine-was-here`)).toBe(false);
    expect(readFileSync(`${OUTSIDE}/etc/passwd`, 'utf8')).not.toContain(`${maria.name}:`);
    expect(statSync('/dev/hugepages').dev).not.toBe(statSync(`${OUTSIDE}/dev`).dev);
    expect(readFileSync('/proc/self/mountinfo', 'utf8')).not.toMatch(/ shared:\d+ /);
  });
});

describe('a private /etc that a test has changed', () => {
  test('is put back as it was, whatever was done to it', async () => {
    const before = fingerprint();
    writeFileSync('/etc/hostname', 'changed\n');
    chmodSync('/etc/profile', 0o600);
    rmSync('/etc/sysctl.d', { recursive: true, force: true });
    mkdirSync('/etc/added/deeply', { recursive: true });
    expect(fingerprint()).not.toBe(before);

    await restoreEtc();

    expect(fingerprint()).toBe(before);
  });

  function fingerprint(): string {
    return execFileSync('find', ['/etc', '!', '-type', 'd', '-printf', '%p %m %U %G %s %T@ %l\\n'], {
      encoding: 'utf8',
    })
      .split('\n')
      .sort()
      .join('\n');
  }
});

describe('pkexec as an ordinary user', () => {
  const pkexec = () => runAs(maria, ['pkexec', '--disable-internal-agent', '/bin/true'], { env: { SHELL: '/bin/sh' } });

  test('runs when a rule grants it', async () => {
    await polkitWith('grant');
    expect(await pkexec()).toMatchObject({ exitCode: 0 });
  });

  test('is refused with 127 when a rule denies it', async () => {
    await polkitWith('deny');
    expect(await pkexec()).toMatchObject({
      exitCode: 127,
      stderr: expect.stringContaining('Not authorized') as string,
    });
  });

  test('ends with 127 and says so when no agent is there to ask', async () => {
    await polkitWith('none');
    const { exitCode, stderr } = await pkexec();
    expect(exitCode).toBe(127);
    expect(stderr).toContain('No authentication agent found');
  });

  test('ends with 126 when the person closes the dialog', async () => {
    const agent = await agentThat('close-the-dialog');
    expect(await pkexec()).toMatchObject({ exitCode: 126 });
    expect(agent.prompts).toHaveLength(1);
  });

  test('ends with 127 after a wrong password', async () => {
    await agentThat('type-a-wrong-password');
    expect(await pkexec()).toMatchObject({ exitCode: 127 });
  });

  test('asks one password and runs after the right one', async () => {
    const agent = await agentThat('type-the-password');
    expect(await pkexec()).toMatchObject({ exitCode: 0 });
    expect(agent.prompts.map(({ action }) => action)).toEqual(['org.freedesktop.policykit.exec']);
  });
});

describe('a real QEMU with -mem-path', () => {
  const inUse = () => readPool().nr_hugepages - readPool().free_hugepages;

  test('takes 512 pages for 1024 MiB at once with -mem-prealloc', async () => {
    await poolMountedWith(520);
    await qemuWith(['-mem-path', '/dev/hugepages', '-mem-prealloc']);
    expect(inUse()).toBe(512);
    expect(readPool().resv_hugepages).toBe(0);
  });

  test('is promised its 512 pages without -mem-prealloc', async () => {
    await poolMountedWith(520);
    await qemuWith(['-mem-path', '/dev/hugepages']);
    expect(inUse() + readPool().resv_hugepages).toBe(512);
    expect(readPool().resv_hugepages).toBeGreaterThan(0);
  });

  test('gives them back when it ends', async () => {
    await poolMountedWith(520);
    const qemu = await qemuWith(['-mem-path', '/dev/hugepages', '-mem-prealloc']);
    await qemu.stop();
    expect(readPool()).toMatchObject({ free_hugepages: 520, resv_hugepages: 0 });
  });

  test('does not start on a pool that is too small', async () => {
    await poolMountedWith(256);
    await expect(qemuWith(['-mem-path', '/dev/hugepages'])).rejects.toThrow('Cannot allocate memory');
  });
});

async function polkitWith(rule: Parameters<typeof startPolkit>[0]['rule']): Promise<Polkit> {
  const polkit = await startPolkit({ rule, user: maria.name });
  cleanups.push(polkit.stop);
  return polkit;
}

async function agentThat(answer: DialogAnswer): Promise<PolkitAgent> {
  await polkitWith('none');
  const agent = await startPolkitAgent(answer);
  cleanups.push(agent.stop);
  return agent;
}

async function poolMountedWith(pages: number): Promise<void> {
  await growPoolTo(pages);
  mkdirSync('/dev/hugepages');
  await mustRun(['mount', '-t', 'hugetlbfs', 'hugetlbfs', '/dev/hugepages']);
}

async function qemuWith(args: readonly string[]): Promise<Running> {
  const qemu = await startQemu({ guestMiB: 1_024, args });
  cleanups.push(qemu.stop);
  return qemu;
}
