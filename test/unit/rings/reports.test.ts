import { describe, expect, test } from 'vitest';
import { countListed, countPlaywright, countPlaywrightListed, countVitest, readJson } from '../../rings/reports';

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
