import { MIB_IN_KIB } from '../memory-size';
import { SMALL_PAGE_KIB } from '../page-size';
import { FIRST_GUEST_KIB, pagesFor } from '../sizing';
import { PAGE_SIZES_KIB } from './page-table-size';

/** The two small files, what a camera writes, and a VM: sizes that a person has an idea of, in KiB. */
export const KNOWN_SIZES_KIB = { note: 0.9, letter: 3, photo: 5 * MIB_IN_KIB, vm: FIRST_GUEST_KIB } as const;
export type KnownSize = keyof typeof KNOWN_SIZES_KIB;

/** Sizes below a KiB, in KiB; from there on four to each doubling, up to 8 GiB. */
const SMALLEST_KIB = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const DOUBLINGS = 23;
const QUARTERS = [1, 1.25, 1.5, 1.75];

/** Where the slider stops, in KiB, smallest first: 0.1 KiB to 8 GiB in about a hundred steps of growing length. */
export const SIZE_STOPS_KIB: readonly number[] = [
  ...SMALLEST_KIB,
  ...Array.from({ length: DOUBLINGS }, (_, doubling) => QUARTERS.map((quarter) => quarter * 2 ** doubling)).flat(),
  2 ** DOUBLINGS,
];

interface PagesTaken {
  readonly pages: number;
  readonly takenKiB: number;
  /** What of the last page stays empty, in KiB. */
  readonly emptyKiB: number;
  /** What lies in the last page, in KiB; never 0. */
  readonly inLastKiB: number;
}

/**
 * What something of this size (KiB, above 0) takes in pages of this size (KiB): whole pages, the last one as empty as it
 * comes (Documentation/admin-guide/mm/concepts.rst: memory is divided into page frames).
 */
export function pagesTaken(sizeKiB: number, pageKiB: number): PagesTaken {
  const pages = pagesFor(sizeKiB, pageKiB);
  const takenKiB = pages * pageKiB;
  const emptyKiB = takenKiB - sizeKiB;
  return { pages, takenKiB, emptyKiB, inLastKiB: pageKiB - emptyKiB };
}

/** Pages that a picture has room for. */
const MOST_SHOWN = 30;

/** How many full pages to draw before the gap, and how many stand for themselves in words; the last is always drawn. */
export function pagesInPicture(pages: number): { readonly before: number; readonly leftOut: number } {
  const before = Math.min(pages, MOST_SHOWN) - 1;
  return { before, leftOut: pages - before - 1 };
}

/** Columns and rows that a page is drawn in: a small one as 4 KiB, a huge one as 512 parts, the next smaller page each. */
export function partsOf(pageKiB: number): {
  readonly columns: number;
  readonly rows: number;
  readonly partKiB: number;
} {
  const [columns, rows] = pageKiB === SMALL_PAGE_KIB ? [1, 4] : [16, 32];
  return { columns, rows, partKiB: pageKiB / (columns * rows) };
}

/**
 * The page sizes to choose from, in KiB, smallest first: those of x86-64, and what else the
 * machine has.
 */
export function pageSizesToShow(poolPageSizesKiB: readonly number[]): readonly number[] {
  const sizes = new Set([...PAGE_SIZES_KIB, ...poolPageSizesKiB]);
  return [...sizes].sort((one, other) => one - other);
}

/** From here on the number of pages is the point: more than 64 MiB in ordinary pages. */
const MANY_PAGES = 16_384;

/** What is worth saying: so many pages; filled to the last byte (huge: the ideal tenant); lost in a huge page; a rest. */
export type PagesTale = 'many' | 'full' | 'tenant' | 'lost' | 'rest';

/** What there is to say of something of this size in pages of this size, both in KiB. */
export function pagesTale(sizeKiB: number, pageKiB: number): PagesTale {
  const { pages, emptyKiB } = pagesTaken(sizeKiB, pageKiB);
  if (pages > MANY_PAGES) return 'many';
  const isHuge = pageKiB > SMALL_PAGE_KIB;
  if (emptyKiB === 0) return isHuge ? 'tenant' : 'full';
  return isHuge && emptyKiB > sizeKiB ? 'lost' : 'rest';
}
