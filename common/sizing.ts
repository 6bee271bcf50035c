import type { SizingChoice } from './plan-request';
import type { HostSnapshot, Pool } from './snapshot';
import { GIB_IN_KIB } from './memory-size';
import { USUAL_PAGE_KIB } from './page-size';

/** Rounding of the choice "a little above": the how-to takes 2050 for 2048. */
const ROUND_UP_TO_PAGES = 10;

/** A VM to begin with while nothing says how much memory it has: the how-to's, in KiB. */
export const FIRST_GUEST_KIB = 4 * GIB_IN_KIB;

/** Pages that hold this much guest memory: rounded up, as QEMU rounds (system/physmem.c). */
export function pagesFor(guestKiB: number, pageKiB: number): number {
  return Math.ceil(guestKiB / pageKiB);
}

/**
 * Pages for a guest after the sizing choice. 4 GiB in 2 MiB pages: exact 2048, a little above 2050, double 4096.
 * "A little above" rounds up to a multiple of ten only for pages up to 2 MiB; ten gigabytes would not be little.
 */
export function pagesForChoice(guestKiB: number, pageKiB: number, choice: SizingChoice): number {
  const exactPages = pagesFor(guestKiB, pageKiB);
  switch (choice.kind) {
    case 'exact':
      return exactPages;
    case 'a-little-above':
      if (pageKiB > USUAL_PAGE_KIB) return exactPages;
      return Math.ceil(exactPages / ROUND_UP_TO_PAGES) * ROUND_UP_TO_PAGES;
    case 'double':
      return pagesFor(2 * guestKiB, pageKiB);
    case 'pages':
      return choice.pages;
  }
}

/**
 * What the host keeps for itself, in KiB: an eighth of its memory, but at least 1 GiB and at most 4 GiB, and never
 * more than half of a small machine. Held at the click and at the next boot.
 */
export function hostReserveKiB(totalKiB: number): number {
  const eighthKiB = Math.min(Math.max(Math.floor(totalKiB / 8), GIB_IN_KIB), 4 * GIB_IN_KIB);
  return Math.min(eighthKiB, Math.floor(totalKiB / 2));
}

/** Pages in use or promised: Total − Free + Rsvd (Documentation/mm/hugetlbfs_reserv.rst). */
export function heldPages(pool: Pick<Pool, 'totalPages' | 'freePages' | 'reservedPages'>): number {
  return pool.totalPages - pool.freePages + pool.reservedPages;
}

/** The pool of a page size, where the kernel has one. */
export function poolOf(snapshot: HostSnapshot, pageKiB: number): Pool | undefined {
  return snapshot.pools.find((pool) => pool.pageKiB === pageKiB);
}

/** Memory in every pool but the one of this page size, in KiB. */
export function otherPoolsKiB(snapshot: HostSnapshot, pageKiB: number): number {
  return snapshot.pools
    .filter((pool) => pool.pageKiB !== pageKiB)
    .reduce((sumKiB, pool) => sumKiB + pool.totalPages * pool.pageKiB, 0);
}

/** The most guest memory this host can give in pages of this size and still keep its reserve, in KiB; 0 if none. */
export function largestGuestKiB(snapshot: HostSnapshot, pageKiB: number): number {
  const { totalKiB } = snapshot.memory;
  if (totalKiB === null) return 0;
  const spareKiB = totalKiB - hostReserveKiB(totalKiB) - otherPoolsKiB(snapshot, pageKiB);
  return Math.max(0, Math.floor(spareKiB / pageKiB) * pageKiB);
}
