import type { Elevation, Outcome } from './outcome';
import type { Plan } from './plan';
import { parseRunReport } from './run-report';
import { poolOf } from './sizing';
import type { HostSnapshot } from './snapshot';

/** This login lacks the group that the mount belongs to; QEMU started from it would get "Permission denied". */
function needsNewLogin({ user, group }: HostSnapshot): boolean {
  return user.uid !== 0 && group.gid !== null && !user.activeGids.includes(group.gid);
}

/**
 * What an apply came to: how asking ended, what the root text reported, and what the machine says afterwards. The
 * machine has the last word on the number of pages.
 */
export function judgeOutcome(plan: Plan, elevation: Elevation, after: HostSnapshot): Outcome {
  if (elevation.kind !== 'granted') return { kind: 'not-elevated', elevation };
  const { report } = parseRunReport(elevation.stdout);
  switch (report.end) {
    case null:
      return { kind: 'no-report', exitCode: elevation.exitCode, stderr: elevation.stderr };
    case 'busy':
      return { kind: 'busy' };
    case 'failed':
      return { kind: 'failed', report };
    case 'applied':
    case 'short': {
      const { pageKiB, toPages } = plan.pool;
      const gotPages = poolOf(after, pageKiB)?.persistentPages ?? report.gotPages ?? 0;
      const needsLogin = needsNewLogin(after);
      if (gotPages >= toPages) return { kind: 'applied', report, needsLogin };
      return { kind: 'short', report, needsLogin, askedPages: toPages, gotPages };
    }
  }
}
