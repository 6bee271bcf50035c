import type { Outcome, RunReport } from './outcome';
import type { Plan } from './plan';
import { shortfallOf } from './shortfall';
import { poolOf } from './sizing';
import type { HostSnapshot } from './snapshot';

/** This login lacks the group that the mount belongs to; QEMU started from it would get "Permission denied". */
function needsNewLogin({ user, group }: HostSnapshot, { steps }: Plan): boolean {
  if (user.uid === 0) return false;
  // Under sudo the groups are root's and tell nothing; a membership that is new is certain to be missing.
  if (user.isRoot) return steps.some(({ kind, state }) => kind === 'membership' && state === 'todo');
  return group.gid !== null && !user.activeGids.includes(group.gid);
}

/**
 * What a run of the root text came to, by its own report and by the machine afterwards, which has the last word on the
 * number of pages; null where the report has no end.
 */
export function judgeReport(plan: Plan, report: RunReport, after: HostSnapshot): Outcome | null {
  switch (report.end) {
    case null:
      return null;
    case 'busy':
      return { kind: 'busy' };
    case 'failed':
      return { kind: 'failed', report };
    case 'applied':
    case 'short': {
      const { pageKiB, toPages } = plan.pool;
      const gotPages = poolOf(after, pageKiB)?.persistentPages ?? report.gotPages ?? 0;
      const needsLogin = needsNewLogin(after, plan);
      if (gotPages >= toPages) return { kind: 'applied', report, needsLogin };
      return {
        kind: 'short',
        report,
        needsLogin,
        askedPages: toPages,
        gotPages,
        shortfall: shortfallOf(plan, report, after),
      };
    }
  }
}
