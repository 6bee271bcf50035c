import type { PoolChange } from '../../../common/plan';
import { hostReserveKiB, otherPoolsKiB } from '../../../common/sizing';
import type { HostSnapshot } from '../../../common/snapshot';

export type ShareId = 'others' | 'guest' | 'spare' | 'reserve' | 'rest';

/** One part of this machine's memory, in KiB. */
export interface Share {
  readonly id: ShareId;
  readonly KiB: number;
}

/**
 * Who would have the machine's memory with the pool as planned, in the order of the bar: pages of others and pools of
 * other sizes, this VM, what is in the pool besides, the host's reserve, the rest. Where the pool does not fit, the
 * rest is 0 and the parts come to more than the machine has. Empty where the machine's memory is unknown.
 */
export function hostShares(snapshot: HostSnapshot, change: PoolChange): readonly Share[] {
  const { totalKiB } = snapshot.memory;
  if (totalKiB === null) return [];
  const { pageKiB, neededPages, heldByOthersPages, toPages } = change;
  const othersKiB = otherPoolsKiB(snapshot, pageKiB) + heldByOthersPages * pageKiB;
  const guestKiB = neededPages * pageKiB;
  const spareKiB = (toPages - heldByOthersPages - neededPages) * pageKiB;
  const reserveKiB = hostReserveKiB(totalKiB);
  const restKiB = Math.max(0, totalKiB - othersKiB - guestKiB - spareKiB - reserveKiB);
  return [
    { id: 'others', KiB: othersKiB },
    { id: 'guest', KiB: guestKiB },
    { id: 'spare', KiB: spareKiB },
    { id: 'reserve', KiB: reserveKiB },
    { id: 'rest', KiB: restKiB },
  ];
}
