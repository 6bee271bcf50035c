import { partsOf } from './smallest-unit';

/** How far a drawn page is filled; all numbers are parts of the page, 0 to 1. */
export interface PageSheet {
  /** Lines across a small page, the squares of a huge one, or neither. */
  readonly pattern: 'plain' | 'lined' | 'squared';
  /** From the top, whole rows. */
  readonly full: number;
  /** The row that is begun below them; null where the last one is full. */
  readonly begun: { readonly top: number; readonly height: number; readonly width: number } | null;
}

/**
 * What to draw of a page in which so much lies (both in KiB, the first above 0 and no more than the second). In detail
 * it is filled part by part, row by row (`partsOf`); else it is one part that fills from the top.
 */
export function sheetOf(usedKiB: number, pageKiB: number, isDetailed: boolean): PageSheet {
  if (!isDetailed) {
    const isFull = usedKiB >= pageKiB;
    const begun = isFull ? null : { top: 0, height: usedKiB / pageKiB, width: 1 };
    return { pattern: 'plain', full: isFull ? 1 : 0, begun };
  }
  const { columns, rows, partKiB } = partsOf(pageKiB);
  const rowKiB = partKiB * columns;
  const fullRows = Math.floor(usedKiB / rowKiB);
  const top = fullRows / rows;
  const isBegun = usedKiB > fullRows * rowKiB;
  return {
    pattern: columns > 1 ? 'squared' : 'lined',
    full: top,
    begun: isBegun ? { top, height: 1 / rows, width: usedKiB / rowKiB - fullRows } : null,
  };
}
