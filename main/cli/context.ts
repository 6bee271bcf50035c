import type { Message } from '../../common/message';
import type { Translator } from '../../common/text/translator';
import type { CliError } from './cli-error';
import type { CliIo } from './cli-io';
import type { GivenOptions } from './parse-command-line';
import type { Paint } from './terminal-text';

/** What every command gets. */
export interface CommandContext {
  readonly io: CliIo;
  readonly options: GivenOptions;
  /** What the command acts on. */
  readonly operand: string | null;
  readonly translator: Translator;
  /** For standard output. */
  readonly paint: Paint;
}

/** Prints lines on standard output. */
export function printLines({ io }: CommandContext, lines: readonly string[]): void {
  io.out(lines.map((line) => `${line}\n`).join(''));
}

/** Prints the one JSON document of a `--json` run. */
export function printJson({ io }: CommandContext, document: Readonly<Record<string, unknown>>): void {
  io.out(`${JSON.stringify(document, null, 2)}\n`);
}

/**
 * Says why a command could not be carried out: on standard error, or as the JSON document where one was asked for.
 * Gives the exit code.
 */
export function reportError(
  context: CommandContext,
  error: CliError,
  more: Readonly<Record<string, unknown>> = {},
): number {
  const text = context.translator.say(error.text);
  if (context.options.has('json')) printJson(context, { error: { id: error.id, text }, ...more });
  else context.io.err(`hugepages-guide: ${text}\n`);
  return error.exitCode;
}

/** A sentence for a JSON document. */
export function spoken({ translator }: CommandContext, message: Message | null): string | null {
  return message === null ? null : translator.say(message);
}
