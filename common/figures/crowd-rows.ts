/** The memory of the crowd: 256 pages of 4 KiB in 16 rows. A row is the huge page of this drawing; a real one has 512. */
export const ROWS = 16;
export const ROW_PAGES = 16;
export const PAGES = ROWS * ROW_PAGES;

/** The pages, row by row. */
export function rowsOf(pages: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: ROWS }, (_, row) => pages.slice(row * ROW_PAGES, (row + 1) * ROW_PAGES));
}
