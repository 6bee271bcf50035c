import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { requirePrivateMachine } from './private-machine';
import { waitFor } from './wait-for';

const POOLS = '/sys/kernel/mm/hugepages';
const POOL_FOLDER = /^hugepages-(\d+)kB$/;

/** The counters of one page size, in pages, with the kernel's own file names (hugetlbpage.rst). */
export interface PoolCounters {
  readonly nr_hugepages: number;
  readonly free_hugepages: number;
  readonly resv_hugepages: number;
  readonly surplus_hugepages: number;
  readonly nr_overcommit_hugepages: number;
}

/** Every page size this kernel has a pool for, in KiB, smallest first; none where it has no hugetlb. */
export function poolSizesKiB(): readonly number[] {
  try {
    return readdirSync(POOLS)
      .map((name) => Number(POOL_FOLDER.exec(name)?.[1] ?? Number.NaN))
      .filter((pageKiB) => !Number.isNaN(pageKiB))
      .sort((a, b) => a - b);
  } catch {
    return [];
  }
}

/** What the kernel says of the pool right now. Read apart from the program's own reader, so as to judge that one. */
export function readPool(pageKiB = 2_048): PoolCounters {
  const read = (counter: keyof PoolCounters) => Number(readFileSync(poolFile(pageKiB, counter), 'utf8'));
  return {
    nr_hugepages: read('nr_hugepages'),
    free_hugepages: read('free_hugepages'),
    resv_hugepages: read('resv_hugepages'),
    surplus_hugepages: read('surplus_hugepages'),
    nr_overcommit_hugepages: read('nr_overcommit_hugepages'),
  };
}

/**
 * Makes the pool exactly this large, for a test to start from: writes, and gives the kernel caches to reclaim until the
 * pages are there (one plain write can fall short without an error). Throws where the machine cannot give them, or where
 * pages in use keep the pool larger. The supervisor puts the old size back after the run.
 */
export async function growPoolTo(pages: number, pageKiB = 2_048): Promise<void> {
  requirePrivateMachine();
  writeFileSync(poolFile(pageKiB, 'nr_hugepages'), String(pages));
  await waitFor(
    `a pool of ${String(pages)} pages of ${String(pageKiB)} KiB`,
    () => {
      if (readPool(pageKiB).nr_hugepages === pages) return true;
      writeFileSync('/proc/sys/vm/drop_caches', '1');
      writeFileSync('/proc/sys/vm/compact_memory', '1');
      writeFileSync(poolFile(pageKiB, 'nr_hugepages'), String(pages));
      return readPool(pageKiB).nr_hugepages === pages;
    },
    { why: () => `It has ${String(readPool(pageKiB).nr_hugepages)}.` },
  );
}

/** Empties the pool of every page size and forbids surplus pages: the machine as a beginner finds it. */
export async function emptyPools(): Promise<void> {
  for (const pageKiB of poolSizesKiB()) {
    requirePrivateMachine();
    // Where there is no overcommit (pages of 1 GiB), the kernel refuses even this 0.
    if (readPool(pageKiB).nr_overcommit_hugepages > 0) {
      writeFileSync(poolFile(pageKiB, 'nr_overcommit_hugepages'), '0');
    }
    await growPoolTo(0, pageKiB);
  }
}

/** The file of one counter, e.g. /sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages. */
export function poolFile(pageKiB: number, counter: keyof PoolCounters): string {
  return `${POOLS}/hugepages-${String(pageKiB)}kB/${counter}`;
}
