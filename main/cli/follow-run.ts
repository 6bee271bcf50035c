import { message, type Message } from '../../common/message';
import type { PlanId, StepKind } from '../../common/plan';
import type { CommandContext } from './context';
import { cut } from './terminal-text';

/** Often enough to look live; one reading takes a fraction of a millisecond. */
const LOOK_EVERY_MS = 150;
const TO_LINE_START = '\r';
const CLEAR_LINE = '\r\u001b[K';

/** A run of root text, as far as it is followed: what it does, in its order. */
export interface FollowedRun {
  readonly id: PlanId;
  readonly steps: readonly FollowedStep[];
}

export interface FollowedStep {
  readonly kind: StepKind;
  readonly title: Message;
  /** Of the step that changes a pool. */
  readonly toPages: number | null;
}

/**
 * Shows how far the root text is, in one line of standard error that is drawn again and again; nothing where that is no
 * terminal. The returned function ends it and clears the line.
 */
export function followRun(context: CommandContext, followed: FollowedRun): () => void {
  const { io } = context;
  if (!io.isErrTty) return () => undefined;
  let drawn = '';
  const draw = (): void => {
    const line = cut(progressLine(context, followed), io.columns() - 1);
    if (line !== drawn) io.err(`${CLEAR_LINE}${line}${TO_LINE_START}`);
    drawn = line;
  };
  draw();
  const stop = io.every(LOOK_EVERY_MS, draw);
  return () => {
    stop();
    io.err(CLEAR_LINE);
  };
}

function progressLine({ io, translator: { say } }: CommandContext, { id, steps }: FollowedRun): string {
  const run = io.readRun();
  // Until the password is given, the file may still tell of an earlier plan.
  if (run?.report.planId !== id) {
    return say(io.isRoot ? message('cli.progress.starting') : message('cli.progress.waiting'));
  }
  const running = run.report.steps.find(({ progress }) => progress === 'running');
  const number = steps.findIndex(({ kind }) => kind === running?.kind) + 1;
  const step = steps[number - 1];
  if (step === undefined) return say(message('cli.progress.starting'));
  const values = { number, count: steps.length, step: say(step.title) };
  return step.toPages !== null && run.pagesNow !== null
    ? say(message('cli.progress.pool', { ...values, now: run.pagesNow, to: step.toPages }))
    : say(message('cli.progress.step', values));
}
