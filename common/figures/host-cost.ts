import { hostReserveKiB, largestGuestKiB, otherPoolsKiB, pagesFor, poolOf } from '../sizing';
import type { HostSnapshot } from '../snapshot';

/** Stops a slider has at most; more would be finer than a hand. */
const MOST_STOPS = 200;

/** Where the slider stops, in pages: from nothing to all whole pages of the machine, in equal steps of 1, 2, 4 … pages. */
export function costStops(totalKiB: number, pageKiB: number): readonly number[] {
  const allPages = Math.floor(totalKiB / pageKiB);
  let stepPages = 1;
  while (allPages / stepPages > MOST_STOPS) stepPages *= 2;
  const even = Array.from({ length: Math.floor(allPages / stepPages) + 1 }, (_, step) => step * stepPages);
  return allPages % stepPages === 0 ? even : [...even, allPages];
}

/** The stop for so many pages: the first that holds them all. */
export function stopFor(stops: readonly number[], pages: number): number {
  const index = stops.findIndex((stop) => stop >= pages);
  return index === -1 ? Math.max(0, stops.length - 1) : index;
}

/**
 * How such a pool sits with the host: none at all; with room; only after programs are closed; more than this program
 * would make; every page there is.
 */
export type CostKind = 'none' | 'room' | 'not-now' | 'refused' | 'everything';

/** Whose a part of the memory is; `missing` is what the pool takes out of the host's reserve. */
type CostPartId = 'others' | 'pool' | 'missing' | 'rest' | 'kept';

interface CostPart {
  readonly id: CostPartId;
  readonly KiB: number;
}

/** What a pool costs the host; all in KiB, all 0 or more. */
export interface HostCost {
  readonly kind: CostKind;
  readonly poolKiB: number;
  /** Pools of other page sizes, which stay. */
  readonly otherPoolsKiB: number;
  /** All that is no pool's. */
  readonly leftKiB: number;
  readonly reserveKiB: number;
  /** The largest pool of this page size that keeps the reserve. */
  readonly largestKiB: number;
  /** Where that pool would end, behind those of other sizes, on the way from 0 to all memory. */
  readonly limitKiB: number;
  /** All memory of the machine, from left to right; parts of 0 KiB are left out. */
  readonly parts: readonly CostPart[];
  /** VMs of the given size that the pool holds at the same time. */
  readonly guestsAtOnce: number;
}

/** What a pool of so many pages costs this machine; null where it does not say how much memory it has. */
export function hostCost(snapshot: HostSnapshot, pageKiB: number, pages: number, guestKiB: number): HostCost | null {
  const { totalKiB } = snapshot.memory;
  if (totalKiB === null) return null;
  const poolKiB = pages * pageKiB;
  const othersKiB = Math.min(otherPoolsKiB(snapshot, pageKiB), totalKiB);
  const reserveKiB = hostReserveKiB(totalKiB);
  const largestKiB = largestGuestKiB(snapshot, pageKiB);
  const leftKiB = Math.max(0, totalKiB - othersKiB - poolKiB);
  const keptKiB = Math.min(leftKiB, reserveKiB);
  const restKiB = leftKiB - keptKiB;
  const withinKiB = Math.max(0, Math.min(poolKiB, totalKiB - othersKiB - reserveKiB));
  const parts: readonly CostPart[] = [
    { id: 'others', KiB: othersKiB },
    { id: 'pool', KiB: withinKiB },
    { id: 'missing', KiB: totalKiB - othersKiB - withinKiB - restKiB - keptKiB },
    { id: 'rest', KiB: restKiB },
    { id: 'kept', KiB: keptKiB },
  ];
  return {
    kind: kindOf(snapshot, pageKiB, pages),
    poolKiB,
    otherPoolsKiB: othersKiB,
    leftKiB,
    reserveKiB,
    largestKiB,
    limitKiB: othersKiB + largestKiB,
    guestsAtOnce: Math.floor(pages / pagesFor(guestKiB, pageKiB)),
    parts: parts.filter(({ KiB }) => KiB > 0),
  };
}

function kindOf(snapshot: HostSnapshot, pageKiB: number, pages: number): CostKind {
  const { totalKiB, availableKiB } = snapshot.memory;
  if (pages === 0) return 'none';
  if (totalKiB === null) return 'room';
  if (pages >= Math.floor(totalKiB / pageKiB)) return 'everything';
  const poolKiB = pages * pageKiB;
  if (poolKiB > largestGuestKiB(snapshot, pageKiB)) return 'refused';
  const growthKiB = Math.max(0, poolKiB - (poolOf(snapshot, pageKiB)?.totalPages ?? 0) * pageKiB);
  const isTooMuchNow = availableKiB !== null && growthKiB > 0 && availableKiB - growthKiB < hostReserveKiB(totalKiB);
  return isTooMuchNow ? 'not-now' : 'room';
}

/**
 * What programs and the kernel use at this moment outside of any pool and could not give up, in KiB: MemTotal − MemAvailable − Hugetlb of
 * /proc/meminfo. Null where one of them is unknown, or where they were not read in the same moment and do not add up.
 */
export function usedByOthersKiB(snapshot: HostSnapshot): number | null {
  const { totalKiB, availableKiB, hugetlbKiB } = snapshot.memory;
  if (totalKiB === null || availableKiB === null || hugetlbKiB === null) return null;
  const usedKiB = totalKiB - availableKiB - hugetlbKiB;
  return usedKiB > 0 ? usedKiB : null;
}
