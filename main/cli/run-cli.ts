import { localeFromEnvironment } from '../../common/locale';
import { message } from '../../common/message';
import '../../common/text/history-texts';
import '../../common/text/outside-texts';
import { translatorFor } from '../../common/text/translator';
import { runApply } from './apply-command';
import { failure } from './cli-error';
import type { CliIo } from './cli-io';
import { type CommandName, EXIT } from './commands';
import { type CommandContext, printLines, reportError } from './context';
import { helpLines } from './help';
import { parseCommandLine } from './parse-command-line';
import { runPatch } from './patch-command';
import { runPlan } from './plan-command';
import { runHistory } from './history-command';
import { runStatus } from './status-command';
import { painterFor } from './terminal-text';
import { runUndo } from './undo-command';
import { runVerify } from './verify-command';

const RUN: Readonly<Record<CommandName, (context: CommandContext) => number | Promise<number>>> = {
  status: runStatus,
  plan: runPlan,
  apply: runApply,
  patch: runPatch,
  verify: runVerify,
  undo: runUndo,
  history: runHistory,
};

/**
 * Carries out one command line and gives its exit code: 0 done, 1 refused or failed, 2 wrong usage, 3 declined, 4 the
 * kernel gave fewer pages than asked. Without a command it opens the window.
 */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  const { command, operand, options, locale, error } = parseCommandLine(argv);
  const translator = translatorFor(locale ?? localeFromEnvironment(io.env));
  const context: CommandContext = { io, options, operand, translator, paint: painterFor(io.isOutTty, io.env) };
  if (error !== null) return reportError(context, error);
  if (options.has('help')) {
    printLines(context, helpLines(translator, command));
    return EXIT.done;
  }
  if (options.has('version')) {
    printLines(context, [`hugepages-guide ${io.version}`]);
    return EXIT.done;
  }
  return command === null ? openWindow(context) : RUN[command](context);
}

async function openWindow(context: CommandContext): Promise<number> {
  const { io, translator } = context;
  const end = await io.openWindow((isWithoutSandbox) => {
    if (isWithoutSandbox) io.err(`hugepages-guide: ${translator.say(message('cli.window.as-root'))}\n`);
  });
  switch (end.kind) {
    case 'closed':
      return end.exitCode === 0 ? EXIT.done : EXIT.failed;
    case 'no-electron':
      return reportError(context, failure('no-electron', message('cli.error.no-electron')));
    case 'no-display':
      return reportError(context, failure('no-display', message('cli.error.no-display')));
  }
}
