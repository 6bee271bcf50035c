import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  heldPages,
  hostReserveKiB,
  largestGuestKiB,
  otherPoolsKiB,
  pagesFor,
  pagesForChoice,
  poolOf,
} from '../../../common/sizing';
import { desktop, poolWith, RESERVE_KIB, TOTAL_KIB, withPool } from '../../fakes/host';
import { GIB, MIB } from '../../fakes/plan';

describe('pagesFor', () => {
  it.each([
    [4 * GIB, 2_048, 2_048],
    [1 * GIB, 2_048, 512],
    [4 * GIB, GIB, 4],
    [513 * MIB, 2_048, 257],
    [1, 2_048, 1],
    [5 * GIB + 1, GIB, 6],
  ])('%i KiB in pages of %i KiB are %i, rounded up as QEMU rounds', (guestKiB, pageKiB, pages) => {
    expect(pagesFor(guestKiB, pageKiB)).toBe(pages);
  });
});

describe('pagesForChoice', () => {
  it.each([
    ['4 GiB', 4 * GIB, 2_048, 2_050, 4_096],
    ['2 GiB', 2 * GIB, 1_024, 1_030, 2_048],
    ['1 GiB', 1 * GIB, 512, 520, 1_024],
    ['20 MiB', 20 * MIB, 10, 10, 20],
    ['513 MiB', 513 * MIB, 257, 260, 513],
  ])('%s in 2 MiB pages: exact, a little above, double', (_words, guestKiB, exact, aLittleAbove, double) => {
    expect(pagesForChoice(guestKiB, 2_048, { kind: 'exact' })).toBe(exact);
    expect(pagesForChoice(guestKiB, 2_048, { kind: 'a-little-above' })).toBe(aLittleAbove);
    expect(pagesForChoice(guestKiB, 2_048, { kind: 'double' })).toBe(double);
  });
  it('adds nothing to 1 GiB pages for "a little above": ten gigabytes would not be little', () => {
    expect(pagesForChoice(4 * GIB, GIB, { kind: 'a-little-above' })).toBe(4);
    expect(pagesForChoice(4 * GIB, GIB, { kind: 'double' })).toBe(8);
    expect(pagesForChoice(4 * GIB + MIB, GIB, { kind: 'exact' })).toBe(5);
  });
  it('takes a number of one’s own as it is', () => {
    expect(pagesForChoice(4 * GIB, 2_048, { kind: 'pages', pages: 2_051 })).toBe(2_051);
  });
  it('never gives fewer pages than hold the VM, nor ten more than that for "a little above"', () => {
    const guest = fc.integer({ min: 1, max: 1_024 * GIB });
    const pageKiB = fc.constantFrom(64, 2_048, 32_768, GIB);
    fc.assert(
      fc.property(guest, pageKiB, (guestKiB, size) => {
        const exact = pagesForChoice(guestKiB, size, { kind: 'exact' });
        const above = pagesForChoice(guestKiB, size, { kind: 'a-little-above' });
        const double = pagesForChoice(guestKiB, size, { kind: 'double' });
        expect(exact * size).toBeGreaterThanOrEqual(guestKiB);
        expect((exact - 1) * size).toBeLessThan(guestKiB);
        expect(above - exact).toBeGreaterThanOrEqual(0);
        expect(above - exact).toBeLessThan(10);
        expect(double * size).toBeGreaterThanOrEqual(2 * guestKiB);
      }),
    );
  });
});

describe('hostReserveKiB', () => {
  it.each([
    [1 * GIB, 512 * MIB],
    [2 * GIB, 1 * GIB],
    [4 * GIB, 1 * GIB],
    [8 * GIB, 1 * GIB],
    [16 * GIB, 2 * GIB],
    [32 * GIB, 4 * GIB],
    [256 * GIB, 4 * GIB],
    [TOTAL_KIB, RESERVE_KIB],
    [0, 0],
  ])('of %i KiB keeps %i', (totalKiB, reserveKiB) => {
    expect(hostReserveKiB(totalKiB)).toBe(reserveKiB);
  });
  it('is never more than half, and whole KiB', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_096 * GIB }), (totalKiB) => {
        const reserveKiB = hostReserveKiB(totalKiB);
        expect(Number.isInteger(reserveKiB)).toBe(true);
        expect(2 * reserveKiB).toBeLessThanOrEqual(totalKiB);
      }),
    );
  });
});

describe('heldPages', () => {
  it('counts the how-to’s own figures: 2050 pages, 1542 free, 4 reserved are 512, exactly 1 GiB', () => {
    const howTo = { persistentPages: 2_050, totalPages: 2_050, freePages: 1_542, reservedPages: 4 };
    expect(heldPages(poolWith(howTo)) * 2_048).toBe(GIB);
  });
  it('is 0 for an idle pool, and counts surplus pages in use', () => {
    expect(heldPages(poolWith({ persistentPages: 2_050 }))).toBe(0);
    expect(heldPages(poolWith({ persistentPages: 0, surplusPages: 512, totalPages: 512, freePages: 0 }))).toBe(512);
  });
});

describe('the pools of a host', () => {
  const host = withPool(withPool(desktop(), 2_048, { persistentPages: 1_024 }), GIB, { persistentPages: 2 });

  it('are found by page size', () => {
    expect(poolOf(host, GIB)?.persistentPages).toBe(2);
    expect(poolOf(host, 64)).toBeUndefined();
  });
  it('are added up but for the one asked about', () => {
    expect(otherPoolsKiB(host, 2_048)).toBe(2 * GIB);
    expect(otherPoolsKiB(host, GIB)).toBe(2 * GIB);
    expect(otherPoolsKiB(host, 64)).toBe(4 * GIB);
  });
});

describe('largestGuestKiB', () => {
  it('leaves the reserve and the other pools alone, and ends at a whole page', () => {
    const host = withPool(desktop(), GIB, { persistentPages: 2 });
    const largestKiB = largestGuestKiB(host, 2_048);
    const spareKiB = TOTAL_KIB - RESERVE_KIB - 2 * GIB;
    expect(largestKiB % 2_048).toBe(0);
    expect(largestKiB).toBeLessThanOrEqual(spareKiB);
    expect(largestKiB + 2_048).toBeGreaterThan(spareKiB);
    expect(largestGuestKiB(desktop(), GIB)).toBe(13 * GIB);
  });
  it('is 0 where memory is unknown, or other pools take all of it', () => {
    expect(largestGuestKiB(desktop({ memory: { totalKiB: null } }), 2_048)).toBe(0);
    expect(largestGuestKiB(withPool(desktop(), GIB, { persistentPages: 15 }), 2_048)).toBe(0);
  });
});
