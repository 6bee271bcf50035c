import { describe, expect, it } from 'vitest';
import { mostTlbEntries, tlbReach, USUAL_TLB_ENTRIES } from '../../../../common/figures/tlb-reach';

const GIB = 1_048_576;

describe('tlbReach', () => {
  it('covers 6 MiB with 1536 small pages and 3 GiB with as many huge ones', () => {
    expect(tlbReach(USUAL_TLB_ENTRIES, 4, 4 * GIB)).toMatchObject({ reachKiB: 6 * 1_024, isWhole: false });
    expect(tlbReach(USUAL_TLB_ENTRIES, 2_048, 4 * GIB)).toEqual({ reachKiB: 3 * GIB, share: 0.75, isWhole: false });
  });
  it('fills the VM and no more where it reaches farther', () => {
    expect(tlbReach(2_560, 2_048, 4 * GIB)).toEqual({ reachKiB: 5 * GIB, share: 1, isWhole: true });
    expect(tlbReach(2_048, 2_048, 4 * GIB)).toMatchObject({ share: 1, isWhole: true });
  });
});

describe('mostTlbEntries', () => {
  it('is 4096, or what the processor says where that is more', () => {
    expect(mostTlbEntries(null)).toBe(4_096);
    expect(mostTlbEntries(2_560)).toBe(4_096);
    expect(mostTlbEntries(5_000)).toBe(5_056);
  });
});
