/** The second-level TLB of Intel's Skylake, shared by pages of 4 KiB and 2 MiB (Intel's optimization manual). */
export const USUAL_TLB_ENTRIES = 1_536;
/** What the slider offers: from the small TLBs of old to more than any processor has. */
export const FEWEST_TLB_ENTRIES = 64;
export const TLB_ENTRIES_STEP = 64;
const MOST_TLB_ENTRIES = 4_096;

/** The slider's end: 4096 entries, or more where the processor says that it has more. */
export function mostTlbEntries(saidEntries: number | null): number {
  const said = Math.ceil((saidEntries ?? 0) / TLB_ENTRIES_STEP) * TLB_ENTRIES_STEP;
  return Math.max(MOST_TLB_ENTRIES, said);
}

/** How far a TLB reaches in pages of one size, beside the memory of a VM. */
export interface TlbReach {
  readonly reachKiB: number;
  /** The part of the VM's memory that it covers, 0 to 1. */
  readonly share: number;
  /** It covers the VM's memory whole. */
  readonly isWhole: boolean;
}

/**
 * The memory whose place a TLB of so many entries knows by heart: one page for each entry
 * (Documentation/admin-guide/mm/concepts.rst). `guestKiB` is above zero. 1536 entries: 6 MiB in pages of 4 KiB, 3 GiB in
 * pages of 2 MiB.
 */
export function tlbReach(entries: number, pageKiB: number, guestKiB: number): TlbReach {
  const reachKiB = entries * pageKiB;
  return { reachKiB, share: Math.min(1, reachKiB / guestKiB), isWhole: reachKiB >= guestKiB };
}
