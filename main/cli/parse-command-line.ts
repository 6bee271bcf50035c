import { parseArgs } from 'node:util';
import { LOCALES, type Locale } from '../../common/locale';
import { message } from '../../common/message';
import { type CliError, usageError } from './cli-error';
import {
  COMMAND_NAMES,
  type CommandName,
  isCommandName,
  isOptionName,
  OPERANDS,
  OPTIONS,
  type OptionName,
  optionsOf,
} from './commands';

/** The options that were given; of one given twice the last value holds. */
export interface GivenOptions {
  readonly has: (name: OptionName) => boolean;
  readonly text: (name: OptionName) => string | null;
}

export interface CommandLine {
  readonly command: CommandName | null;
  /** The word that names what the command acts on; null where it takes none. */
  readonly operand: string | null;
  readonly options: GivenOptions;
  /** Of `--lang`, where that is one we speak. */
  readonly locale: Locale | null;
  /** The first thing wrong with it. */
  readonly error: CliError | null;
}

/**
 * Takes the arguments apart by the table of commands and options. node:util's own strict mode is off because its
 * sentences are English only: the same rules are checked here, token by token, and each error names the valid choices.
 */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const { tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token] : []));
  const values = new Map(given.map(({ name, value }) => [name, value]));
  const command = words[0] !== undefined && isCommandName(words[0]) ? words[0] : null;
  const wishedLanguage = values.get('lang');
  const locale = LOCALES.find((name) => name === wishedLanguage) ?? null;
  return {
    command,
    operand: words[1] ?? null,
    options: { has: (name) => values.has(name), text: (name) => values.get(name) ?? null },
    locale,
    error:
      wordsError(words, command) ??
      given.map((token) => optionError(token, command)).find((error) => error !== null) ??
      (wishedLanguage !== undefined && locale === null
        ? usageError(
            'unknown-language',
            message('cli.error.unknown-language', { language: wishedLanguage, languages: LOCALES.join(', ') }),
          )
        : null),
  };
}

function wordsError(words: readonly string[], command: CommandName | null): CliError | null {
  const [first, ...others] = words;
  if (first !== undefined && command === null) {
    const text = message('cli.error.unknown-command', { command: first, commands: COMMAND_NAMES.join(', ') });
    return usageError('unknown-command', text);
  }
  const operand = command === null ? undefined : OPERANDS[command];
  const extra = others[operand === undefined ? 0 : 1];
  return extra === undefined
    ? null
    : usageError('unexpected-argument', message('cli.error.unexpected-argument', { argument: extra }));
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function optionError({ name, rawName, value, inlineValue }: OptionToken, command: CommandName | null): CliError | null {
  const valid = optionsOf(command);
  if (!isOptionName(name) || !valid.includes(name)) {
    const options = valid.map((option) => `--${option}`).join(', ');
    return usageError('unknown-option', message('cli.error.unknown-option', { option: rawName, options }));
  }
  if (OPTIONS[name].type === 'boolean') {
    return value === undefined
      ? null
      : usageError('option-takes-no-value', message('cli.error.option-takes-no-value', { option: rawName }));
  }
  // `--memory --json` forgot the value; `--memory -1` has one, and a better sentence follows from it.
  const isMissing = value === undefined || value === '' || (inlineValue === false && /^-\D/.test(value));
  return isMissing
    ? usageError('option-needs-value', message('cli.error.option-needs-value', { option: rawName }))
    : null;
}
