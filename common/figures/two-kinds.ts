import { USUAL_PAGE_KIB } from '../page-size';

/** A VM's day, in the order in which it happens. */
export const MOMENTS = ['before', 'runs', 'tight', 'after'] as const;
export type Moment = (typeof MOMENTS)[number];

export type HugeKind = 'pool' | 'transparent';

/** 2 MiB of a VM: one huge page, unused or in use; ordinary pages; out on disk; or nobody's. */
export type Block = 'idle' | 'huge' | 'ordinary' | 'swapped' | 'free';

const SIGNS: Readonly<Record<string, Block>> = { i: 'idle', H: 'huge', o: 'ordinary', s: 'swapped', '.': 'free' };

/**
 * Eight blocks, drawn. The pool's never change (Documentation/admin-guide/mm/hugetlbpage.rst: not used for other
 * purposes, not swapped out). Transparent ones are mixed with ordinary pages where no huge one can be had, split before
 * they are swapped out, and collapsed again by khugepaged (Documentation/mm/transhuge.rst).
 */
const DRAWN: Readonly<Record<HugeKind, Readonly<Record<Moment, string>>>> = {
  pool: { before: 'iiiiiiii', runs: 'HHHHHHHH', tight: 'HHHHHHHH', after: 'HHHHHHHH' },
  transparent: { before: '........', runs: 'HHHoHHHo', tight: 'HooosoHo', after: 'HHHooHHo' },
};

/** The VM's eight blocks of 2 MiB at this moment; an example, how many are split on a machine nobody can say. */
export function blocksAt(kind: HugeKind, moment: Moment): readonly Block[] {
  return Array.from(DRAWN[kind][moment], (sign) => SIGNS[sign] ?? 'free');
}

/** How many of the blocks are so. */
export function countBlocks(blocks: readonly Block[], wanted: Block): number {
  return blocks.filter((block) => block === wanted).length;
}

/** `AnonHugePages:` of /proc/meminfo for these blocks, in KiB: whole transparent huge pages in use and nothing else. */
export function anonHugeKiB(blocks: readonly Block[]): number {
  return countBlocks(blocks, 'huge') * USUAL_PAGE_KIB;
}
