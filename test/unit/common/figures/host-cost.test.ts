import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costStops, usedByOthersKiB, hostCost, stopFor } from '../../../../common/figures/host-cost';
import { desktop, RESERVE_KIB, TOTAL_KIB, withPool } from '../../../fakes/host';

const GIB = 1_048_576;
const host = desktop();

describe('costStops', () => {
  it('goes from nothing to every whole page of a desktop with 16 GiB, in steps of 128 MiB', () => {
    const stops = costStops(TOTAL_KIB, 2_048);
    expect(stops.slice(0, 3)).toEqual([0, 64, 128]);
    expect(stops.at(-2)).toBe(7_936);
    expect(stops.at(-1)).toBe(7_960);
  });
  it('goes page by page where there are few', () => {
    expect(costStops(4 * GIB, GIB)).toEqual([0, 1, 2, 3, 4]);
  });
  it('has but one stop on a machine smaller than a page', () => {
    expect(costStops(GIB / 2, GIB)).toEqual([0]);
  });
  it('has few stops on every machine, each above the last, and ends with all pages', () => {
    const anyTotalKiB = fc.integer({ min: 1, max: 24 * 1_024 * GIB });
    fc.assert(
      fc.property(anyTotalKiB, fc.constantFrom(2_048, GIB), (totalKiB, pageKiB) => {
        const stops = costStops(totalKiB, pageKiB);
        expect(stops.length).toBeLessThanOrEqual(202);
        expect(stops[0]).toBe(0);
        expect(stops.at(-1)).toBe(Math.floor(totalKiB / pageKiB));
        expect(stops.every((pages, index) => index === 0 || pages > (stops[index - 1] ?? 0))).toBe(true);
      }),
    );
  });
});

describe('stopFor', () => {
  it('is the first stop that holds all pages, or the last one', () => {
    expect(stopFor([0, 64, 128], 0)).toBe(0);
    expect(stopFor([0, 64, 128], 65)).toBe(2);
    expect(stopFor([0, 64, 128], 4_096)).toBe(2);
    expect(stopFor([], 1)).toBe(0);
  });
});

describe('hostCost', () => {
  it('leaves 11.5 of 15.5 GiB beside a pool for a VM of 4 GiB', () => {
    expect(hostCost(host, 2_048, 2_048, 4 * GIB)).toEqual({
      kind: 'room',
      poolKiB: 4 * GIB,
      otherPoolsKiB: 0,
      leftKiB: TOTAL_KIB - 4 * GIB,
      reserveKiB: RESERVE_KIB,
      largestKiB: 14_264_320,
      limitKiB: 14_264_320,
      parts: [
        { id: 'pool', KiB: 4 * GIB },
        { id: 'rest', KiB: TOTAL_KIB - 4 * GIB - RESERVE_KIB },
        { id: 'kept', KiB: RESERVE_KIB },
      ],
      guestsAtOnce: 1,
    });
  });

  it('says where nothing is taken, where it does not fit at the moment, where it is refused, and where all is gone', () => {
    expect(hostCost(host, 2_048, 0, GIB)?.kind).toBe('none');
    expect(hostCost(host, 2_048, 5_632, GIB)?.kind).toBe('not-now');
    expect(hostCost(host, 2_048, 6_965, GIB)?.kind).toBe('not-now');
    expect(hostCost(host, 2_048, 6_966, GIB)?.kind).toBe('refused');
    expect(hostCost(host, 2_048, 7_960, GIB)?.kind).toBe('everything');
  });

  it('asks for no more free memory than the pool would grow by', () => {
    const grown = withPool(host, 2_048, { persistentPages: 5_632 });
    expect(hostCost(grown, 2_048, 5_632, GIB)?.kind).toBe('room');
    expect(hostCost(desktop({ memory: { availableKiB: null } }), 2_048, 5_632, GIB)?.kind).toBe('room');
  });

  it('shows what the pool takes out of the reserve', () => {
    const cost = hostCost(host, 2_048, 7_424, 4 * GIB);
    expect(cost?.parts.map(({ id }) => id)).toEqual(['pool', 'missing', 'kept']);
    expect(cost?.leftKiB).toBe(TOTAL_KIB - 7_424 * 2_048);
    expect(cost?.guestsAtOnce).toBe(3);
  });

  it('counts pools of other page sizes', () => {
    const other = withPool(host, GIB, { persistentPages: 2 });
    const cost = hostCost(other, 2_048, 2_048, 4 * GIB);
    expect(cost).toMatchObject({
      otherPoolsKiB: 2 * GIB,
      leftKiB: TOTAL_KIB - 6 * GIB,
      largestKiB: 14_264_320 - 2 * GIB,
      limitKiB: 14_264_320,
    });
    expect(cost?.parts[0]).toEqual({ id: 'others', KiB: 2 * GIB });
  });

  it('has parts that come to all memory of the machine, whatever the pool', () => {
    const anyPages = fc.integer({ min: 0, max: 7_960 });
    fc.assert(
      fc.property(anyPages, fc.integer({ min: 0, max: 15 }), (pages, otherPages) => {
        const cost = hostCost(withPool(host, GIB, { persistentPages: otherPages }), 2_048, pages, GIB);
        const parts = cost?.parts ?? [];
        expect(parts.reduce((sum, { KiB }) => sum + KiB, 0)).toBe(TOTAL_KIB);
        expect(parts.every(({ KiB }) => KiB > 0)).toBe(true);
      }),
    );
  });

  it('is unknown where the machine does not say how much memory it has', () => {
    expect(hostCost(desktop({ memory: { totalKiB: null } }), 2_048, 1, GIB)).toBeNull();
  });
});

describe('usedByOthersKiB', () => {
  it('is what is neither available nor in a pool', () => {
    expect(usedByOthersKiB(host)).toBe(TOTAL_KIB - 12_871_520);
    expect(usedByOthersKiB(desktop({ memory: { hugetlbKiB: 2 * GIB } }))).toBe(TOTAL_KIB - 12_871_520 - 2 * GIB);
  });
  it('is unknown where a number is missing or they do not add up', () => {
    expect(usedByOthersKiB(desktop({ memory: { availableKiB: null } }))).toBeNull();
    expect(usedByOthersKiB(desktop({ memory: { hugetlbKiB: 8 * GIB } }))).toBeNull();
  });
});
