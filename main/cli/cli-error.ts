import type { Message } from '../../common/message';
import { EXIT } from './commands';

/** Why a command could not be carried out. `id` is stable, for programs that read `--json`. */
export interface CliError {
  readonly id: string;
  readonly text: Message;
  readonly exitCode: number;
}

/** The command line itself is wrong. */
export function usageError(id: string, text: Message): CliError {
  return { id, text, exitCode: EXIT.usage };
}

/** The command line is right, but the machine does not allow it. */
export function failure(id: string, text: Message): CliError {
  return { id, text, exitCode: EXIT.failed };
}
