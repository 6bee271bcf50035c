import { describe, expect, it } from 'vitest';
import { crowdFacts } from '../../../../common/figures/crowd-facts';
import { PAGES } from '../../../../common/figures/crowd-rows';

/** Everything free but these pages. */
const pagesWith = (taken: Readonly<Record<number, number>>) => Array.from({ length: PAGES }, (_, at) => taken[at] ?? 0);

describe('crowdFacts', () => {
  it('finds room for 16 huge pages in empty memory', () => {
    expect(crowdFacts({ pages: pagesWith({}), waiting: [] })).toEqual({
      freeKiB: 1_024,
      longestFreeKiB: 1_024,
      givenKiB: 0,
      usedKiB: 0,
      hugePages: 16,
      waiting: 0,
    });
  });
  it('loses a huge page to a single page in its row', () => {
    expect(crowdFacts({ pages: pagesWith({ 24: 1 }), waiting: [] })).toMatchObject({ freeKiB: 1_020, hugePages: 15 });
  });
  it('counts a run across rows, in which no row is free from end to end', () => {
    const { longestFreeKiB, hugePages } = crowdFacts({
      pages: Array.from({ length: PAGES }, (_, at) => (at % 16 === 8 ? 1 : 0)),
      waiting: [],
    });
    expect([longestFreeKiB, hugePages]).toEqual([60, 0]);
  });
  it('tells what is given from what is used, and who waits', () => {
    expect(crowdFacts({ pages: pagesWith({ 0: 3, 1: 3, 2: -3, 3: -3 }), waiting: ['one'] })).toMatchObject({
      givenKiB: 16,
      usedKiB: 8,
      waiting: 1,
    });
  });
});
