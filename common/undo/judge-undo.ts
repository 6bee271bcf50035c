import { directoryAt } from '../mount-point';
import type { Elevation, Outcome, RunReport } from '../outcome';
import { parseRunReport } from '../run-report';
import { poolOf } from '../sizing';
import type { DirectoryFacts } from '../snapshot';
import type { UndoFacts } from './undo-facts';
import type { UndoPlan, UndoStep } from './undo-plan';

/** A step that puts something back which can be looked at. */
export type CheckedStep = Exclude<UndoStep, { kind: 'reload' }>;

/** One thing that the undo was to put back, as it is now. */
export interface UndoCheck {
  readonly step: CheckedStep;
  readonly isAsBefore: boolean;
  /** Of a pool. */
  readonly nowPages: number | null;
}

/** What an undo came to. `partly`: what somebody changed since stays, and the rest is as it was. */
export type UndoOutcome =
  | {
      readonly kind: 'undone' | 'partly' | 'short' | 'differs';
      readonly report: RunReport;
      readonly checks: readonly UndoCheck[];
    }
  | Extract<Outcome, { kind: 'busy' | 'failed' | 'not-elevated' | 'no-report' | 'unknown-plan' }>;

/** What an undo came to: how asking ended, what the root text reported, and what the machine says afterwards. */
export function judgeUndo(plan: UndoPlan, elevation: Elevation, after: UndoFacts): UndoOutcome {
  if (elevation.kind !== 'granted') return { kind: 'not-elevated', elevation };
  const { exitCode, stderr, stdout } = elevation;
  return judgeUndoReport(plan, parseRunReport(stdout).report, after) ?? { kind: 'no-report', exitCode, stderr };
}

/**
 * What a run of the root text came to, by its own report and, field by field, by the machine afterwards; null where the
 * report has no end.
 */
export function judgeUndoReport(plan: UndoPlan, report: RunReport, after: UndoFacts): UndoOutcome | null {
  switch (report.end) {
    case null:
      return null;
    case 'busy':
      return { kind: 'busy' };
    case 'failed':
      return { kind: 'failed', report };
    case 'applied':
    case 'short': {
      const checks = undoChecks(plan, after);
      return { kind: kindOf(plan, checks), report, checks };
    }
  }
}

/** Everything that the plan puts back, compared with the machine; what was so already is compared too. */
export function undoChecks({ steps }: UndoPlan, after: UndoFacts): readonly UndoCheck[] {
  return steps.flatMap((step) => {
    if (step.kind === 'reload' || step.state === 'left-out') return [];
    const nowPages = step.kind === 'pool' ? (poolOf(after.host, step.pageKiB)?.persistentPages ?? 0) : null;
    return [{ step, isAsBefore: isAsBefore(step, after), nowPages }];
  });
}

function kindOf({ steps }: UndoPlan, checks: readonly UndoCheck[]): 'undone' | 'partly' | 'short' | 'differs' {
  const wrong = checks.filter((check) => !check.isAsBefore);
  const isOnlyShort = wrong.every(({ step, nowPages }) => step.kind === 'pool' && (nowPages ?? 0) < step.toPages);
  if (wrong.length > 0) return isOnlyShort ? 'short' : 'differs';
  return steps.some(({ state }) => state === 'left-out') ? 'partly' : 'undone';
}

function isUnmounted({ isHugetlbfs, kind }: DirectoryFacts, removesFolder: boolean): boolean {
  return !isHugetlbfs && (!removesFolder || kind === 'missing');
}

function isAsBefore(step: CheckedStep, { files, host, owners }: UndoFacts): boolean {
  switch (step.kind) {
    case 'script':
    case 'fstab':
    case 'sysctl': {
      const now = files.get(step.file) ?? { kind: 'missing' };
      // Root has read it back; whoever cannot read a script of root's cannot look again.
      if (now.kind === 'unreadable') return step.kind === 'script';
      return now.kind === 'file' ? now.sha256 === step.thenSha256 : now.kind === 'missing' && step.thenSha256 === null;
    }
    case 'pool':
      return poolOf(host, step.pageKiB)?.persistentPages === step.toPages;
    case 'mount':
      return step.how === 'unmount'
        ? isUnmounted(directoryAt(host, step.path), step.removesFolder)
        : !directoryAt(host, step.path).isHugetlbfs || owners.get(step.path) === step.then;
    case 'membership':
      return !host.group.members.includes(step.user);
    case 'group':
      return host.group.gid === null;
  }
}
