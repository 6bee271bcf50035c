/** How many tests (or checks, counted as one each) ended in which way. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What the run of a ring came to: its counts, and the names of the tests or checks that failed. */
export interface RunResult {
  readonly counts: Counts;
  readonly failures: readonly string[];
}

/** What one ring came to. */
export interface RingOutcome extends RunResult {
  readonly ring: string;
  readonly seconds: number;
  /** Why tests were skipped, or what else to know; shown in the table. */
  readonly note: string | null;
}

export const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 };

/** One check that is not a test runner: passed or failed. */
export function countCheck(isPassed: boolean): Counts {
  return isPassed ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

export function sumCounts(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    NOTHING,
  );
}

/**
 * A runner's counts, made to agree with its exit code: a run that failed without a failing test (a file that does not
 * load, no report at all, no test found) is one failure, and so is a run that counted nothing.
 */
export function agreeWithExitCode(counts: Counts, exitCode: number): Counts {
  const isSilentFailure = counts.failed === 0 && (exitCode !== 0 || counts.passed + counts.skipped === 0);
  return isSilentFailure ? { ...counts, failed: 1 } : counts;
}

/** The last line of a run, alone on it. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped`;
}

/** What failed, by name, a line each: what a long log shows last is what somebody has to know. */
export function failureLines(outcomes: readonly RingOutcome[]): readonly string[] {
  return outcomes.flatMap(({ ring, failures }) => failures.map((failure) => `✗ ${ring}: ${failure}`));
}

/** The table of all rings, one line each. */
export function outcomeTable(outcomes: readonly RingOutcome[]): string {
  const rows = [
    ['ring', 'passed', 'failed', 'skipped', 'seconds', ''],
    ...outcomes.map(({ ring, counts, seconds, note }) => [
      ring,
      String(counts.passed),
      String(counts.failed),
      String(counts.skipped),
      seconds.toFixed(1),
      note ?? '',
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
