import { format } from 'node:util';

/** One line for whoever started the run. */
export function say(...parts: unknown[]): void {
  process.stderr.write(`${format(...parts)}\n`);
}
