import { diffArrays } from 'diff';

/** `length` lines from index `from` on, in whose place there are now `nowLength` others from index `nowFrom` on. */
export interface ChangedRun {
  readonly from: number;
  readonly length: number;
  readonly nowFrom: number;
  readonly nowLength: number;
}

/** Lines removed and added together. Comparing takes time with its square; up to here some tenths of a second. */
const MOST_CHANGES = 1_000;

/**
 * Where two texts differ, with as few lines as possible, in their order; between the runs they are the same, line by
 * line. Texts that have next to nothing in common are one run.
 */
export function changedRuns(was: readonly string[], now: readonly string[]): readonly ChangedRun[] {
  const changes = diffArrays([...was], [...now], { maxEditLength: MOST_CHANGES });
  if (changes === undefined) return [{ from: 0, length: was.length, nowFrom: 0, nowLength: now.length }];
  const runs: ChangedRun[] = [];
  let run: ChangedRun = { from: 0, length: 0, nowFrom: 0, nowLength: 0 };
  for (const { added, removed, count } of changes) {
    if (removed) run = { ...run, length: run.length + count };
    else if (added) run = { ...run, nowLength: run.nowLength + count };
    else {
      runs.push(run);
      run = {
        from: run.from + run.length + count,
        length: 0,
        nowFrom: run.nowFrom + run.nowLength + count,
        nowLength: 0,
      };
    }
  }
  return [...runs, run].filter(({ length, nowLength }) => length + nowLength > 0);
}
