import { describe, expect, it } from 'vitest';
import { nextRandom, programsOf, RUN_TICKS } from '../../../../common/figures/crowd-programs';

describe('nextRandom', () => {
  it('draws from 0 to below 1, evenly enough', () => {
    let state = 1;
    const values = Array.from({ length: 2_000 }, () => {
      const drawn = nextRandom(state);
      ({ state } = drawn);
      return drawn.value;
    });
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(0.5, 1);
  });
});

describe('programsOf', () => {
  it('is decided by the seed alone', () => {
    expect(programsOf(7)).toEqual(programsOf(7));
    expect(programsOf(7)).not.toEqual(programsOf(8));
  });
  it('lets programs come in order, within the run, none larger than a row', () => {
    const programs = programsOf(7);
    expect(programs.map(({ id }) => id)).toEqual(programs.map((_, at) => at + 1));
    for (const { arrivesAt, wantsPages, staysTicks } of programs) {
      expect(arrivesAt).toBeGreaterThan(0);
      expect(arrivesAt).toBeLessThanOrEqual(RUN_TICKS);
      expect(wantsPages).toBeGreaterThan(0);
      expect(wantsPages).toBeLessThanOrEqual(16);
      expect(staysTicks).toBeGreaterThan(0);
    }
  });
});
