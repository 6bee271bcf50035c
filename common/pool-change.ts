import type { PoolChange } from './plan';
import type { PlanRequest } from './plan-request';
import { heldPages, pagesFor, pagesForChoice } from './sizing';
import type { Pool } from './snapshot';
import type { VmProcess } from './vm';

/**
 * Pages of this pool that these running VMs hold or were promised. QEMU reserves all of its guest memory when it maps
 * it (Documentation/mm/hugetlbfs_reserv.rst), so a VM on huge pages holds its whole size; others hold none.
 */
function heldByGuestsPages(pool: Pool, vms: readonly VmProcess[], guestPids: readonly number[]): number {
  const sizesKiB = vms.flatMap(({ pid, pageKiB, guestKiB }) =>
    guestPids.includes(pid) && pageKiB === pool.pageKiB && guestKiB !== null ? [guestKiB] : [],
  );
  const sumPages = sizesKiB.reduce((sum, guestKiB) => sum + pagesFor(guestKiB, pool.pageKiB), 0);
  return Math.min(heldPages(pool), sumPages);
}

/** A huge memfd that names no page size takes the default one (QEMU's memory-backend-memfd, `hugetlbsize`). */
export function withPageSize(vm: VmProcess, defaultPageKiB: number | null): VmProcess {
  const isHugeMemfd = vm.backing.kind === 'memfd' && vm.backing.isHugetlb;
  return isHugeMemfd && vm.pageKiB === null ? { ...vm, pageKiB: defaultPageKiB } : vm;
}

/**
 * How the pool has to change: pages that others hold stay on top of what this VM needs, a larger pool is kept unless
 * the person wants unused pages given back, and nothing in use is ever taken away.
 */
export function poolChange(pool: Pool, vms: readonly VmProcess[], request: PlanRequest): PoolChange {
  const heldByOthersPages = heldPages(pool) - heldByGuestsPages(pool, vms, request.guestPids);
  const neededPages = pagesForChoice(request.guestKiB, pool.pageKiB, request.sizing);
  const wantedPages = heldByOthersPages + neededPages;
  const fromPages = pool.persistentPages;
  const keepsPages = request.givesBack ? heldPages(pool) : fromPages;
  return {
    pageKiB: pool.pageKiB,
    neededPages,
    heldByOthersPages,
    fromPages,
    toPages: Math.max(wantedPages, keepsPages),
  };
}
