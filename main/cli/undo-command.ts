import { localTime } from '../../common/local-time';
import { message } from '../../common/message';
import type { PlanId } from '../../common/plan';
import { faultWords, revertOutcomeWords } from '../../common/script/script-words';
import { undoableEntries } from '../../common/undo/changes-left';
import type { UndoOutcome } from '../../common/undo/judge-undo';
import type { UndoWish } from '../../common/undo/make-undo';
import type { UndoFacts } from '../../common/undo/undo-facts';
import {
  isIdleUndo,
  keepsSomething,
  type PreparedUndo,
  prepareUndo,
  type ScriptEnd,
  type UndoEnd,
} from '../../common/undo/prepare-undo';
import type { UndoRefusal } from '../../common/undo/undo-plan';
import { undoOutcomeWords } from '../../common/undo/undo-words';
import { carryOutUndo } from '../carry-out-undo';
import { askObstacle, isAgreed } from './agreement';
import { failure, usageError } from './cli-error';
import { EXIT } from './commands';
import { type CommandContext, printJson, printLines, reportError } from './context';
import { followedUndo } from './followed-plan';
import { followRun } from './follow-run';
import { checkLines, checksInJson, undoInJson, undoLines } from './undo-output';

/** What the command is about to do. */
interface Undo extends PreparedUndo {
  readonly title: string;
}

/**
 * `undo`: puts back what the last plan changed, the one named with `--entry`, or with `--all` everything since before
 * the first of them, start scripts included. Shows it, asks, and compares the machine with what it was. Exit code 0 only
 * where all of it is as it was.
 */
export async function runUndo(context: CommandContext): Promise<number> {
  const { options } = context;
  if (options.has('all') && options.text('entry') !== null) {
    return reportError(context, usageError('all-and-entry', message('cli.error.all-and-entry')));
  }
  const isDryRun = options.has('dry-run');
  const obstacle = isDryRun ? null : askObstacle(context);
  if (obstacle !== null) return reportError(context, obstacle);
  const undo = prepare(context, context.io.readUndoFacts());
  if (typeof undo === 'number') return undo;
  if (!options.has('json')) printLines(context, [...linesOf(context, undo), '']);
  if (isDryRun) return reportDryRun(context, undo);
  if (isIdleUndo(undo)) return reportNothingToDo(context, undo);
  return (await isAgreed(context)) ? carryOut(context, undo) : EXIT.declined;
}

function prepare(context: CommandContext, facts: UndoFacts): Undo | number {
  const { io, options, translator } = context;
  const isAll = options.has('all');
  const id = options.text('entry') ?? undoableEntries(facts.entries)[0]?.id ?? null;
  // Where no plan is left, there is none for the wish to name.
  const wish: UndoWish = isAll || id === null ? { kind: 'all' } : { kind: 'entry', id };
  const scripts = isAll ? io.scripts.patched() : [];
  const planId = io.newPlanId();
  const preview = prepareUndo(planId, io.planUndo(facts, wish, planId), scripts);
  if (preview.kind === 'refused') return reportRefusals(context, preview.refusals);
  const title =
    wish.kind === 'all' ? message('undo.title-all') : message('undo.title', { time: timeOf(context, facts, wish.id) });
  return { ...preview.undo, title: translator.say(title) };
}

function timeOf({ translator }: CommandContext, { entries }: UndoFacts, id: PlanId): string {
  const entry = entries.find((one) => one.id === id);
  return entry === undefined ? id : localTime(entry.time, translator.locale);
}

function reportRefusals(context: CommandContext, refusals: readonly UndoRefusal[]): number {
  const [first] = refusals;
  if (first === undefined) return EXIT.failed;
  const { say } = context.translator;
  const spoken = refusals.map(({ id, text }) => ({ id, text: say(text) }));
  return reportError(context, failure(first.id, first.text), { refusals: spoken });
}

function linesOf(context: CommandContext, { plan, scripts, title }: Undo): readonly string[] {
  const { paint, translator } = context;
  const own = scripts.map((file) => `- ${translator.say(message('undo.script.title', { file }))}`);
  return [paint('bold', title), ...(plan === null ? [] : undoLines(context, plan)), ...own];
}

