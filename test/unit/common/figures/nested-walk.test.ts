import { describe, expect, it } from 'vitest';
import { nestedAccesses, nestedWalk } from '../../../../common/figures/nested-walk';

describe('nestedAccesses', () => {
  // Bhargava et al. 2008 name 24 for four levels on both sides.
  it.each([
    [4, 4, 24],
    [4, 3, 19],
    [3, 3, 15],
    [4, 2, 14],
    [5, 5, 35],
  ])('with %i tables of the guest and %i of the host is %i', (guest, host, accesses) => {
    expect(nestedAccesses(guest, host)).toBe(accesses);
  });
});

describe('nestedWalk', () => {
  it('translates each of the guest’s tables, and then the byte, through all of the host’s', () => {
    expect(nestedWalk(2, 3)).toEqual([
      { guestTable: 1, hostAccesses: [1, 2, 3], guestAccess: 4 },
      { guestTable: 2, hostAccesses: [5, 6, 7], guestAccess: 8 },
      { guestTable: null, hostAccesses: [9, 10, 11], guestAccess: null },
    ]);
  });

  it.each([
    [4, 4],
    [4, 3],
    [3, 2],
    [5, 5],
  ])('with %i and %i tables ends at the number of accesses', (guest, host) => {
    expect(nestedWalk(guest, host).at(-1)?.hostAccesses.at(-1)).toBe(nestedAccesses(guest, host));
  });
});
