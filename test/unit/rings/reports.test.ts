import { describe, expect, test } from 'vitest';
import {
  countListed,
  countPlaywright,
  countPlaywrightListed,
  countVitest,
  namesFromPlaywright,
  namesFromVitest,
  readJson,
} from '../../rings/reports';

describe('a runner’s report', () => {
  test('of vitest counts pending and todo tests as skipped', () => {
    const report = {
      numTotalTests: 10,
      numPassedTests: 6,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      success: false,
    };
    expect(countVitest(report)).toEqual({ passed: 6, failed: 1, skipped: 3 });
  });

  test('of Playwright counts a flaky test as failed', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 3, duration: 1_234.5 } };
    expect(countPlaywright(report)).toEqual({ passed: 5, failed: 3, skipped: 3 });
  });

  test.each([undefined, null, {}, [], { numPassedTests: '6' }, { stats: { expected: -1 } }])(
    'that is none counts nothing: %j',
    (report) => {
      expect(countVitest(report)).toEqual({ passed: 0, failed: 0, skipped: 0 });
      expect(countPlaywright(report)).toEqual({ passed: 0, failed: 0, skipped: 0 });
    },
  );

  test('that is missing reads as nothing', () => {
    expect(readJson('/nonexistent/report.json')).toBeUndefined();
  });
});

describe('the names of what failed', () => {
  test('come from the report of vitest, with files that did not load', () => {
    const report = {
      testResults: [
        {
          name: '/a.test.ts',
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'pages are counted' },
            { status: 'failed', fullName: 'pages are freed' },
          ],
        },
        { name: '/b.test.ts', status: 'failed', assertionResults: [] },
        { name: '/c.test.ts', status: 'passed', assertionResults: [{ status: 'skipped', fullName: 'later' }] },
      ],
    };
    expect(namesFromVitest(report)).toEqual(['/a.test.ts › pages are freed', '/b.test.ts']);
    expect(namesFromVitest(undefined)).toEqual([]);
  });

  test('come from the report of Playwright, at every depth, flaky ones too', () => {
    const spec = (title: string, ok: boolean, status: string) => ({
      title,
      file: 'a.spec.ts',
      ok,
      tests: [{ status }],
    });
    const report = {
      suites: [
        {
          specs: [spec('opens', true, 'expected'), spec('closes', false, 'unexpected')],
          suites: [{ specs: [spec('opens again', true, 'flaky')] }],
        },
      ],
    };
    expect(namesFromPlaywright(report)).toEqual(['a.spec.ts › closes', 'a.spec.ts › opens again']);
    expect(namesFromPlaywright(undefined)).toEqual([]);
  });
});

describe('the tests of a ring that cannot run', () => {
  test('are counted from the list of vitest', () => {
    expect(countListed([{ name: 'a > b', file: '/x.test.ts', projectName: 'machine' }, { name: 'a > c' }])).toBe(2);
    expect(countListed(undefined)).toBe(0);
  });

  test('are counted from the list of Playwright, in suites within suites', () => {
    const list = {
      suites: [{ title: 'a.spec.ts', specs: [{}, {}], suites: [{ specs: [{}] }] }, { specs: [{}] }],
      stats: {},
    };
    expect(countPlaywrightListed(list)).toBe(4);
  });
});
