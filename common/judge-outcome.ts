import { judgeReport } from './judge-report';
import type { Elevation, Outcome } from './outcome';
import type { Plan } from './plan';
import { parseRunReport } from './run-report';
import type { HostSnapshot } from './snapshot';

/** What an apply came to: how asking ended, what the root text reported, and what the machine says afterwards. */
export function judgeOutcome(plan: Plan, elevation: Elevation, after: HostSnapshot): Outcome {
  if (elevation.kind !== 'granted') return { kind: 'not-elevated', elevation };
  const { exitCode, stderr, stdout } = elevation;
  return judgeReport(plan, parseRunReport(stdout).report, after) ?? { kind: 'no-report', exitCode, stderr };
}
