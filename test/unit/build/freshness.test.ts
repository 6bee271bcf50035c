import { describe, expect, test } from 'vitest';
import { isFresh } from '../../../build/setup/freshness';

describe('a build', () => {
  test('is fresh when everything made is younger than every source', () => {
    expect(isFresh([2_000, 3_000], [1_000, 1_999])).toBe(true);
  });

  test('is not when one source is younger than the oldest thing made', () => {
    expect(isFresh([2_000, 9_000], [1_000, 2_001])).toBe(false);
  });

  test('is not when something that should be there is missing', () => {
    expect(isFresh([2_000, null], [1_000])).toBe(false);
  });
});
