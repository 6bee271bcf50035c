import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fieldOf,
  hasFilesystem,
  parseBuddyinfo,
  parseCount,
  parseCpu,
  parseMeminfo,
  parseNodeList,
  parsePageFolders,
  parseTransparentMode,
} from '../../../common/kernel-text';
import { type FixtureHost, fixtureRoot } from '../../fakes/fixture-host';

function fixture(host: FixtureHost, path: string): string {
  return readFileSync(join(fixtureRoot(host), path), 'utf8');
}

describe('parseMeminfo', () => {
  it('reads memory in KiB and the four counters in pages', () => {
    expect(parseMeminfo(fixture('how-to-done', 'proc/meminfo'))).toEqual({
      memory: {
        totalKiB: 16_303_412,
        availableKiB: 12_871_520,
        hugetlbKiB: 4_198_400,
        anonHugeKiB: 178_176,
        pageTablesKiB: 1_648,
      },
      defaultPageKiB: 2_048,
      hugePages: { total: 2_050, free: 1_542, reserved: 4, surplus: 0 },
    });
  });
  it('does not take one counter for another that begins alike', () => {
    expect(parseMeminfo('Hugepagesize: 2048 kB\n').memory.hugetlbKiB).toBeNull();
    expect(parseMeminfo('NotMemTotal: 5 kB\n').memory.totalKiB).toBeNull();
  });
  it('has no counters where one of the four is missing', () => {
    expect(parseMeminfo('HugePages_Total: 1\nHugePages_Free: 1\nHugePages_Rsvd: 0\n').hugePages).toBeNull();
    expect(parseMeminfo(fixture('no-hugetlbfs', 'proc/meminfo'))).toMatchObject({
      hugePages: null,
      defaultPageKiB: null,
    });
  });
  it('does not believe in pages of no size', () => {
    expect(parseMeminfo('Hugepagesize: 0 kB\n').defaultPageKiB).toBeNull();
  });
  it('gives whole numbers or nulls for any text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('MemTotal', 'Hugetlb', 'x'), fc.string())), (lines) => {
        const { memory } = parseMeminfo(lines.map(([label, value]) => `${label}: ${value}`).join('\n'));
        expect(Object.values(memory).every((KiB) => KiB === null || (Number.isSafeInteger(KiB) && KiB >= 0))).toBe(
          true,
        );
      }),
    );
  });
});

describe('parseCpu', () => {
  it('finds model and both page sizes', () => {
    const cpu = parseCpu(fixture('plain', 'proc/cpuinfo'));
    expect(cpu).toMatchObject({ has2MiBPages: true, has1GiBPages: true, virtualBits: 48, tlbEntries: 192 });
    expect(cpu.model).not.toBeNull();
  });
  it('does not take pse36 for pse', () => {
    expect(parseCpu('flags\t\t: fpu pse36\n')).toMatchObject({ model: null, has2MiBPages: false, has1GiBPages: false });
  });
  it('does not know for a processor without x86 flags', () => {
    expect(parseCpu('processor\t: 0\nFeatures\t: fp asimd\n')).toEqual({
      model: null,
      has2MiBPages: null,
      has1GiBPages: null,
      virtualBits: null,
      tlbEntries: null,
    });
  });
  it('knows five levels of page tables by the flag that the kernel shows only when it uses them', () => {
    expect(parseCpu('flags\t\t: fpu lm la57\naddress sizes\t: 52 bits physical, 57 bits virtual\n').virtualBits).toBe(
      57,
    );
    expect(parseCpu('flags\t\t: fpu lm\naddress sizes\t: 52 bits physical, 57 bits virtual\n').virtualBits).toBe(48);
  });
  it('knows no address size of a 32-bit processor, and makes no number of a TLB that says something else', () => {
    expect(parseCpu('flags\t\t: fpu pse\nTLB size\t: big\n')).toMatchObject({ virtualBits: null, tlbEntries: null });
  });
});

describe('parseBuddyinfo', () => {
  it('adds up the free blocks of all zones, order by order', () => {
    expect(parseBuddyinfo(fixture('plain', 'proc/buddyinfo'))).toEqual([
      9_119, 7_212, 4_080, 2_037, 925, 417, 105, 49, 19, 10, 1_973,
    ]);
  });
  it('takes zones of several nodes, and zones with fewer orders', () => {
    expect(parseBuddyinfo('Node 0, zone   Normal  1 2 3\nNode 1, zone   Normal  4 5\n')).toEqual([5, 7, 3]);
  });
  it.each(['', 'Node 0, zone\n', 'Node 0, zone Normal -1 2\n', 'garbage'])('is null for %j', (text) => {
    expect(parseBuddyinfo(text)).toBeNull();
  });
});

describe('hasFilesystem', () => {
  it('finds hugetlbfs among the others, whole names only', () => {
    expect(hasFilesystem(fixture('plain', 'proc/filesystems'), 'hugetlbfs')).toBe(true);
    expect(hasFilesystem(fixture('no-hugetlbfs', 'proc/filesystems'), 'hugetlbfs')).toBe(false);
    expect(hasFilesystem('nodev\thugetlbfs2\n', 'hugetlbfs')).toBe(false);
    expect(hasFilesystem('\text4\n', 'ext4')).toBe(true);
  });
});

describe('parseTransparentMode', () => {
  it('is the word in brackets', () => {
    expect(parseTransparentMode('always [madvise] never\n')).toBe('madvise');
    expect(parseTransparentMode('[always] madvise never\n')).toBe('always');
    expect(parseTransparentMode('always madvise [never]\n')).toBe('never');
  });
  it('is null for anything else', () => {
    expect(parseTransparentMode('always madvise never')).toBeNull();
  });
});

describe('parsePageFolders', () => {
  it('lists sizes from small to large and leaves other names out', () => {
    expect(parsePageFolders(['hugepages-1048576kB', 'hugepages-2048kB', 'hugepages-kB', 'hugepages-0kB'])).toEqual([
      2_048, 1_048_576,
    ]);
  });
});

describe('parseNodeList', () => {
  it('reads single nodes and ranges', () => {
    expect(parseNodeList('0\n')).toEqual([0]);
    expect(parseNodeList('0-2,4,8-9\n')).toEqual([0, 1, 2, 4, 8, 9]);
  });
  it('gives nothing for what is no list', () => {
    expect(parseNodeList('')).toEqual([]);
    expect(parseNodeList('-1,a,3-1')).toEqual([]);
  });
  it('never counts further than the kernel has nodes', () => {
    expect(parseNodeList('0-9999')).toHaveLength(1_024);
    expect(parseNodeList('0-99999999')).toEqual([]);
  });
});

describe('parseCount', () => {
  it('reads whole numbers and nothing else', () => {
    expect(parseCount(' 2050\n')).toBe(2_050);
    for (const text of ['', '-1', '1.5', 'many', '0x10', '9'.repeat(20)]) expect(parseCount(text)).toBeNull();
  });
});

describe('fieldOf', () => {
  it('finds the first, a middle and the last line', () => {
    const text = 'a: 1\nb:\t2 \nc: 3';
    expect([fieldOf(text, 'a'), fieldOf(text, 'b'), fieldOf(text, 'c'), fieldOf(text, 'd')]).toEqual([
      '1',
      '2',
      '3',
      null,
    ]);
  });
  it('does not find a label in the middle of a line', () => {
    expect(fieldOf('x a: 1\n', 'a')).toBeNull();
  });
});
