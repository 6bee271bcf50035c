import { message } from '../../common/message';
import type { Translator } from '../../common/text/translator';
import { COMMAND_NAMES, type CommandName, OPERANDS, OPTIONS, type OptionName, optionsOf } from './commands';
import { columnsOf, pad } from './terminal-text';

const EXIT_CODE_KEYS = ['done', 'failed', 'usage', 'declined', 'short'] as const;

/** The help of one command, or of the program as a whole: made from the table of commands and options. */
export function helpLines({ say }: Translator, command: CommandName | null): readonly string[] {
  const options = entries(optionsOf(command).map((name) => [optionUsage(name), say(message(`cli.option.${name}`))]));
  if (command !== null) {
    return [
      say(message('cli.help.usage-command', { command: commandUsage(command) })),
      '',
      say(message(`cli.command.${command}`)),
      '',
      say(message('cli.help.options')),
      ...options,
    ];
  }
  return [
    say(message('cli.help.about')),
    '',
    say(message('cli.help.usage')),
    say(message('cli.help.window')),
    '',
    say(message('cli.help.commands')),
    ...entries(COMMAND_NAMES.map((name) => [commandUsage(name), say(message(`cli.command.${name}`))])),
    '',
    say(message('cli.help.options')),
    ...options,
    '',
    say(message('cli.help.exit-codes')),
    ...entries(EXIT_CODE_KEYS.map((key, code) => [String(code), say(message(`cli.exit.${key}`))])),
    '',
    say(message('cli.help.more')),
  ];
}

function commandUsage(name: CommandName): string {
  const operand = OPERANDS[name];
  return operand === undefined ? name : `${name} ${operand}`;
}

function optionUsage(name: OptionName): string {
  const definition = OPTIONS[name];
  const short = 'short' in definition ? `-${definition.short}, ` : '';
  return 'value' in definition ? `--${name} ${definition.value}` : `${short}--${name}`;
}

function entries(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => columnsOf(left)));
  return rows.map(([left, right]) => `  ${pad(left, width, 'end')}  ${right}`);
}
