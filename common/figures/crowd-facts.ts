import { SMALL_PAGE_KIB } from '../page-size';
import { rowsOf } from './crowd-rows';
import { longestRun } from './fragmentation';

export interface CrowdFacts {
  readonly freeKiB: number;
  readonly longestFreeKiB: number;
  readonly givenKiB: number;
  readonly usedKiB: number;
  /** Rows that are free from end to end: huge pages of this drawing that would still fit. */
  readonly hugePages: number;
  /** Programs that have to wait until something becomes free. */
  readonly waiting: number;
}

/** Counts the memory of the crowd: for each page 0 (free), its program's number, or its negative (given, but empty). */
export function crowdFacts({
  pages,
  waiting,
}: {
  readonly pages: readonly number[];
  readonly waiting: readonly unknown[];
}): CrowdFacts {
  const freePages = pages.filter((owner) => owner === 0).length;
  return {
    freeKiB: freePages * SMALL_PAGE_KIB,
    longestFreeKiB: longestRun(pages.map((owner) => owner === 0)) * SMALL_PAGE_KIB,
    givenKiB: (pages.length - freePages) * SMALL_PAGE_KIB,
    usedKiB: pages.filter((owner) => owner > 0).length * SMALL_PAGE_KIB,
    hugePages: rowsOf(pages).filter((row) => row.every((owner) => owner === 0)).length,
    waiting: waiting.length,
  };
}
