import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readRun } from '../../main/run-progress';
import { freshMachine } from './applying';
import { type DialogAnswer, type PolkitAgent, startPolkitAgent } from './harness/polkit-agent';
import { type PolkitRule, startPolkit } from './harness/polkit';
import { readPool } from './harness/pool';
import { USER_NODE, USER_TREE } from './harness/private-machine';
import { type Finished, mustRun, run, start } from './harness/processes';
import { asUser, createTestUser, runCliAs, type TestUser } from './harness/test-user';
import { waitFor } from './harness/wait-for';

const APPLY = ['apply', '--memory', '1G', '--yes'];
const FSTAB = '/etc/fstab';
const ORIGINAL_FSTAB = 'proc /proc proc defaults 0 0\n';

let maria: TestUser;
const cleanups: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  maria = await createTestUser();
});

beforeEach(async () => {
  await freshMachine();
  writeFileSync(FSTAB, ORIGINAL_FSTAB);
});

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function polkitWith(rule: PolkitRule): Promise<void> {
  const polkit = await startPolkit({ rule, user: maria.name });
  cleanups.push(polkit.stop);
}

async function dialogWhere(answer: DialogAnswer): Promise<PolkitAgent> {
  await polkitWith('none');
  const agent = await startPolkitAgent(answer);
  cleanups.push(agent.stop);
  return agent;
}

function apply(...more: readonly string[]): Promise<Finished> {
  return runCliAs(maria, [...APPLY, ...more]);
}

function expectUntouched(): void {
  expect(readFileSync(FSTAB, 'utf8')).toBe(ORIGINAL_FSTAB);
  expect(existsSync('/dev/hugepages')).toBe(false);
  expect(existsSync('/var/lib/hugepages-guide/journal')).toBe(false);
  expect(readPool().nr_hugepages).toBe(0);
}

describe('apply on the command line, as an ordinary user', () => {
  test('asks for one password and then does all of it', async () => {
    const agent = await dialogWhere('type-the-password');
    const { exitCode, stdout, stderr } = await apply();
    expect(stderr).toBe('');
    expect(stdout).toContain('Done. Every step was carried out and read back.');
    expect(exitCode).toBe(0);
    expect(agent.prompts).toHaveLength(1);
    expect(readPool().nr_hugepages).toBe(520);
    expect(readFileSync(FSTAB, 'utf8')).toContain('gid=kvm');
    expect(execFileSync('id', ['-nG', maria.name], { encoding: 'utf8' })).toContain('kvm');
  });

  test('does it without a dialog where a rule grants it, and speaks Chinese when asked to', async () => {
    await polkitWith('grant');
    const { exitCode, stdout } = await apply('--lang', 'zh-CN');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('完成。每一步都已执行，并已读回确认。');
  });

  test('a closed dialog is an outcome of its own: exit code 3, nothing changed', async () => {
    await dialogWhere('close-the-dialog');
    const { exitCode, stdout, stderr } = await apply();
    expect(exitCode).toBe(3);
    expect(stdout + stderr).toContain('The password dialog was closed. Nothing was changed.');
    expectUntouched();
  });

  test('a wrong password changes nothing and says what to do', async () => {
    await dialogWhere('type-a-wrong-password');
    const { exitCode, stdout, stderr } = await apply();
    expect(exitCode).toBe(1);
    expect(stdout + stderr).toContain('The system did not give permission. Nothing was changed.');
    expectUntouched();
  });

  test('a rule that forbids it changes nothing', async () => {
    await polkitWith('deny');
    const { exitCode, stdout } = await apply('--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: { kind: 'not-elevated', elevation: { kind: 'not-authorised' } },
    });
    expectUntouched();
  });

  test('without an agent it offers the text to run by hand, and that text does the same', async () => {
    await polkitWith('none');
    const refused = await apply();
    expect(refused.exitCode).toBe(1);
    expect(refused.stdout + refused.stderr).toContain('No password dialog can be shown on this desktop.');
    expectUntouched();

    const script = await runCliAs(maria, ['plan', '--memory', '1G', '--script']);
    expect(script.exitCode).toBe(0);
    await mustRun(['/bin/sh'], { input: script.stdout });
    expect(readPool().nr_hugepages).toBe(520);
    expect((await runCliAs(maria, ['plan', '--memory', '1G'])).stdout).toContain(
      'Everything is already as this plan wants it',
    );
  });

  test('without pkexec it names the program that is missing', async () => {
    const { exitCode, stdout, stderr } = await withoutPkexec(() => apply());
    expect(exitCode).toBe(1);
    expect(stdout + stderr).toContain('The program pkexec is missing.');
    expectUntouched();
  });

  test('where no setuid program may work it says how to start it instead', async () => {
    await polkitWith('grant');
    const command = asUser(maria, [USER_NODE, `${USER_TREE}/out/main/cli.js`, ...APPLY]);
    const { exitCode, stdout, stderr } = await run(['setpriv', '--no-new-privs', ...command]);
    expect(exitCode).toBe(1);
    expect(stdout + stderr).toContain('started in a way that forbids asking for a password');
    expectUntouched();
  });

  test('goes on to its end as root when the command line is killed in the middle', async () => {
    await polkitWith('grant');
    const cli = await start(asUser(maria, [USER_NODE, `${USER_TREE}/out/main/cli.js`, ...APPLY]));
    await waitFor('the root text has begun', () => readRun());
    process.kill(cli.pid, 'SIGKILL');
    await waitFor('the root text has ended', () => readRun()?.report.end);
    expect(readRun()?.report.end).toBe('applied');
    expect(readPool().nr_hugepages).toBe(520);
    expect(readFileSync(FSTAB, 'utf8')).toContain('gid=kvm');
    await cli.stop();
  });

  test('refuses more than the machine has before anybody is asked for anything', async () => {
    const agent = await dialogWhere('type-the-password');
    const { exitCode, stderr } = await runCliAs(maria, ['apply', '--memory', '900G', '--yes']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('but this machine has');
    expect(agent.prompts).toHaveLength(0);
    expectUntouched();
  });
});

/** /usr belongs to the real machine: hides pkexec behind a private layer over /usr/bin. */
async function withoutPkexec<Answer>(use: () => Promise<Answer>): Promise<Answer> {
  const layer = mkdtempSync(join(tmpdir(), 'layer-'));
  for (const folder of ['upper', 'work']) mkdirSync(join(layer, folder));
  const options = `lowerdir=/usr/bin,upperdir=${layer}/upper,workdir=${layer}/work`;
  await mustRun(['mount', '-t', 'overlay', '-o', options, 'overlay', '/usr/bin']);
  try {
    rmSync('/usr/bin/pkexec');
    return await use();
  } finally {
    await mustRun(['umount', '--lazy', '/usr/bin']);
  }
}
