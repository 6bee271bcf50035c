import { GIB_IN_KIB } from '../memory-size';
import { USUAL_PAGE_KIB } from '../page-size';
import { heldPages, pagesFor } from '../sizing';
import type { Pool } from '../snapshot';
import { poolFromCounters, type CounterPool } from './pool-counters';

/** A pool to try things on, and what can be tried: how large a VM is, how far the pool is shrunk and grown. */
export interface PoolExample {
  readonly id: 'small' | 'article' | 'machine';
  readonly pageKiB: number;
  readonly pool: CounterPool;
  /** Pages of a small and a large VM; the second is left out where they would be the same. */
  readonly vmPages: readonly [number] | readonly [number, number];
  readonly shrunkPages: number;
  readonly grownPages: number;
}

/** Few enough pages to see each: 40 MiB in all. */
export const SMALL_POOL: PoolExample = {
  id: 'small',
  pageKiB: USUAL_PAGE_KIB,
  pool: { persistentPages: 20, surplusPages: 0, vms: [] },
  vmPages: [4, 12],
  shrunkPages: 8,
  grownPages: 20,
};

/** The how-to's own: 2050 pages, 1542 free, 4 promised, while a VM of 1 GiB boots. Others have 1 and 4 GiB. */
export const ARTICLE_POOL: PoolExample = {
  id: 'article',
  pageKiB: USUAL_PAGE_KIB,
  pool: { persistentPages: 2_050, surplusPages: 0, vms: [{ id: 0, neededPages: 512, touchedPages: 508 }] },
  vmPages: [pagesFor(GIB_IN_KIB, USUAL_PAGE_KIB), pagesFor(4 * GIB_IN_KIB, USUAL_PAGE_KIB)],
  shrunkPages: 400,
  grownPages: 2_050,
};

/**
 * A real pool to try things on, with VMs and sizes in proportion to it; null where it has no pages. It is shrunk to less
 * than what is held, if anything is.
 */
export function exampleOfPool(pool: Pool): PoolExample | null {
  const { pageKiB, totalPages } = pool;
  if (totalPages === 0) return null;
  const held = heldPages(pool);
  const few = Math.ceil(totalPages / 5);
  const many = Math.floor((totalPages * 3) / 5);
  return {
    id: 'machine',
    pageKiB,
    pool: poolFromCounters(pool),
    vmPages: many > few ? [few, many] : [few],
    shrunkPages: Math.min(Math.floor((totalPages * 2) / 5), held === 0 ? totalPages : Math.floor(held / 2)),
    grownPages: totalPages,
  };
}
