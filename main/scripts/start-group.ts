import { spawn } from 'node:child_process';
import { shellQuote } from '../../common/shell-quote';
import type { HostSnapshot } from '../../common/snapshot';
import { findOnPath } from './start-command';
import type { Environment } from './start-environment';

/** sg answers within milliseconds, or after the second that it lets a wrong password wait. */
const LONGEST_WAIT_MS = 10_000;

/** What glibc takes from the environment of a setuid program such as sg (sysdeps/generic/unsecvars.h). */
const TAKEN_FROM_SETUID =
  /^(?:LD_\w+|MALLOC_\w+|G(?:CONV_PATH|ETCONF_DIR|LIBC_TUNABLES)|HOSTALIASES|LOCALDOMAIN|LOCPATH|N(?:IS_|LS)PATH|RES(?:OLV_HOST_CONF|_OPTIONS)|TMPDIR|TZDIR)$/;

/**
 * The group that this login lacks although the account is in it: it was added after the login. Null where nothing is
 * to be lent: the login has it, there is no such group, root needs none, or the person is not in it and sg would want
 * a password.
 */
export function groupToLend({ group, user }: HostSnapshot): string | null {
  if (user.isRoot || group.gid === null || user.activeGids.includes(group.gid)) return null;
  return group.members.includes(user.name) ? group.name : null;
}

/**
 * The command that runs these words with the group, by sg(1). It becomes the process's own group, beside all that the
 * login has; sg stays as its parent, and ends as it ends (128 + the number of a signal). Null where sg is missing or
 * does not lend it: /etc/gshadow disagrees with /etc/group, or the program may gain no privileges. Never rejects.
 */
export async function lendGroup(
  words: readonly string[],
  group: string,
  env: Environment,
): Promise<readonly string[] | null> {
  const sg = findOnPath('sg', env);
  if (sg === null || !(await lends(sg, group, env))) return null;
  const given = Object.entries(env).filter(([name]) => TAKEN_FROM_SETUID.test(name));
  const exports = given.map(([name, value = '']) => `export ${name}=${shellQuote(value)}; `);
  // sg gives one text to /bin/sh, whatever the person's shell is.
  return [sg, group, '-c', `${exports.join('')}exec ${words.map(shellQuote).join(' ')}`];
}

/** Asked before, because afterwards sg's failure could not be told from the script's. */
function lends(sg: string, group: string, env: Environment): Promise<boolean> {
  return new Promise((answer) => {
    // In a session of its own there is no terminal that sg could ask for a password on.
    const options = { env: { ...env }, stdio: 'ignore', detached: true, timeout: LONGEST_WAIT_MS } as const;
    try {
      const child = spawn(sg, [group, '-c', 'exit 0'], options);
      child.once('error', () => {
        answer(false);
      });
      child.once('exit', (code) => {
        answer(code === 0);
      });
    } catch {
      answer(false);
    }
  });
}
