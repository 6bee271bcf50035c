import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { type Counts, NOTHING } from './outcome';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const vitestReport = v.object({
  numPassedTests: count,
  numFailedTests: count,
  numPendingTests: count,
  numTodoTests: count,
});
const playwrightReport = v.object({
  stats: v.object({ expected: count, unexpected: count, flaky: count, skipped: count }),
});

/** What is skipped when a ring cannot run at all: vitest's list is an array of tests. */
const vitestList = v.array(v.object({ name: v.string() }));

/** Counts of a `vitest --reporter=json` report; nothing where it is none. */
export function countVitest(report: unknown): Counts {
  const { success, output } = v.safeParse(vitestReport, report);
  if (!success) return NOTHING;
  return {
    passed: output.numPassedTests,
    failed: output.numFailedTests,
    skipped: output.numPendingTests + output.numTodoTests,
  };
}

/** Counts of a Playwright JSON report; nothing where it is none. A test that passed on a second try is a failure. */
export function countPlaywright(report: unknown): Counts {
  const { success, output } = v.safeParse(playwrightReport, report);
  if (!success) return NOTHING;
  const { expected, unexpected, flaky, skipped } = output.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/** How many tests `vitest list --json` names. */
export function countListed(list: unknown): number {
  return v.is(vitestList, list) ? list.length : 0;
}

/** How many tests a report of `playwright test --list --reporter=json` names, at every depth of its suites. */
export function countPlaywrightListed(list: unknown): number {
  const suite = v.safeParse(
    v.object({ suites: v.optional(v.array(v.unknown()), []), specs: v.optional(v.array(v.unknown()), []) }),
    list,
  );
  if (!suite.success) return 0;
  return suite.output.suites.reduce<number>(
    (sum, inner) => sum + countPlaywrightListed(inner),
    suite.output.specs.length,
  );
}

/** A JSON text; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A JSON file; undefined where it is not there or is none. */
export function readJson(file: string): unknown {
  try {
    return parseJson(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
