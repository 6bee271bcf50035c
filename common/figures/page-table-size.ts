import { GIB_IN_KIB } from '../memory-size';
import { SMALL_PAGE_KIB, USUAL_PAGE_KIB } from '../page-size';

/** A table holds 512 entries of 8 bytes and so fills one ordinary page (Documentation/mm/page_tables.rst). */
export const ENTRIES_PER_TABLE = 512;
const TABLE_KIB = 4;
/** Bits of an address that choose one of them. */
export const TABLE_BITS = 9;

/**
 * The page sizes of x86-64, in KiB, smallest first: each takes up a whole table of the one before
 * (Documentation/admin-guide/mm/hugetlbpage.rst: 4K and 2M, 1G if architecturally supported).
 */
export const PAGE_SIZES_KIB: readonly number[] = [SMALL_PAGE_KIB, USUAL_PAGE_KIB, GIB_IN_KIB];

/**
 * Tables that are looked up for a page of this size (KiB), where an ordinary page takes `levels` of them (four, or five
 * with 57-bit addresses): all for 4 KiB, one fewer for 2 MiB, two fewer for 1 GiB, because an entry of an upper table
 * may name a huge page itself (Documentation/mm/page_tables.rst, Documentation/arch/x86/x86_64/5level-paging.rst).
 */
export function walkLength(pageKiB: number, levels: number): number {
  return levels - PAGE_SIZES_KIB.filter((sizeKiB) => SMALL_PAGE_KIB < sizeKiB && sizeKiB <= pageKiB).length;
}

/** The page tables of one stretch of memory. */
export interface PageTables {
  /** Entries that name a page. */
  readonly pages: number;
  readonly tables: number;
  readonly tablesKiB: number;
}

/**
 * The page tables that a process needs for memory of this size (KiB, above zero) in pages of one size (KiB), besides
 * those for the rest of the process: on each level as many tables as hold the entries below, from the last to the one
 * at the top. The memory is taken to begin where a table begins, so that no table more is needed at its ends. 1 GiB: 515
 * tables or 2060 KiB in pages of 4 KiB, 3 tables or 12 KiB in pages of 2 MiB; the kernel counts them as VmPTE
 * (Documentation/filesystems/proc.rst).
 */
export function pageTablesFor(memoryKiB: number, pageKiB: number, levels: number): PageTables {
  const pages = Math.ceil(memoryKiB / pageKiB);
  let tables = 0;
  let entries = pages;
  for (let level = walkLength(pageKiB, levels); level > 0; level -= 1) {
    entries = Math.ceil(entries / ENTRIES_PER_TABLE);
    tables += entries;
  }
  return { pages, tables, tablesKiB: tables * TABLE_KIB };
}
