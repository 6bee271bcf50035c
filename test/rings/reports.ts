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
const vitestFailures = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      assertionResults: v.array(v.object({ status: v.string(), fullName: v.string() })),
    }),
  ),
});
const playwrightReport = v.object({
  stats: v.object({ expected: count, unexpected: count, flaky: count, skipped: count }),
});
/** A suite of it, or the report itself. */
const playwrightSuite = v.object({
  suites: v.optional(v.array(v.unknown()), []),
  specs: v.optional(
    v.array(
      v.object({
        title: v.string(),
        file: v.string(),
        ok: v.boolean(),
        tests: v.array(v.object({ status: v.string() })),
      }),
    ),
    [],
  ),
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

/** What failed, by a `vitest --reporter=json` report: tests by their full names, files that did not load by theirs. */
export function namesFromVitest(report: unknown): readonly string[] {
  const { success, output } = v.safeParse(vitestFailures, report);
  if (!success) return [];
  return output.testResults.flatMap(({ name, status, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === 'failed').map(({ fullName }) => fullName);
    return tests.length === 0 && status === 'failed' ? [name] : tests.map((test) => `${name} › ${test}`);
  });
}

/** What failed or was flaky, by a Playwright JSON report. */
export function namesFromPlaywright(report: unknown): readonly string[] {
  const { success, output } = v.safeParse(playwrightSuite, report);
  if (!success) return [];
  const own = output.specs.filter(({ ok, tests }) => !ok || tests.some(({ status }) => status === 'flaky'));
  return [
    ...own.map(({ file, title }) => `${file} › ${title}`),
    ...output.suites.flatMap((suite) => namesFromPlaywright(suite)),
  ];
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
