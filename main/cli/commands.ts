interface OptionDefinition {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  /** Stands for the value in help. */
  readonly value?: string;
}

/** Every option there is; the parser and the help both read this table. */
export const OPTIONS = {
  memory: { type: 'string', value: 'SIZE' },
  'page-size': { type: 'string', value: 'SIZE' },
  sizing: { type: 'string', value: 'RULE' },
  pages: { type: 'string', value: 'N' },
  'no-persist': { type: 'boolean' },
  'give-back': { type: 'boolean' },
  'drop-caches': { type: 'boolean' },
  'if-short': { type: 'string', value: 'WHAT' },
  'if-failed': { type: 'string', value: 'WHAT' },
  vm: { type: 'string', value: 'PID' },
  patch: { type: 'string', value: 'FILE' },
  'dry-run': { type: 'boolean' },
  revert: { type: 'boolean' },
  prealloc: { type: 'boolean' },
  all: { type: 'boolean' },
  entry: { type: 'string', value: 'ID' },
  script: { type: 'boolean' },
  yes: { type: 'boolean' },
  pid: { type: 'string', value: 'PID' },
  json: { type: 'boolean' },
  lang: { type: 'string', value: 'LANG' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const satisfies Readonly<Record<string, OptionDefinition>>;

export type OptionName = keyof typeof OPTIONS;

/** How a plan is run. */
const WISHES = ['drop-caches', 'if-short', 'if-failed'] as const;
const REQUEST = [
  'memory',
  'page-size',
  'sizing',
  'pages',
  'no-persist',
  'give-back',
  'vm',
  'patch',
  ...WISHES,
] as const;
const COMMON = ['json', 'lang', 'help'] as const;

/** Every command with the options it takes, in the order help shows them. */
export const COMMANDS = {
  status: COMMON,
  plan: [...REQUEST, 'script', ...COMMON],
  apply: [...REQUEST, 'yes', ...COMMON],
  patch: ['dry-run', 'revert', 'prealloc', 'page-size', ...COMMON],
  verify: ['pid', ...COMMON],
  undo: ['all', 'entry', 'dry-run', 'yes', ...COMMON],
  history: COMMON,
} as const satisfies Readonly<Record<string, readonly OptionName[]>>;

export type CommandName = keyof typeof COMMANDS;

/** What a command acts on, named by a word behind it. */
export const OPERANDS: Readonly<Partial<Record<CommandName, string>>> = { patch: 'FILE' };

/** What may stand without a command. */
const OPTIONS_WITHOUT_COMMAND = ['lang', 'help', 'version'] as const satisfies readonly OptionName[];

export const COMMAND_NAMES = Object.keys(COMMANDS).filter(isCommandName);

export function isCommandName(text: string): text is CommandName {
  return Object.hasOwn(COMMANDS, text);
}

export function isOptionName(text: string): text is OptionName {
  return Object.hasOwn(OPTIONS, text);
}

/** The options of a command, or those that may stand without one. */
export function optionsOf(command: CommandName | null): readonly OptionName[] {
  return command === null ? OPTIONS_WITHOUT_COMMAND : COMMANDS[command];
}

/** Meaning of the exit code (design: 0 done, 1 refused or failed, 2 usage, 3 declined, 4 short). */
export const EXIT = { done: 0, failed: 1, usage: 2, declined: 3, short: 4 } as const;