function reportNothingToDo(context: CommandContext, undo: Undo): number {
  const { plan } = undo;
  const isKept = keepsSomething(undo);
  const title = context.translator.say(
    isKept ? message('undo.outcome.kept.title') : message('undo.outcome.as-it-was.title'),
  );
  if (context.options.has('json')) {
    const shown = plan === null ? null : undoInJson(context, plan);
    printJson(context, { undo: shown, outcome: { kind: isKept ? 'kept' : 'as-it-was' }, text: { title } });
  } else {
    printLines(context, [title]);
  }
  return isKept ? EXIT.failed : EXIT.done;
}

function reportDryRun(context: CommandContext, { plan, rootText, scripts }: Undo): number {
  if (context.options.has('json')) {
    printJson(context, { undo: plan === null ? null : undoInJson(context, plan), rootText, scripts });
  } else {
    printLines(context, [context.translator.say(message('cli.patch.unchanged'))]);
  }
  return EXIT.done;
}

async function carryOut(context: CommandContext, undo: Undo): Promise<number> {
  const { io } = context;
  const end = await carryOutUndo(undo, {
    revertScript: io.scripts.revert,
    applyUndo: async (plan, rootText) => {
      const stopFollowing = followRun(context, followedUndo(plan));
      const outcome = await io.applyUndo(plan, rootText);
      stopFollowing();
      return outcome;
    },
  });
  return report(context, undo, end);
}

function report(context: CommandContext, { plan }: Undo, { outcome, scripts }: UndoEnd): number {
  const { io, options, paint, translator } = context;
  const words = outcome === null ? null : undoOutcomeWords(outcome);
  const title = translator.say(words?.title ?? message('undo.outcome.scripts.title'));
  const next = words === null ? '' : translator.say(words.next);
  const checks = outcome !== null && 'checks' in outcome ? outcome.checks : [];
  const areScriptsBack = scripts.every((script) => script.outcome.kind === 'reverted');
  const exitCode = worse(outcome === null ? EXIT.done : exitCodeOf(outcome), areScriptsBack ? EXIT.done : EXIT.failed);
  if (options.has('json')) {
    printJson(context, {
      undo: plan === null ? null : undoInJson(context, plan),
      outcome,
      checks: checksInJson(context, checks),
      scripts,
      text: { title, next },
      ...(exitCode === EXIT.done ? {} : { error: { id: outcome?.kind ?? 'script', text: title } }),
    });
    return exitCode;
  }
  const isError = outcome !== null && !('checks' in outcome);
  if (isError) {
    io.err(`hugepages-guide: ${title}\n${next}\n`);
  } else {
    const ends = scripts.flatMap((script) => scriptLines(context, script));
    const style = exitCode === EXIT.done ? 'green' : 'yellow';
    printLines(context, [...checkLines(context, checks), ...ends, paint(style, title), ...(next === '' ? [] : [next])]);
  }
  return exitCode;
}

function worse(root: number, scripts: number): number {
  return root === EXIT.done ? scripts : root;
}

function scriptLines({ paint, translator: { say } }: CommandContext, { path, outcome }: ScriptEnd): readonly string[] {
  const { title, next } = outcome.kind === 'refused' ? faultWords(outcome.fault) : revertOutcomeWords(outcome);
  const isBack = outcome.kind === 'reverted';
  const line = `${isBack ? paint('green', '✓') : paint('red', '✗')} ${path}: ${say(title)}`;
  return isBack ? [line] : [line, `  ${say(next)}`];
}

function exitCodeOf(outcome: UndoOutcome): number {
  switch (outcome.kind) {
    case 'undone':
      return EXIT.done;
    case 'short':
      return EXIT.short;
    case 'not-elevated':
      return outcome.elevation.kind === 'declined' ? EXIT.declined : EXIT.failed;
    case 'partly':
    case 'differs':
    case 'busy':
    case 'failed':
    case 'no-report':
    case 'unknown-plan':
      return EXIT.failed;
  }
}
