import { message } from '../../common/message';
import { type CliError, usageError } from './cli-error';
import type { CommandContext } from './context';

/** Why nobody can be asked before something is done; null where somebody can, or `--yes` has answered. */
export function askObstacle({ io, options }: CommandContext): CliError | null {
  if (options.has('yes')) return null;
  if (options.has('json')) return usageError('json-needs-yes', message('cli.error.json-needs-yes'));
  return io.isInTty && io.isErrTty ? null : usageError('cannot-ask', message('cli.error.cannot-ask'));
}

/** Asks, unless `--yes` has answered; says that nothing was done where the answer is not yes. */
export async function isAgreed({ io, options, translator: { say } }: CommandContext): Promise<boolean> {
  if (options.has('yes') || isYes(await io.ask(`${say(message('cli.apply.question'))} `))) return true;
  io.err(`${say(message('cli.apply.not-done'))}\n`);
  return false;
}

function isYes(answer: string): boolean {
  return /^(y|yes|是|好)$/i.test(answer.normalize('NFKC').trim());
}
