/** One table of the guest, or at the end the byte itself: where it really lies is found by a walk of the host. */
interface NestedRow {
  /** Of the guest's tables, from 1; null for the byte that the guest is after. */
  readonly guestTable: number | null;
  /** The memory accesses of the host's walk, counted through from 1, one for each table of the host. */
  readonly hostAccesses: readonly number[];
  /** The access to the guest's own table, counted in the same row of numbers; null for the byte. */
  readonly guestAccess: number | null;
}

/**
 * Memory accesses before a guest's byte is found, when no cache helps: (g + 1)(h + 1) − 1 for `guestTables` g and
 * `hostTables` h, each 1 to 5. 24 with four on both sides, 19 when the host's pages are of 2 MiB, 15 when both are
 * (Bhargava et al., "Accelerating Two-Dimensional Page Walks for Virtualized Systems", ASPLOS 2008).
 */
export function nestedAccesses(guestTables: number, hostTables: number): number {
  return (guestTables + 1) * (hostTables + 1) - 1;
}

/** The same accesses one by one, in the order in which they happen, a row for each of the guest's tables. */
export function nestedWalk(guestTables: number, hostTables: number): readonly NestedRow[] {
  return Array.from({ length: guestTables + 1 }, (_, row) => {
    const before = row * (hostTables + 1);
    const isByte = row === guestTables;
    return {
      guestTable: isByte ? null : row + 1,
      hostAccesses: Array.from({ length: hostTables }, (_, table) => before + table + 1),
      guestAccess: isByte ? null : before + hostTables + 1,
    };
  });
}
