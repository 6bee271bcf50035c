import { countersOf, promisedPages, type CounterPool } from './pool-counters';

/** More boxes than this are too small to tell apart. */
const MOST_BOXES = 50;

/** Pages of one kind that lie beside each other; `gone` ones have left the pool and are ordinary memory. */
export interface PoolPiece {
  readonly kind: 'used' | 'promised' | 'free' | 'gone';
  /** Whose, where it is in use; a promise names no particular page. */
  readonly vm: number | null;
  readonly pages: number;
}

export interface PoolBox {
  readonly pieces: readonly PoolPiece[];
  /** How many of its pages, the last of those in the pool, count as surplus. */
  readonly surplusPages: number;
}

export interface PoolPicture {
  /** 1 where each page has a box of its own. The last box may hold fewer. */
  readonly pagesPerBox: number;
  readonly boxes: readonly PoolBox[];
}

/**
 * A pool as a row of at most 50 boxes: in use, promised, free, and places that stand empty until `roomPages` (whole,
 * at least 1) are reached. The kernel only counts promised and surplus pages; which ones they are is the picture's
 * choice.
 */
export function poolPicture(pool: CounterPool, roomPages: number): PoolPicture {
  const { totalPages, freePages, reservedPages } = countersOf(pool);
  const shownPages = Math.max(roomPages, totalPages);
  const pagesPerBox = roundUpToStep(shownPages / MOST_BOXES);
  const pieces: readonly PoolPiece[] = [
    ...pool.vms.map(({ id, touchedPages }): PoolPiece => ({ kind: 'used', vm: id, pages: touchedPages })),
    { kind: 'promised', vm: null, pages: pool.vms.reduce((pages, vm) => pages + promisedPages(vm), 0) },
    { kind: 'free', vm: null, pages: freePages - reservedPages },
    { kind: 'gone', vm: null, pages: shownPages - totalPages },
  ];
  const boxes = Array.from({ length: Math.ceil(shownPages / pagesPerBox) }, (_, index): PoolBox => {
    const from = index * pagesPerBox;
    const to = from + pagesPerBox;
    return { pieces: cut(pieces, from, to), surplusPages: overlap(from, to, pool.persistentPages, totalPages) };
  });
  return { pagesPerBox, boxes };
}

/** What of the pieces, laid end to end, lies between two places. */
function cut(pieces: readonly PoolPiece[], from: number, to: number): readonly PoolPiece[] {
  let start = 0;
  return pieces.flatMap((piece) => {
    const pages = overlap(from, to, start, start + piece.pages);
    start += piece.pages;
    return pages > 0 ? [{ ...piece, pages }] : [];
  });
}

function overlap(from: number, to: number, start: number, end: number): number {
  return Math.max(0, Math.min(to, end) - Math.max(from, start));
}

/** The next of 1, 2, 5, 10, 20, 50 …: numbers that are easy to count in. */
function roundUpToStep(pages: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(pages)));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= pages) ?? 10 * power;
}
