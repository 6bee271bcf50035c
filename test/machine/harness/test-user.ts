import { mkdirSync, readFileSync } from 'node:fs';
import { PRIVATE_FOLDER, requirePrivateMachine, USER_NODE, USER_TREE } from './private-machine';
import { type Finished, mustRun, run, type RunOptions } from './processes';

/** An account that stands only in the private /etc. */
export interface TestUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** On the private /run. */
  readonly home: string;
}

/**
 * Creates an ordinary account with its own primary group, or gives it back where it is there already. `groups` are
 * added to it and must exist.
 */
export async function createTestUser(name = 'maria', groups: readonly string[] = []): Promise<TestUser> {
  requirePrivateMachine();
  const home = `${PRIVATE_FOLDER}/home/${name}`;
  if (findAccount(name) === null) {
    // --no-log-init: /var/log is not private.
    const args = ['--user-group', '--no-log-init', '--home-dir', home, '--create-home', '--shell', '/bin/bash'];
    await mustRun(['useradd', ...args, name]);
  }
  if (groups.length > 0) await mustRun(['usermod', '--append', '--groups', groups.join(','), name]);
  const account = findAccount(name);
  if (account === null) throw new Error(`useradd made no account ${name}`);
  return { name, home, ...account };
}

/**
 * The command line that runs a program as this user: groups as a login would have them, no_new_privs off, and an
 * environment of its own. For `run`, `start` and `startQemu`.
 */
export function asUser(
  user: TestUser,
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
): string[] {
  const own = { HOME: user.home, USER: user.name, LOGNAME: user.name, SHELL: '/bin/bash', LANG: 'C.UTF-8' };
  const path = '/usr/local/bin:/usr/bin:/bin';
  const assignments = Object.entries({ ...own, PATH: path, ...env }).map(([name, value]) => `${name}=${value}`);
  const switchUser = ['setpriv', '--reuid', user.name, '--regid', String(user.gid), '--init-groups'];
  return [...switchUser, 'env', '--ignore-environment', ...assignments, ...command];
}

/** Runs a program as this user to its end, from the user's home. */
export function runAs(
  user: TestUser,
  command: readonly string[],
  { env, ...options }: Omit<RunOptions, 'env'> & { readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Finished> {
  return run(asUser(user, command, env), { cwd: user.home, ...options });
}

/** The built command line of this checkout, as this user: `runCliAs(user, ['status', '--json'])`. */
export function runCliAs(
  user: TestUser,
  args: readonly string[],
  options: Parameters<typeof runAs>[2] = {},
): Promise<Finished> {
  return runAs(user, [USER_NODE, `${USER_TREE}/out/main/cli.js`, ...args], options);
}

/** A folder on the private /run that every user may enter and the owner may write; for sockets and scripts. */
export function makeSharedFolder(name: string): string {
  requirePrivateMachine();
  const folder = `${PRIVATE_FOLDER}/${name}`;
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}

function findAccount(name: string): { readonly uid: number; readonly gid: number } | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}
