import { describe, expect, it } from 'vitest';
import { bootPagesOf, bootPools } from '../../../common/boot-parameters';

const MIB_2 = 2_048;
const GIB_1 = 1_048_576;

describe('bootPools', () => {
  it('counts hugepages= in the default size where no size comes before it', () => {
    expect(bootPools('ro quiet hugepages=2050', MIB_2)).toEqual([{ pageKiB: MIB_2, pages: 2_050 }]);
    expect(bootPools('default_hugepagesz=1G hugepages=8', GIB_1)).toEqual([{ pageKiB: GIB_1, pages: 8 }]);
  });
  it('counts it in the size named before it', () => {
    expect(bootPools('hugepagesz=1G hugepages=4 hugepagesz=2M hugepages=512', MIB_2)).toEqual([
      { pageKiB: GIB_1, pages: 4 },
      { pageKiB: MIB_2, pages: 512 },
    ]);
  });
  it('adds up what is asked for on each node', () => {
    expect(bootPools('hugepagesz=2M hugepages=0:1,1:2', MIB_2)).toEqual([{ pageKiB: MIB_2, pages: 3 }]);
  });
  it('leaves out what it cannot read, and words that only look alike', () => {
    expect(
      bootPools('hugepages=many nohugepages=7 hugepagesz=3X hugepages=7 transparent_hugepage=never', MIB_2),
    ).toEqual([]);
    expect(bootPools('hugepages=7', null)).toEqual([]);
    expect(bootPools(null, MIB_2)).toEqual([]);
  });
});

describe('bootPagesOf', () => {
  it('gives the last of several for a size, and 0 for a size that is not asked for', () => {
    expect(bootPagesOf('hugepages=1 hugepagesz=2M hugepages=9', MIB_2, MIB_2)).toBe(9);
    expect(bootPagesOf('hugepagesz=1G hugepages=4', MIB_2, MIB_2)).toBe(0);
  });
});
