import { describe, expect, it } from 'vitest';
import { pageTablesFor, walkLength } from '../../../../common/figures/page-table-size';

const MIB = 1_024;
const GIB = 1_048_576;

describe('walkLength', () => {
  it.each([
    [4, 4, 4],
    [2_048, 4, 3],
    [GIB, 4, 2],
    [4, 5, 5],
    [2_048, 5, 4],
    [GIB, 5, 3],
  ])('for pages of %i KiB on %i levels is %i', (pageKiB, levels, length) => {
    expect(walkLength(pageKiB, levels)).toBe(length);
  });
});

describe('pageTablesFor', () => {
  it('counts the pages of a VM of 4 GiB: a million small ones or 2048 huge ones', () => {
    expect(pageTablesFor(4 * GIB, 4, 4)).toEqual({ pages: 1_048_576, tables: 2_054, tablesKiB: 8_216 });
    expect(pageTablesFor(4 * GIB, 2_048, 4)).toEqual({ pages: 2_048, tables: 6, tablesKiB: 24 });
    expect(pageTablesFor(4 * GIB, GIB, 4)).toEqual({ pages: 4, tables: 2, tablesKiB: 8 });
  });

  it('for 1 GiB has 512 + 1 + 1 + 1 tables in small pages and one on each of three levels in huge ones', () => {
    expect(pageTablesFor(GIB, 4, 4)).toMatchObject({ tables: 515, tablesKiB: 2_060 });
    expect(pageTablesFor(GIB, 2_048, 4)).toMatchObject({ tables: 3, tablesKiB: 12 });
  });

  it('has one table more with five levels', () => {
    expect(pageTablesFor(GIB, 4, 5).tables).toBe(516);
    expect(pageTablesFor(GIB, 2_048, 5).tables).toBe(4);
  });

  it('rounds up to whole pages and whole tables', () => {
    expect(pageTablesFor(1, 4, 4)).toEqual({ pages: 1, tables: 4, tablesKiB: 16 });
    expect(pageTablesFor(513 * MIB, 2_048, 4)).toMatchObject({ pages: 257, tables: 3 });
    expect(pageTablesFor(2 * MIB + 1, 4, 4)).toMatchObject({ pages: 513, tables: 5 });
  });

  // VmPTE of a process that had touched so much memory (Linux 6.18): besides, it has 30 to 40 KiB of tables of its own.
  it.each([
    [GIB, 4, 2_096, 2_096],
    [GIB, 2_048, 44, 52],
    [256 * MIB, 4, 556, 556],
    [256 * MIB, 2_048, 44, 44],
  ])('agrees with what the kernel counted for %i KiB in pages of %i KiB', (memoryKiB, pageKiB, leastKiB, mostKiB) => {
    const { tablesKiB } = pageTablesFor(memoryKiB, pageKiB, 4);
    expect(leastKiB - tablesKiB).toBeGreaterThanOrEqual(30);
    expect(mostKiB - tablesKiB).toBeLessThanOrEqual(40);
  });
});
