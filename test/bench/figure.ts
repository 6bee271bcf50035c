/** One line of the benchmark: what was measured, in words and as numbers, and whether it keeps its goal. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  readonly goal: string;
  /** Null where there is no goal, or where it could not be measured. */
  readonly isMet: boolean | null;
  readonly numbers: Readonly<Record<string, number>>;
}

/** A figure that cannot be had on this machine, with the reason. */
export function skippedFigure(what: string, reason: string): Figure {
  return { what, measured: `skipped: ${reason}`, goal: '', isMet: null, numbers: {} };
}

/** The table of all figures. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, measured, goal, isMet }) => [
    isMet === null ? '' : isMet ? 'ok' : 'OVER',
    what,
    measured,
    goal,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
