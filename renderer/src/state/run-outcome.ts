import type { Outcome, RunReport } from '../../../common/outcome';
import type { Plan } from '../../../common/plan';

/** What a text that was run by hand came to, by its own report; null as long as it has not come to an end. */
export function outcomeOfRun(report: RunReport, plan: Plan): Outcome | null {
  const needsLogin = plan.notes.some(({ id }) => id === 'login-again');
  switch (report.end) {
    case 'applied':
      return { kind: 'applied', report, needsLogin };
    case 'short': {
      const { toPages } = plan.pool;
      return { kind: 'short', report, needsLogin, askedPages: toPages, gotPages: report.gotPages ?? 0 };
    }
    case 'failed':
      return { kind: 'failed', report };
    case 'busy':
      return { kind: 'busy' };
    case null:
      return null;
  }
}
