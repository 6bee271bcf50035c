import type { Pool } from '../snapshot';

/** A VM and the pages it holds: all it needs were promised to it when it started; those it has touched are in use. */
export interface PoolVm {
  /** 0, 1, 2 …: the smallest number that no other VM has. */
  readonly id: number;
  readonly neededPages: number;
  readonly touchedPages: number;
}

/** One pool without overcommit (nr_overcommit_hugepages is 0), in whole pages; every counter follows from it. */
export interface CounterPool {
  /** As asked for: vm.nr_hugepages. */
  readonly persistentPages: number;
  readonly surplusPages: number;
  readonly vms: readonly PoolVm[];
}

/** HugePages_Total, _Free, _Rsvd and _Surp of /proc/meminfo (Documentation/admin-guide/mm/hugetlbpage.rst). */
export type PoolCounters = Pick<Pool, 'totalPages' | 'freePages' | 'reservedPages' | 'surplusPages'>;

/** Pages of all VMs together. */
export function sumPages(vms: readonly PoolVm[], pagesOf: (vm: PoolVm) => number): number {
  return vms.reduce((pages, vm) => pages + pagesOf(vm), 0);
}

/** The four counters of a pool: promises are counted apart, and the pages for them still count as free. */
export function countersOf({ persistentPages, surplusPages, vms }: CounterPool): PoolCounters {
  const totalPages = persistentPages + surplusPages;
  const usedPages = sumPages(vms, ({ touchedPages }) => touchedPages);
  const reservedPages = sumPages(vms, promisedPages);
  return { totalPages, freePages: totalPages - usedPages, reservedPages, surplusPages };
}

/** Pages that are promised to a VM and not yet in use. */
export function promisedPages({ neededPages, touchedPages }: PoolVm): number {
  return neededPages - touchedPages;
}

/** A pool as the kernel's counters tell it: whatever is held, by however many programs, stands as one VM. */
export function poolFromCounters(pool: Pool): CounterPool {
  const { persistentPages, surplusPages, totalPages, freePages, reservedPages } = pool;
  const touchedPages = totalPages - freePages;
  const neededPages = touchedPages + reservedPages;
  return { persistentPages, surplusPages, vms: neededPages === 0 ? [] : [{ id: 0, neededPages, touchedPages }] };
}

/** The number that the next VM gets. */
export function nextVm({ vms }: CounterPool): number {
  const ids = new Set(vms.map(({ id }) => id));
  return Array.from({ length: vms.length + 1 }, (_, id) => id).find((id) => !ids.has(id)) ?? vms.length;
}
