import * as v from 'valibot';
import { FAILURE_REASONS, POOL_PHASES, SHORT_BY, type RunReport, type StepReport } from './outcome';
import { STEP_ORDER } from './plan';

const kind = v.picklist(STEP_ORDER);
const ReportLine = v.variant('line', [
  v.object({
    line: v.literal('begin'),
    plan: v.string(),
    pid: v.number(),
    started: v.number(),
    pageKiB: v.number(),
    toPages: v.number(),
  }),
  v.object({
    line: v.literal('step'),
    kind,
    progress: v.picklist(['running', 'done', 'already', 'undone', 'undo-failed']),
  }),
  v.object({
    line: v.literal('pool'),
    got: v.number(),
    shortBy: v.optional(v.union([v.picklist(SHORT_BY), v.literal('')]), ''),
  }),
  v.object({ line: v.literal('phase'), phase: v.picklist(POOL_PHASES) }),
  v.object({
    line: v.literal('failure'),
    step: v.union([kind, v.literal('')]),
    reason: v.picklist(FAILURE_REASONS),
    detail: v.string(),
  }),
  v.object({ line: v.literal('end'), end: v.picklist(['applied', 'short', 'failed', 'busy']) }),
]);
type ReportLine = v.InferOutput<typeof ReportLine>;

/** The process that runs or ran the root text, and what it is after. */
export interface RunIdentity {
  readonly pid: number;
  /** Clock ticks after boot, field 22 of /proc/PID/stat (proc(5)). */
  readonly startedTicks: number;
  readonly pageKiB: number;
  readonly toPages: number;
}

export interface ParsedRun {
  readonly report: RunReport;
  readonly identity: RunIdentity | null;
}

function parseLine(text: string): ReportLine | null {
  try {
    const result = v.safeParse(ReportLine, JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    // Another program's line, or one that is still being written.
    return null;
  }
}

function withStep(steps: readonly StepReport[], step: StepReport): readonly StepReport[] {
  return [...steps.filter((other) => other.kind !== step.kind), step];
}

/**
 * What the root text has said (its stdout, or the progress file while it runs). Lines that are not its own are passed
 * over; a text without any gives a report with no steps and no end.
 */
export function parseRunReport(text: string): ParsedRun {
  let identity: RunIdentity | null = null;
  let report: RunReport = {
    planId: null,
    steps: [],
    end: null,
    failure: null,
    gotPages: null,
    shortBy: null,
    phase: null,
  };
  for (const line of text.split('\n').map(parseLine)) {
    switch (line?.line) {
      case 'begin':
        report = { ...report, planId: line.plan };
        identity = { pid: line.pid, startedTicks: line.started, pageKiB: line.pageKiB, toPages: line.toPages };
        break;
      case 'step':
        report = { ...report, steps: withStep(report.steps, { kind: line.kind, progress: line.progress }) };
        break;
      case 'pool':
        report = { ...report, gotPages: line.got, shortBy: line.shortBy === '' ? null : line.shortBy, phase: null };
        break;
      case 'phase':
        report = { ...report, phase: line.phase };
        break;
      case 'failure': {
        const step = line.step === '' ? null : line.step;
        report = { ...report, failure: { step, reason: line.reason, detail: line.detail } };
        break;
      }
      case 'end':
        report = { ...report, end: line.end };
        break;
      case undefined:
        break;
    }
  }
  return { report, identity };
}
