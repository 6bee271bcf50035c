/** A positive whole number such as a process id or a number of pages; null for anything else. */
export function parseCount(typed: string): number | null {
  const count = /^\d+$/.test(typed) ? Number(typed) : 0;
  return count > 0 && Number.isSafeInteger(count) ? count : null;
}
