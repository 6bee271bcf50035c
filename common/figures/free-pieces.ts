import { SMALL_PAGE_KIB } from '../page-size';

export interface FreePieces {
  /** All free memory, in KiB. */
  readonly freeKiB: number;
  /** What of it lies in pieces that a huge page fits into, in KiB. */
  readonly largeKiB: number;
  /** Huge pages those pieces hold. */
  readonly hugePages: number;
}

/**
 * How much memory is free, and how much of it in one piece large enough for a page of this size (KiB, a power of two
 * times 4). `freeBlocks` is the snapshot's: entry `order` counts free blocks of 2^order small pages, each aligned to
 * its own size (Documentation/admin-guide/mm/concepts.rst; proc_buddyinfo(5)). Pages larger than the kernel's largest
 * block (4 MiB on x86-64) are never found here, although neighbouring blocks may hold one.
 */
export function freePieces(freeBlocks: readonly number[], pageKiB: number): FreePieces {
  const sizes = freeBlocks.map((blocks, order) => ({ blocks, blockKiB: SMALL_PAGE_KIB * 2 ** order }));
  const sumKiB = (of: typeof sizes): number => of.reduce((sum, { blocks, blockKiB }) => sum + blocks * blockKiB, 0);
  const largeKiB = sumKiB(sizes.filter(({ blockKiB }) => blockKiB >= pageKiB));
  return { freeKiB: sumKiB(sizes), largeKiB, hugePages: largeKiB / pageKiB };
}
