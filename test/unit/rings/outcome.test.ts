import { describe, expect, test } from 'vitest';
import { agreeWithExitCode, closingLine, countCheck, failureLines, outcomeTable, sumCounts } from '../../rings/outcome';

describe('the counts of a run', () => {
  test('add up over all rings', () => {
    const rings = [
      { passed: 3, failed: 0, skipped: 1 },
      { passed: 210, failed: 2, skipped: 0 },
    ];
    expect(closingLine(sumCounts(rings))).toBe('213 passed, 2 failed, 1 skipped');
  });

  test('count a check as one', () => {
    expect(countCheck(true)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countCheck(false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test.each([
    ['a test file that does not load fails the ring', { passed: 12, failed: 0, skipped: 0 }, 1, 1],
    ['a runner that died without a report fails the ring', { passed: 0, failed: 0, skipped: 0 }, 137, 1],
    ['a runner that found no test at all fails the ring', { passed: 0, failed: 0, skipped: 0 }, 0, 1],
    ['failing tests are counted as they are', { passed: 12, failed: 3, skipped: 0 }, 1, 3],
    ['a green run stays green', { passed: 12, failed: 0, skipped: 0 }, 0, 0],
    ['tests skipped by themselves are no failure', { passed: 0, failed: 0, skipped: 4 }, 0, 0],
  ])('%s', (_, counts, exitCode, failed) => {
    expect(agreeWithExitCode(counts, exitCode).failed).toBe(failed);
  });
});

test('the table gives every ring a line, with why it was skipped', () => {
  const table = outcomeTable([
    { ring: 'unit', counts: { passed: 210, failed: 0, skipped: 0 }, failures: [], seconds: 4.26, note: null },
    {
      ring: 'machine',
      counts: { passed: 0, failed: 0, skipped: 31 },
      failures: [],
      seconds: 0.9,
      note: 'skipped: not root',
    },
  ]);
  expect(table.split('\n')).toEqual([
    'ring     passed  failed  skipped  seconds',
    'unit        210       0        0      4.3',
    'machine       0       0       31      0.9  skipped: not root',
  ]);
});

test('what failed is named again behind the table', () => {
  const counts = { passed: 2, failed: 1, skipped: 0 };
  expect(
    failureLines([
      { ring: 'lint', counts: { ...counts, failed: 0 }, failures: [], seconds: 1, note: null },
      { ring: 'e2e', counts, failures: ['guide.spec.ts › a beginner walks'], seconds: 9, note: null },
    ]),
  ).toEqual(['✗ e2e: guide.spec.ts › a beginner walks']);
});
