import { message, type Message } from '../../common/message';
import { verdicts } from '../../common/verification';
import { verdictWords } from '../../common/verdict-words';
import type { Verdict } from '../../common/vm';
import { type CliError, failure, usageError } from './cli-error';
import { EXIT } from './commands';
import { type CommandContext, printJson, printLines, reportError, spoken } from './context';
import { parsePositive } from './parse-positive';
import type { Paint } from './terminal-text';

const KIND_STYLE: Readonly<Record<Verdict['kind'], Parameters<Paint>[0]>> = {
  all: 'green',
  partly: 'yellow',
  none: 'red',
  unknown: 'yellow',
};

/** `verify`: whether each running VM, or the one named, is fully on huge pages; exit code 0 only then. */
export function runVerify(context: CommandContext): number {
  const typedPid = context.options.text('pid');
  const pid = typedPid === null ? null : parsePositive(typedPid);
  if (typedPid !== null && pid === null) {
    const text = message('cli.error.not-a-pid', { option: '--pid', value: typedPid });
    return reportError(context, usageError('not-a-pid', text), { verdicts: [] });
  }
  // The machine before the VMs: see verdicts().
  const snapshot = context.io.readHost();
  const all = verdicts(snapshot, context.io.readVms());
  const judged = pid === null ? all : all.filter((verdict) => verdict.pid === pid);
  if (judged.length === 0) return reportError(context, nobodyThere(pid), { verdicts: [] });

  if (context.options.has('json')) printJson(context, { verdicts: judged.map((verdict) => inJson(context, verdict)) });
  else
    printLines(
      context,
      judged.flatMap((verdict) => inLines(context, verdict)),
    );
  return judged.every(({ kind }) => kind === 'all') ? EXIT.done : EXIT.failed;
}

function nobodyThere(pid: number | null): CliError {
  if (pid === null) return failure('no-vm', message('cli.error.no-vm'));
  return failure('no-such-vm', message('cli.error.no-such-vm', { pid: String(pid) }));
}

function inJson(context: CommandContext, verdict: Verdict): Readonly<Record<string, unknown>> {
  const { title, arithmetic, next } = verdictWords(verdict);
  return {
    ...verdict,
    text: { title: spoken(context, title), arithmetic: spoken(context, arithmetic), next: spoken(context, next) },
  };
}

function inLines({ paint, translator: { say } }: CommandContext, verdict: Verdict): readonly string[] {
  const { title, arithmetic, next } = verdictWords(verdict);
  const below = [arithmetic, next].filter((words): words is Message => words !== null);
  return [
    `${paint(KIND_STYLE[verdict.kind], say(title))} ${paint('dim', `(PID ${String(verdict.pid)})`)}`,
    ...below.map((words) => `  ${say(words)}`),
  ];
}
