import { describe, expect, it } from 'vitest';
import { firstCrowd, nextCrowd, type Crowd } from '../../../../common/figures/crowd';
import { crowdFacts } from '../../../../common/figures/crowd-facts';
import { RUN_TICKS } from '../../../../common/figures/crowd-programs';
import { rowsOf } from '../../../../common/figures/crowd-rows';

function wholeRun(): readonly Crowd[] {
  const run = [firstCrowd()];
  for (let crowd = firstCrowd(); crowd.tick < RUN_TICKS; run.push(crowd)) crowd = nextCrowd(crowd);
  return run;
}

const run = wholeRun();
const end = run.at(-1) ?? firstCrowd();

describe('the crowd', () => {
  it('begins with memory in one piece', () => {
    expect(crowdFacts(firstCrowd().memory['page-by-page'])).toMatchObject({ hugePages: 16, longestFreeKiB: 1_024 });
  });

  it('is the same run each time', () => {
    expect(wholeRun().at(-1)).toEqual(end);
  });

  it('does not change the state it comes from', () => {
    const before = structuredClone(end);
    nextCrowd(end);
    expect(end).toEqual(before);
  });

  it('serves the same programs in both ways, as long as nobody has to wait', () => {
    const { memory } = run[12] ?? end;
    const programsIn = (pages: readonly number[]) =>
      [...new Set(pages.map(Math.abs))].sort((one, other) => one - other);
    expect(programsIn(memory['page-by-page'].pages).length).toBeGreaterThan(5);
    expect(programsIn(memory['from-a-pool'].pages)).toEqual(programsIn(memory['page-by-page'].pages));
  });

  it('remembers at each tick how many huge pages fitted', () => {
    for (const way of ['page-by-page', 'from-a-pool'] as const) {
      expect(end.fitting[way]).toEqual(run.map(({ memory }) => crowdFacts(memory[way]).hugePages));
    }
  });

  it('never loses a page nor gives one twice', () => {
    for (const { memory } of run) {
      const { holdings, free, pages } = memory['page-by-page'];
      const held = holdings.flatMap(({ blocks }) => blocks.map(({ firstPage }) => firstPage));
      expect(new Set([...held, ...free]).size).toBe(pages.length);
      expect(held.length + free.length).toBe(pages.length);
    }
  });
});

describe('page by page', () => {
  it('ends with more than half of memory free and room for no huge page', () => {
    const { freeKiB, longestFreeKiB, hugePages } = crowdFacts(end.memory['page-by-page']);
    expect(freeKiB).toBeGreaterThan(512);
    expect(longestFreeKiB).toBeLessThan(64);
    expect(hugePages).toBe(0);
  });

  it('never gets a whole row back once memory was full', () => {
    const { fitting } = end;
    expect(fitting['page-by-page'].slice(fitting['page-by-page'].indexOf(0)).every((count) => count === 0)).toBe(true);
  });
});

describe('from a pool', () => {
  it('gives whole rows, so that everything free is room for huge pages', () => {
    for (const { memory } of run) {
      const { freeKiB, hugePages } = crowdFacts(memory['from-a-pool']);
      expect(hugePages * 64).toBe(freeKiB);
      for (const row of rowsOf(memory['from-a-pool'].pages)) expect(new Set(row.map(Math.abs)).size).toBe(1);
    }
  });

  it('has its price: more is given than used, and at times somebody waits', () => {
    const { givenKiB, usedKiB, hugePages } = crowdFacts(end.memory['from-a-pool']);
    expect(givenKiB).toBeGreaterThan(usedKiB);
    expect(hugePages).toBeGreaterThan(0);
    expect(run.some(({ memory }) => memory['from-a-pool'].waiting.length > 0)).toBe(true);
  });
});
