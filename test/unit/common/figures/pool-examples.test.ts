import { describe, expect, it } from 'vitest';
import { countersOf } from '../../../../common/figures/pool-counters';
import { ARTICLE_POOL, exampleOfPool, SMALL_POOL } from '../../../../common/figures/pool-examples';
import { poolWith } from '../../../fakes/host';

describe('the pools to try', () => {
  it('include the how-to’s own: 2050 pages, 1542 free, 4 promised, 512 held', () => {
    const { totalPages, freePages, reservedPages } = countersOf(ARTICLE_POOL.pool);
    expect({ totalPages, freePages, reservedPages }).toEqual({ totalPages: 2_050, freePages: 1_542, reservedPages: 4 });
    expect(totalPages - freePages + reservedPages).toBe(512);
    expect(ARTICLE_POOL.vmPages).toEqual([512, 2_048]);
  });
  it('can all be shrunk below what a VM holds, and grown again', () => {
    for (const { vmPages, shrunkPages, grownPages } of [SMALL_POOL, ARTICLE_POOL]) {
      expect(shrunkPages).toBeLessThan(vmPages.at(-1) ?? 0);
      expect(grownPages).toBeGreaterThan(shrunkPages);
    }
  });
});

describe('exampleOfPool', () => {
  it('starts from a real pool as it is, with VMs of a fifth and of three fifths', () => {
    const pool = poolWith({ persistentPages: 2_050, freePages: 1_542, reservedPages: 4 });
    expect(exampleOfPool(pool)).toEqual({
      id: 'machine',
      pageKiB: 2_048,
      pool: ARTICLE_POOL.pool,
      vmPages: [410, 1_230],
      shrunkPages: 256,
      grownPages: 2_050,
    });
  });
  it('shrinks an idle pool to two fifths', () => {
    expect(exampleOfPool(poolWith({ persistentPages: 2_050 }))?.shrunkPages).toBe(820);
  });
  it('has one size of VM in a pool too small for two', () => {
    expect(exampleOfPool(poolWith({ pageKiB: 1_048_576, persistentPages: 1 }))?.vmPages).toEqual([1]);
  });
  it('has room for no more than five VMs, whatever the pool', () => {
    for (let pages = 1; pages <= 60; pages += 1) {
      expect(Math.floor(pages / (exampleOfPool(poolWith({ persistentPages: pages }))?.vmPages[0] ?? 0))).toBeLessThan(
        6,
      );
    }
  });
  it('is none where the pool has no pages', () => {
    expect(exampleOfPool(poolWith())).toBeNull();
  });
});
