import { parseCount } from '../../common/kernel-text';

/** A positive whole number such as a process id or a number of pages; null for anything else. */
export function parsePositive(typed: string): number | null {
  const count = parseCount(typed);
  return count === 0 ? null : count;
}
