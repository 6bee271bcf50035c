import { type ChangedRun, changedRuns } from './changed-runs';
import type { ThreeWayPart } from './reading';

export type Lift =
  | { readonly kind: 'lifted'; readonly text: string }
  | { readonly kind: 'conflict'; readonly parts: readonly ThreeWayPart[] };

/** Lines without their ends. Those of `original` and `patched` are one to one. */
interface ThreeWays {
  readonly original: readonly string[];
  readonly patched: readonly string[];
  readonly now: readonly string[];
}

/**
 * Takes a patch out of a file that was edited since: `original` became `patched`, the person made `current` of it, and
 * what comes back is the person's edits on the original. A conflict where the person changed, removed or copied the very
 * lines of the patch, unless they have their original words again. The ends of lines are the person's: a patch neither
 * ends nor joins lines (see ByteSplice), and one that did is a conflict as a whole.
 */
export function liftPatch(original: string, patched: string, current: string): Lift {
  const [was, put, is] = [splitLines(original), splitLines(patched), splitLines(current)];
  const ways = { original: was.words, patched: put.words, now: is.words };
  if (was.ends.join() !== put.ends.join()) {
    const whole = { from: 0, length: put.words.length, nowFrom: 0, nowLength: is.words.length };
    return { kind: 'conflict', parts: [partOf(ways, whole)] };
  }
  const made = new Set(put.words.filter((words, index) => words !== was.words[index]));
  const lifted = replaceAll(ways, made);
  if (lifted !== null) return { kind: 'lifted', text: joinLines(lifted, is.ends) };
  const runs = changedRuns(put.words, is.words);
  const parts = runs.filter((run) => isInTheWay(ways, run, made)).map((run) => partOf(ways, run));
  if (parts.length > 0) return { kind: 'conflict', parts };
  return { kind: 'lifted', text: joinLines(replaceBetween(ways, runs), is.ends) };
}

/** What follows the last end is a line too, even if it is empty, so that every text is one to one with its lines. */
function splitLines(text: string): { readonly words: readonly string[]; readonly ends: readonly string[] } {
  const lines = text.split(/(?<=\n)/);
  if (text.endsWith('\n')) lines.push('');
  const words = lines.map((line) => line.replace(/\r?\n$/, ''));
  return { words, ends: lines.map((line, index) => line.slice(words[index]?.length)) };
}

function joinLines(words: readonly string[], ends: readonly string[]): string {
  return words.map((line, index) => line + (ends[index] ?? '')).join('');
}

function partOf({ original, patched, now }: ThreeWays, { from, length, nowFrom, nowLength }: ChangedRun): ThreeWayPart {
  return {
    line: nowFrom + 1,
    before: shownLines(original, from, length),
    patched: shownLines(patched, from, length),
    now: shownLines(now, nowFrom, nowLength),
  };
}

/** Without the empty line behind the last end, which nobody counts. */
function shownLines(lines: readonly string[], from: number, length: number): readonly string[] {
  const reachesEnd = from + length >= lines.length && lines.at(-1) === '';
  return lines.slice(from, reachesEnd ? -1 : from + length);
}

/**
 * Each line that reads as the patch made it gives way to what was there. Null where they are not those of the patched
 * file, all of them and in its order.
 */
function replaceAll({ original, patched, now }: ThreeWays, made: ReadonlySet<string>): readonly string[] | null {
  const places = patched.flatMap((words, index) => (made.has(words) ? [index] : []));
  const found = now.filter((words) => made.has(words));
  if (found.length !== places.length || places.some((place, index) => patched[place] !== found[index])) return null;
  const originals = places.map((place) => original[place]).values();
  return now.map((words) => (made.has(words) ? (originals.next().value ?? words) : words));
}

/** Outside of the runs, the lines are those of the patched file, and give way to those of the original. */
function replaceBetween({ original, now }: ThreeWays, runs: readonly ChangedRun[]): readonly string[] {
  const lifted: string[] = [];
  let at = 0;
  for (const { from, length, nowFrom, nowLength } of runs) {
    lifted.push(...original.slice(at, from), ...now.slice(nowFrom, nowFrom + nowLength));
    at = from + length;
  }
  return [...lifted, ...original.slice(at)];
}

/** It holds lines of the patch, then or now, and not simply their original words again. */
function isInTheWay(ways: ThreeWays, run: ChangedRun, made: ReadonlySet<string>): boolean {
  const { before, patched, now } = partOf(ways, run);
  const isBack = (index: number): boolean => now.length === patched.length && now[index] === before[index];
  return now.some((words) => made.has(words)) || patched.some((words, index) => made.has(words) && !isBack(index));
}
