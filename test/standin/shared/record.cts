import { inspect } from 'node:util';
import { say } from './say.cjs';

/** Says on stderr what would have left the app; nothing of the desktop is touched. */
export function record(call: string, ...args: unknown[]): void {
  const shown = args.map((arg) => inspect(arg, { breakLength: Infinity })).join(', ');
  say(`stand-in: ${call}(${shown}) was noted, and nothing opened`);
}
