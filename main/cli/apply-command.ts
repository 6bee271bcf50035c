import { message } from '../../common/message';
import type { Elevation, Outcome } from '../../common/outcome';
import { outcomeWords } from '../../common/outcome-words';
import type { Plan } from '../../common/plan';
import { followedPlan } from './followed-plan';
import { followRun } from './follow-run';
import { askObstacle, isAgreed } from './agreement';
import { EXIT } from './commands';
import { type CommandContext, printJson, printLines, reportError } from './context';
import { planInJson, planInLines } from './plan-output';
import { requestOptions } from './plan-request';
import { preparePlan } from './prepare-plan';

type NotElevated = Exclude<Elevation['kind'], 'granted'>;

/** Where asking did not work, running the root text by hand with sudo still does. */
const HELPS_BY_HAND: Readonly<Record<NotElevated, boolean>> = {
  declined: false,
  'not-authorised': true,
  'no-agent': true,
  'no-pkexec': true,
  'no-new-privs': true,
  failed: true,
};

/** `apply`: shows the plan, asks, runs it with one password prompt and says what came of it. */
export async function runApply(context: CommandContext): Promise<number> {
  const { io, options } = context;
  const obstacle = askObstacle(context);
  if (obstacle !== null) return reportError(context, obstacle);
  const prepared = await preparePlan(context);
  if (prepared.kind === 'none') return prepared.exitCode;
  const { plan, rootText } = prepared;
  if (!options.has('json')) printLines(context, [...planInLines(context, plan), '']);
  if (plan.steps.every(({ state }) => state !== 'todo')) return reportNothingToDo(context, plan);
  if (!(await isAgreed(context))) return EXIT.declined;
  const stopFollowing = followRun(context, followedPlan(plan));
  const stopListening = io.onInterrupt(() => {
    cancel(context);
  });
  const outcome = await io.applyPlan(plan, rootText);
  stopListening();
  stopFollowing();
  return reportOutcome(context, plan, outcome);
}

/** Ctrl+C: what has begun is ended in an orderly way. */
function cancel({ io, translator: { say } }: CommandContext): void {
  if (io.cancelRun()) io.err(`${say(message('cli.apply.cancelled'))}\n`);
}

function reportNothingToDo(context: CommandContext, plan: Plan): number {
  const title = context.translator.say(message('cli.apply.nothing-to-do'));
  if (context.options.has('json')) {
    printJson(context, { plan: planInJson(context, plan), outcome: { kind: 'nothing-to-do' }, text: { title } });
  } else {
    printLines(context, [title]);
  }
  return EXIT.done;
}

function reportOutcome(context: CommandContext, plan: Plan, outcome: Outcome): number {
  const { io, options, paint, translator } = context;
  const words = outcomeWords(outcome);
  const title = translator.say(words.title);
  const helps = (words.helps ?? []).map((help) => `- ${translator.say(help)}`);
  const next = [translator.say(words.next), ...helps, ...byHand(context, plan, outcome)].join('\n');
  const exitCode = exitCodeOf(outcome);
  const isError = exitCode === EXIT.failed || exitCode === EXIT.declined;
  if (options.has('json')) {
    const error = isError ? { error: { id: outcomeId(outcome), text: title } } : {};
    printJson(context, { plan: planInJson(context, plan), outcome, text: { title, next }, ...error });
  } else if (isError) {
    io.err(`hugepages-guide: ${title}\n${next}\n`);
  } else {
    printLines(context, [paint(exitCode === EXIT.done ? 'green' : 'yellow', title), next]);
  }
  return exitCode;
}

function byHand({ translator }: CommandContext, plan: Plan, outcome: Outcome): readonly string[] {
  if (outcome.kind !== 'not-elevated' || !HELPS_BY_HAND[outcome.elevation.kind]) return [];
  return [translator.say(message('cli.apply.by-hand', { options: requestOptions(plan) }))];
}

function outcomeId(outcome: Outcome): string {
  return outcome.kind === 'not-elevated' ? outcome.elevation.kind : outcome.kind;
}

function exitCodeOf(outcome: Outcome): number {
  switch (outcome.kind) {
    case 'applied':
      return EXIT.done;
    case 'short':
      return EXIT.short;
    case 'not-elevated':
      return outcome.elevation.kind === 'declined' ? EXIT.declined : EXIT.failed;
    case 'busy':
    case 'failed':
    case 'unknown-plan':
    case 'no-report':
      return EXIT.failed;
  }
}
