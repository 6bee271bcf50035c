import { compactMemory } from '../../common/memory-size';
import { message, type Message } from '../../common/message';
import { pageSizeOption } from '../../common/page-size';
import { faultWords, patchOutcomeWords, revertOutcomeWords, type ScriptWords } from '../../common/script/script-words';
import type { PatchWish, RevertOutcome, ScriptFault } from '../../common/script/reading';
import { shellWord } from '../../common/shell-quote';
import { type CliError, failure, usageError } from './cli-error';
import type { CliScript } from './cli-io';
import { EXIT } from './commands';
import { type CommandContext, printJson, printLines, reportError } from './context';
import { conflictLines, hunkLines, startInJson, startLines } from './patch-output';
import { parsePageSize } from './plan-request';

type ReadCliScript = Extract<CliScript, { kind: 'read' }>;

/**
 * `patch FILE`: shows how a script starts QEMU and has it start on huge pages; with `--dry-run` only shows it, with
 * `--revert` takes that back. Exit code 0 only where every start is on huge pages, or would be.
 */
export async function runPatch(context: CommandContext): Promise<number> {
  const { io, operand, options } = context;
  if (operand === null) return reportError(context, usageError('file-missing', message('cli.error.file-missing')));
  if (options.has('dry-run') && options.has('revert')) {
    return reportError(context, usageError('dry-run-and-revert', message('cli.error.dry-run-and-revert')));
  }
  if (options.has('revert')) return reportRevert(context, operand, io.scripts.revert(operand));
  const host = io.readHost();
  const pageSize = parsePageSize(options, host, null);
  if (pageSize.kind === 'error') return reportError(context, pageSize.error);
  const wish: PatchWish = { pageKiB: pageSize.value, preallocates: options.has('prealloc') };
  const reading = await io.scripts.read(operand, wish, host);
  if (reading.kind === 'fault') return reportFault(context, operand, reading.fault);
  return patch(context, operand, reading, wish);
}

function patch(context: CommandContext, typed: string, reading: ReadCliScript, { pageKiB }: PatchWish): number {
  const { io, options, translator } = context;
  const { script, access } = reading;
  const isDryRun = options.has('dry-run');
  const isJson = options.has('json');
  const hunks = script.change?.hunks ?? [];
  if (!isJson) {
    const notes = script.notes.map(({ severity, text }) => noteLine(context, severity, text));
    const starts = script.starts.flatMap((start) => startLines(context, start, pageKiB));
    printLines(context, [...starts, ...notes, ...hunks.flatMap((hunk) => hunkLines(context, hunk))]);
  }
  const end = isDryRun ? null : patchNow(context, typed, reading, pageKiB);
  const words = end?.words ?? quietWords(typed, script.change !== null);
  const isDeclined = script.starts.some(({ treatment }) => treatment.kind === 'declined');
  const exitCode = end?.exitCode ?? (isDeclined ? EXIT.failed : EXIT.done);
  const [title, next] = [translator.say(words.title), translator.say(words.next)];
  if (isJson) {
    printJson(context, {
      path: reading.path,
      starts: script.starts.map((start) => startInJson(context, start)),
      notes: script.notes.map(({ severity, text }) => ({ severity, text: translator.say(text) })),
      edit: script.change?.edit ?? null,
      hunks: hunks.map((hunk) => ({ ...hunk, reasons: hunk.reasons.map(translator.say) })),
      access,
      isChanged: end !== null && end.exitCode !== EXIT.failed,
      text: { title, next },
      ...(end?.fault === undefined ? {} : { error: { id: end.fault.id, text: title } }),
    });
  } else if (end?.fault === undefined) {
    printLines(context, ['', title, next]);
  } else {
    io.err(`hugepages-guide: ${title}\n${next}\n`);
  }
  return exitCode === EXIT.done && isDeclined ? EXIT.failed : exitCode;
}

interface PatchEnd {
  readonly words: ScriptWords;
  readonly exitCode: number;
  readonly fault?: { readonly id: string };
}

function patchNow(
  { io }: CommandContext,
  typed: string,
  { script, access }: ReadCliScript,
  pageKiB: number,
): PatchEnd | null {
  if (script.change === null) return null;
  if (access.kind === 'none') return faultEnd(access.fault);
  if (access.kind === 'by-plan') {
    const words = { title: message('script.plan.title'), next: byPlan(typed, script.starts, pageKiB) };
    return { words, exitCode: EXIT.failed, fault: { id: 'needs-root' } };
  }
  const fault = io.scripts.patch(script.change.edit, script.shell);
  return fault === null ? { words: patchOutcomeWords({ kind: 'patched' }), exitCode: EXIT.done } : faultEnd(fault);
}

function faultEnd(fault: ScriptFault): PatchEnd {
  return { words: faultWords(fault), exitCode: EXIT.failed, fault };
}

/** The command that has root do it, with the memory that the script gives its VMs where that is known. */
function byPlan(typed: string, starts: ReadCliScript['script']['starts'], pageKiB: number): Message {
  const largestKiB = Math.max(0, ...starts.map(({ guestKiB }) => guestKiB ?? 0));
  const memory = largestKiB === 0 ? 'SIZE' : compactMemory(largestKiB);
  const options = `--memory ${memory} --page-size ${pageSizeOption(pageKiB)} --patch ${shellWord(typed)}`;
  return message('cli.patch.by-plan', { options });
}

function quietWords(typed: string, hasChange: boolean): ScriptWords {
  return hasChange
    ? { title: message('cli.patch.unchanged'), next: message('cli.patch.to-do-it', { file: shellWord(typed) }) }
    : { title: message('script.already.title'), next: message('cli.patch.nothing-next') };
}

function noteLine({ paint, translator: { say } }: CommandContext, severity: 'hint' | 'warning', text: Message): string {
  return `${paint(severity === 'hint' ? 'cyan' : 'yellow', say(message(`cli.light.${severity}`)))}  ${say(text)}`;
}

function reportFault(context: CommandContext, typed: string, fault: ScriptFault): number {
  const { say } = context.translator;
  const words = faultWords(fault);
  const byHand = 'byHand' in fault && fault.byHand !== '' ? fault.byHand : null;
  const more = { path: typed, fault, next: say(words.next), byHand };
  const exitCode = reportError(context, asError(fault, words.title), more);
  if (!context.options.has('json')) {
    context.io.err(`${say(words.next)}\n${byHand === null ? '' : `  ${byHand}\n`}`);
  }
  return exitCode;
}

function asError(fault: ScriptFault, text: Message): CliError {
  return failure(fault.id, text);
}

function reportRevert(context: CommandContext, typed: string, outcome: RevertOutcome): number {
  const { say } = context.translator;
  if (outcome.kind === 'refused') return reportFault(context, typed, outcome.fault);
  const { title, next } = revertOutcomeWords(outcome);
  const isDone = outcome.kind === 'reverted';
  if (context.options.has('json')) {
    const error = isDone ? {} : { error: { id: outcome.kind, text: say(title) } };
    printJson(context, { path: typed, outcome, text: { title: say(title), next: say(next) }, ...error });
  } else if (isDone) {
    printLines(context, [say(title), say(next)]);
  } else {
    const parts = outcome.kind === 'conflict' ? conflictLines(context, outcome.parts) : [];
    context.io.err(`${[`hugepages-guide: ${say(title)}`, say(next), ...parts].join('\n')}\n`);
  }
  return isDone ? EXIT.done : EXIT.failed;
}
