import { describe, expect, it } from 'vitest';
import {
  holesIn,
  longestRun,
  piecesOf,
  rowFacts,
  stepsOf,
  type StepId,
} from '../../../../common/figures/fragmentation';

const cellsAt = (id: StepId) =>
  [...stepsOf('page-by-page'), ...stepsOf('from-a-pool')].find((step) => step.id === id)?.cells ?? [];
const holesAt = (id: StepId) => holesIn(cellsAt(id)).flatMap((isHole, at) => (isHole ? [at] : []));

describe('page by page', () => {
  it('takes 4 KiB for A, 4 for B, 4 more for A, and gives B’s back', () => {
    const used = stepsOf('page-by-page').map(({ cells }) => rowFacts(cells).usedKiB);
    expect(used).toEqual([0, 4, 8, 12, 8, 16]);
  });
  it('leaves a hole where B was, so that not all that is free is in one piece', () => {
    expect(holesAt('a-takes-more')).toEqual([]);
    expect(holesAt('b-gives-back')).toEqual([1]);
    expect(rowFacts(cellsAt('b-gives-back'))).toMatchObject({ freeKiB: 40, longestFreeKiB: 36 });
  });
  it('keeps the hole when something longer comes', () => {
    expect(holesAt('one-piece-needed')).toEqual([1]);
  });
  it('gives nothing that is not used', () => {
    for (const { cells } of stepsOf('page-by-page')) {
      expect(rowFacts(cells).givenKiB).toBe(rowFacts(cells).usedKiB);
    }
  });
});

describe('from a pool', () => {
  it('costs 32 KiB for the 12 that are used', () => {
    expect(rowFacts(cellsAt('a-uses-more'))).toEqual({ freeKiB: 16, longestFreeKiB: 16, givenKiB: 32, usedKiB: 12 });
  });
  it('never has a hole in the middle of anything', () => {
    for (const { id, cells } of stepsOf('from-a-pool')) {
      expect(holesAt(id)).toEqual([]);
      expect(rowFacts(cells).longestFreeKiB).toBe(rowFacts(cells).freeKiB);
    }
  });
  it('gets a whole block back', () => {
    expect(rowFacts(cellsAt('b-returns-block'))).toMatchObject({ freeKiB: 32, longestFreeKiB: 32, givenKiB: 16 });
  });
});

describe('piecesOf', () => {
  it('says a row in pieces', () => {
    expect(piecesOf(cellsAt('a-uses-more'))).toEqual([
      { owner: 'A', isUsed: true, KiB: 8 },
      { owner: 'A', isUsed: false, KiB: 8 },
      { owner: 'B', isUsed: true, KiB: 4 },
      { owner: 'B', isUsed: false, KiB: 12 },
      { owner: null, isUsed: false, KiB: 16 },
    ]);
  });
  it('has nothing to say of nothing', () => {
    expect(piecesOf([])).toEqual([]);
  });
});

describe('longestRun', () => {
  it.each([
    [[], 0],
    [[false, false], 0],
    [[true, false, true, true, false], 2],
    [[false, true, true, true], 3],
  ])('of %j is %i', (marks, run) => {
    expect(longestRun(marks)).toBe(run);
  });
});

describe('holesIn', () => {
  it('finds none where everything is free', () => {
    expect(holesIn(cellsAt('all-free'))).not.toContain(true);
  });
});
