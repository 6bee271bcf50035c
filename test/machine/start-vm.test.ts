import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseCount } from '../../common/kernel-text';
import type { StartOutcome, VmStart } from '../../common/script/reading';
import { applyNow, freshMachine, planForTestUser, planNow } from './applying';
import { readPool } from './harness/pool';
import { USER_NODE, USER_TREE } from './harness/private-machine';
import { mustRun, run } from './harness/processes';
import { asUser, makeSharedFolder, type TestUser } from './harness/test-user';
import { waitFor } from './harness/wait-for';

/** QEMU as people start it, with the option that the guide gives and a relative path. */
const START_QEMU = `#!/bin/sh
exec qemu-system-x86_64 -accel tcg -display none -nodefaults -S -m 1G -mem-path /dev/hugepages -pidfile vm.pid
`;

/** A variable that glibc takes away from setuid programs, such as sg. */
const TMPDIR = '/run/private-machine/tmp';

interface Came {
  readonly outcome: StartOutcome;
  readonly start: VmStart | null;
}

let maria: TestUser;
let folder = '';
const cleanups: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  maria = await planForTestUser();
  folder = makeSharedFolder('vm');
  chownSync(folder, maria.uid, maria.gid);
});

beforeEach(freshMachine);

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function write(text: string, name = 'vm.sh', mode = 0o755): string {
  const path = join(folder, name);
  writeFileSync(path, text, { mode });
  chownSync(path, maria.uid, maria.gid);
  return path;
}

/** In a login that is older than the plan: without the group that it gave. */
const inOldLogin: typeof asUser = (user, ...rest) =>
  asUser(user, ...rest).flatMap((word) => (word === '--init-groups' ? ['--groups', String(user.gid)] : [word]));

interface StartOptions {
  /** Default true: until the script has ended. */
  readonly waits?: boolean;
  /** Default `inOldLogin`. */
  readonly login?: typeof asUser;
  /** A command that runs the rest of its words. */
  readonly around?: readonly string[];
}

/** What comes of a start by maria; the program that started it has ended by then, as the window may. */
async function start(path: string, options: StartOptions = {}): Promise<Came> {
  const { waits = true, login = inOldLogin, around = [] } = options;
  const driver = [USER_NODE, '--import', 'tsx', 'test/machine/start-vm-driver.ts', path, ...(waits ? ['wait'] : [])];
  const command = login(maria, [...around, ...driver], { TSX_DISABLE_CACHE: '1', TMPDIR });
  return JSON.parse(await mustRun(command, { cwd: USER_TREE })) as Came;
}

/** The numbers of one line of /proc/PID/status. */
function statusOf(pid: number, field: string): readonly number[] {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  return (new RegExp(`^${field}:(.*)`, 'm').exec(status)?.[1] ?? '').trim().split(/\s+/).map(Number);
}

async function gidOfKvm(): Promise<number> {
  return Number((await mustRun(['getent', 'group', 'kvm'])).split(':')[2]);
}

describe('a VM that is started in a login from before the plan', () => {
  test('gets huge pages through the group that sg lends, and outlives the program that started it', async () => {
    await applyNow(planNow());
    const path = write(START_QEMU);
    const direct = await run(inOldLogin(maria, [path]), { cwd: folder });
    expect(direct.stderr).toContain('Permission denied');

    const { outcome, start: last } = await start(path, { waits: false });
    expect(outcome).toMatchObject({ kind: 'started' });
    expect(last?.exitCode).toBeNull();
    const pid = await waitFor('the pid of QEMU', () => {
      const file = join(folder, 'vm.pid');
      return existsSync(file) && (parseCount(readFileSync(file, 'utf8').trim()) ?? false);
    });
    cleanups.push(async () => {
      process.kill(pid, 'SIGTERM');
      await waitFor('the end of QEMU', () => !existsSync(`/proc/${String(pid)}`));
    });
    const kvm = await gidOfKvm();
    expect(statusOf(pid, 'Uid')).toEqual(Array(4).fill(maria.uid));
    expect(statusOf(pid, 'Gid')).toEqual(Array(4).fill(kvm));
    expect(statusOf(pid, 'Groups')).toContain(maria.gid);
    expect(statusOf(pid, 'NSsid')).toEqual([outcome.kind === 'started' ? outcome.pid : 0]);
    await waitFor('its pages', () => readPool().free_hugepages - readPool().resv_hugepages === 520 - 512);
  });

  test('may still say something when the program that started it has gone', async () => {
    await applyNow(planNow());
    await start(write('#!/bin/sh\nwhile [ ! -e go ]; do :; done\necho late >&2 && : >done\n'), { waits: false });
    write('', 'go');
    await waitFor('the script to go on', () => existsSync(join(folder, 'done')));
  });

  test('runs as in a terminal: its name, folder, environment and exit code', async () => {
    await applyNow(planNow());
    const text = 'echo "$(id -gn)|$PWD|$HOME|$TMPDIR|$0" >&2\nexit 7\n';
    const path = write(text, `-it's "odd" $(d).sh`, 0o644);
    const { start: last } = await start(path);
    const said = ['kvm', folder, maria.home, TMPDIR, path].join('|');
    expect(last).toMatchObject({ lines: [said], exitCode: 7 });
  });

  test('is refused where sg lends nothing, without hanging on a password that nobody is asked for', async () => {
    await applyNow(planNow());
    const path = write('#!/bin/sh\n: >ran\n');
    const refused = { outcome: { kind: 'refused', fault: { id: 'no-group', group: 'kvm' } }, start: null };
    expect(await start(path, { around: ['setpriv', '--no-new-privs'] })).toEqual(refused);
    expect(await start(path, { around: ['env', 'PATH=/usr/local/bin'] })).toEqual(refused);
    const gshadow = readFileSync('/etc/gshadow', 'latin1');
    writeFileSync('/etc/gshadow', gshadow.replace(/^kvm:.*$/m, 'kvm:!::'), 'latin1');
    expect(await start(path)).toEqual(refused);
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  });
});

describe('a start that needs no group', () => {
  test('is not given one: without a plan, and in a login that has it', async () => {
    const path = write('#!/bin/sh\nid -G >&2\n');
    const { start: before } = await start(path);
    expect(before).toMatchObject({ lines: [String(maria.gid)], exitCode: 0 });
    await applyNow(planNow());
    const kvm = String(await gidOfKvm());
    const { start: after } = await start(path, { login: asUser });
    expect(after?.lines).toEqual([`${String(maria.gid)} ${kvm}`]);
  });

  test('is run by its shell on a file system from which nothing may be executed', async () => {
    const noexec = join(folder, 'noexec');
    mkdirSync(noexec);
    await mustRun(['mount', '-t', 'tmpfs', '-o', 'noexec,mode=755', 'tmpfs', noexec]);
    cleanups.push(() => mustRun(['umount', noexec]));
    const { start: last } = await start(write('#!/bin/sh\necho "$PWD" >&2\n', 'noexec/vm.sh'));
    expect(last).toMatchObject({ lines: [noexec], exitCode: 0 });
  });
});
