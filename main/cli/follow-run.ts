import { message } from '../../common/message';
import type { Plan } from '../../common/plan';
import { stepTitle } from '../../common/step-words';
import type { CommandContext } from './context';
import { cut } from './terminal-text';

/** Often enough to look live; one reading takes a fraction of a millisecond. */
const LOOK_EVERY_MS = 150;
const TO_LINE_START = '\r';
const CLEAR_LINE = '\r\u001b[K';

/**
 * Shows how far the root text is, in one line of standard error that is drawn again and again; nothing where that is no
 * terminal. The returned function ends it and clears the line.
 */
export function followRun(context: CommandContext, plan: Plan): () => void {
  const { io } = context;
  if (!io.isErrTty) return () => undefined;
  let drawn = '';
  const draw = (): void => {
    const line = cut(progressLine(context, plan), io.columns() - 1);
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

function progressLine({ io, translator: { say } }: CommandContext, plan: Plan): string {
  const run = io.readRun();
  // Until the password is given, the file may still tell of an earlier plan.
  if (run?.report.planId !== plan.id) {
    return say(io.isRoot ? message('cli.progress.starting') : message('cli.progress.waiting'));
  }
  const todo = plan.steps.filter(({ state }) => state === 'todo');
  const running = run.report.steps.find(({ progress }) => progress === 'running');
  const number = todo.findIndex(({ kind }) => kind === running?.kind) + 1;
  const step = todo[number - 1];
  if (step === undefined) return say(message('cli.progress.starting'));
  const values = { number, count: todo.length, step: say(stepTitle(step)) };
  return step.kind === 'pool' && run.pagesNow !== null
    ? say(message('cli.progress.pool', { ...values, now: run.pagesNow, to: step.toPages }))
    : say(message('cli.progress.step', values));
}
