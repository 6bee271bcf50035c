import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether everything that was made is there and younger than everything it is made of (modification times, in ms). A
 * folder's own time tells of files that were added or taken away.
 */
export function isFresh(madeMs: readonly (number | null)[], sourcesMs: readonly number[]): boolean {
  const oldestMs = madeMs.reduce<number>((oldest, ms) => Math.min(oldest, ms ?? 0), Number.POSITIVE_INFINITY);
  return oldestMs > Math.max(...sourcesMs);
}

/** The modification time of a file, in ms; null where there is none. */
export function modifiedMs(path: string): number | null {
  return lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

/** The modification times of a file or a folder and all below it, in ms. */
export function modifiedMsBelow(path: string): readonly number[] {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [stat.mtimeMs];
  return [stat.mtimeMs, ...readdirSync(path).flatMap((name) => modifiedMsBelow(join(path, name)))];
}
