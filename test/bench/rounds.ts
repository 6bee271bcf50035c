/** The middle one of the measured values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/**
 * Median milliseconds of each contender. They take turns within every round, so that whatever else the machine does
 * meets them all alike; only then is a ratio between them worth something.
 */
export function medianMs<Name extends string>(
  contenders: Readonly<Record<Name, () => void>>,
  rounds: number,
): Record<Name, number> {
  const names = Object.keys(contenders) as Name[];
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const startMs = performance.now();
      contenders[name]();
      taken.get(name)?.push(performance.now() - startMs);
    }
  }
  const medians = names.map((name) => [name, median(taken.get(name) ?? [])] as const);
  return Object.fromEntries(medians) as Record<Name, number>;
}

export function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

export function times(value: number): string {
  return `${value.toFixed(2)} ×`;
}
