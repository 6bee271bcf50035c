import { describe, expect, it } from 'vitest';
import { anonHugeKiB, blocksAt, countBlocks, MOMENTS } from '../../../../common/figures/two-kinds';

describe('blocksAt', () => {
  it.each(MOMENTS)('draws the same VM of eight blocks on both sides: %s', (moment) => {
    expect(blocksAt('pool', moment)).toHaveLength(8);
    expect(blocksAt('transparent', moment)).toHaveLength(8);
  });

  it('has the pool set aside before a VM starts, while nothing transparent is taken', () => {
    expect(countBlocks(blocksAt('pool', 'before'), 'idle')).toBe(8);
    expect(countBlocks(blocksAt('transparent', 'before'), 'free')).toBe(8);
  });

  it.each(['runs', 'tight', 'after'] as const)('never splits or swaps out a page of the pool: %s', (moment) => {
    expect(countBlocks(blocksAt('pool', moment), 'huge')).toBe(8);
  });

  it('splits and swaps out transparent pages when memory gets tight, and mends some of it later', () => {
    const [runs, tight, after] = (['runs', 'tight', 'after'] as const).map((moment) => blocksAt('transparent', moment));
    expect(countBlocks(runs ?? [], 'huge')).toBe(6);
    expect(countBlocks(tight ?? [], 'huge')).toBe(2);
    expect(countBlocks(tight ?? [], 'swapped')).toBe(1);
    expect(countBlocks(after ?? [], 'huge')).toBe(5);
    expect(countBlocks(after ?? [], 'swapped')).toBe(0);
  });
});

describe('anonHugeKiB', () => {
  it('counts whole huge pages only, 2048 KiB each', () => {
    expect(anonHugeKiB(blocksAt('transparent', 'runs'))).toBe(12_288);
    expect(anonHugeKiB(blocksAt('transparent', 'before'))).toBe(0);
  });
});
