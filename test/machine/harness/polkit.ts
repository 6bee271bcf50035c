import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { requirePrivateMachine } from './private-machine';
import { type Running, start } from './processes';
import { SystemBus } from './system-bus';
import { waitFor } from './wait-for';

const RULE_FILE = '/etc/polkit-1/rules.d/00-private-machine.rules';
const POLKIT_SERVICE = 'org.freedesktop.PolicyKit1';

/** `grant` and `deny` answer at once; `none` leaves it to the system's default: ask an administrator's password. */
export type PolkitRule = 'grant' | 'deny' | 'none';

export interface Polkit {
  /** Ends polkitd and the bus and takes the rule away. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a real system bus and a real polkitd, both private to this machine, with a rule for `pkexec` and this user.
 * Comes back once polkitd answers. One at a time; stop it before the next.
 */
export async function startPolkit({ rule, user }: { rule: PolkitRule; user: string }): Promise<Polkit> {
  requirePrivateMachine();
  mkdirSync('/etc/polkit-1/rules.d', { recursive: true });
  mkdirSync('/run/dbus', { recursive: true });
  rmSync(RULE_FILE, { force: true });
  if (rule !== 'none') writeFileSync(RULE_FILE, ruleText(rule, user), { mode: 0o644 });
  rmSync('/run/dbus/system_bus_socket', { force: true });
  const bus = await start(['dbus-daemon', '--system', '--nofork', '--nopidfile', '--nosyslog']);
  try {
    const client = await waitFor('the system bus', openBus, { why: bus.output });
    const daemon = await startDaemon(client).finally(() => {
      client.close();
    });
    return {
      stop: async () => {
        await daemon.stop();
        await bus.stop();
        rmSync(RULE_FILE, { force: true });
      },
    };
  } catch (fault) {
    await bus.stop();
    throw fault;
  }
}

async function startDaemon(client: SystemBus): Promise<Running> {
  const daemon = await start(['/usr/lib/polkit-1/polkitd', '--no-debug']);
  try {
    await waitFor('polkitd', () => client.hasOwner(POLKIT_SERVICE), { why: daemon.output });
    return daemon;
  } catch (fault) {
    await daemon.stop();
    throw fault;
  }
}

async function openBus(): Promise<SystemBus | null> {
  try {
    return await SystemBus.open();
  } catch {
    return null;
  }
}

function ruleText(rule: 'grant' | 'deny', user: string): string {
  const answer = rule === 'grant' ? 'YES' : 'NO';
  return `polkit.addRule(function (action, subject) {
  if (action.id === "org.freedesktop.policykit.exec" && subject.user === "${user}") {
    return polkit.Result.${answer};
  }
});
`;
}
