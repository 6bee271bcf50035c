import { SMALL_PAGE_KIB } from '../page-size';

/** How memory is given out: one page whenever one is needed, or a block of one's own from the start. */
export const WAYS = ['page-by-page', 'from-a-pool'] as const;
export type Way = (typeof WAYS)[number];

/** Who takes pages, in the order of their colours. */
export const OWNERS = ['A', 'B', 'C'] as const;
type Owner = (typeof OWNERS)[number];

/** One page of 4 KiB: whose it is (null: free), and whether anything lies in it. */
export interface Cell {
  readonly owner: Owner | null;
  readonly isUsed: boolean;
}

interface FragmentationStep {
  readonly id: StepId;
  readonly cells: readonly Cell[];
}

/** Twelve pages, drawn: `.` free, a capital in use, a small letter given to its process but empty. */
const STEPS = {
  'page-by-page': [
    ['all-free', '............'],
    ['a-takes', 'A...........'],
    ['b-takes', 'AB..........'],
    ['a-takes-more', 'ABA.........'],
    ['b-gives-back', 'A.A.........'],
    ['one-piece-needed', 'A.ACC.......'],
  ],
  'from-a-pool': [
    ['all-free', '............'],
    ['a-gets-block', 'aaaa........'],
    ['b-gets-block', 'aaaabbbb....'],
    ['a-uses', 'Aaaabbbb....'],
    ['b-uses', 'AaaaBbbb....'],
    ['a-uses-more', 'AAaaBbbb....'],
    ['b-empties', 'AAaabbbb....'],
    ['b-returns-block', 'AAaa........'],
  ],
} as const satisfies Readonly<Record<Way, readonly (readonly [string, string])[]>>;

export type StepId = (typeof STEPS)[Way][number][0];

function cellOf(sign: string): Cell {
  const owner = OWNERS.find((letter) => letter === sign.toUpperCase()) ?? null;
  return { owner, isUsed: sign === owner };
}

/**
 * A takes 4 KiB, B takes 4 KiB, A takes 4 KiB more, B gives its page back: either page by page, or each from 16 KiB of
 * its own. A drawing of twelve pages; the kernel's own choice of pages is cleverer (Documentation/filesystems/proc.rst,
 * pagetypeinfo).
 */
export function stepsOf(way: Way): readonly FragmentationStep[] {
  return STEPS[way].map(([id, drawn]) => ({ id, cells: Array.from(drawn, cellOf) }));
}

interface RowFacts {
  readonly freeKiB: number;
  /** The longest piece of free memory without an interruption, in KiB. */
  readonly longestFreeKiB: number;
  /** What processes hold, in KiB, and what of it they use. */
  readonly givenKiB: number;
  readonly usedKiB: number;
}

/** Counts a row of pages. */
export function rowFacts(cells: readonly Cell[]): RowFacts {
  const freePages = cells.filter(({ owner }) => owner === null).length;
  const usedPages = cells.filter(({ isUsed }) => isUsed).length;
  return {
    freeKiB: freePages * SMALL_PAGE_KIB,
    longestFreeKiB: longestRun(cells.map(({ owner }) => owner === null)) * SMALL_PAGE_KIB,
    givenKiB: (cells.length - freePages) * SMALL_PAGE_KIB,
    usedKiB: usedPages * SMALL_PAGE_KIB,
  };
}

/** The most `true` in a row. */
export function longestRun(marks: readonly boolean[]): number {
  let run = 0;
  return marks.reduce((longest, mark) => {
    run = mark ? run + 1 : 0;
    return Math.max(longest, run);
  }, 0);
}

export interface Piece extends Cell {
  readonly KiB: number;
}

/** The row in words: pages of one owner and one use beside each other are one piece. */
export function piecesOf(cells: readonly Cell[]): readonly Piece[] {
  return cells.reduce<readonly Piece[]>((pieces, cell) => {
    const last = pieces.at(-1);
    if (last?.owner !== cell.owner || last.isUsed !== cell.isUsed) return [...pieces, { ...cell, KiB: SMALL_PAGE_KIB }];
    return [...pieces.slice(0, -1), { ...last, KiB: last.KiB + SMALL_PAGE_KIB }];
  }, []);
}

/** Which pages are free with something on either side of them: a hole. */
export function holesIn(cells: readonly Cell[]): readonly boolean[] {
  const isTaken = ({ owner }: Cell): boolean => owner !== null;
  const first = cells.findIndex(isTaken);
  const last = cells.findLastIndex(isTaken);
  return cells.map((cell, at) => !isTaken(cell) && first < at && at < last && first !== -1);
}
