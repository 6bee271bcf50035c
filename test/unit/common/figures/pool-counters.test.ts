import { describe, expect, it } from 'vitest';
import {
  countersOf,
  nextVm,
  poolFromCounters,
  promisedPages,
  sumPages,
} from '../../../../common/figures/pool-counters';
import { poolWith } from '../../../fakes/host';

const VMS = [
  { id: 0, neededPages: 12, touchedPages: 4 },
  { id: 2, neededPages: 4, touchedPages: 4 },
];

describe('countersOf', () => {
  it('counts promised pages apart, while they are free all the same', () => {
    expect(countersOf({ persistentPages: 10, surplusPages: 6, vms: VMS })).toEqual({
      totalPages: 16,
      freePages: 8,
      reservedPages: 8,
      surplusPages: 6,
    });
  });
  it('finds an idle pool free', () => {
    const free = { totalPages: 20, freePages: 20, reservedPages: 0, surplusPages: 0 };
    expect(countersOf({ persistentPages: 20, surplusPages: 0, vms: [] })).toEqual(free);
  });
});

describe('sumPages', () => {
  it('adds up what VMs need, or are promised', () => {
    expect(sumPages(VMS, ({ neededPages }) => neededPages)).toBe(16);
    expect(sumPages(VMS, promisedPages)).toBe(8);
  });
});

describe('nextVm', () => {
  it('is the smallest number that no VM has', () => {
    expect(nextVm({ persistentPages: 20, surplusPages: 0, vms: [] })).toBe(0);
    expect(nextVm({ persistentPages: 20, surplusPages: 0, vms: VMS })).toBe(1);
    expect(nextVm({ persistentPages: 20, surplusPages: 0, vms: VMS.slice(0, 1) })).toBe(1);
  });
});

describe('poolFromCounters', () => {
  it('makes one VM of whatever is in use or promised: 508 + 4 pages of the how-to', () => {
    const read = poolWith({ persistentPages: 2_050, freePages: 1_542, reservedPages: 4 });
    expect(poolFromCounters(read).vms).toEqual([{ id: 0, neededPages: 512, touchedPages: 508 }]);
    expect(countersOf(poolFromCounters(read))).toEqual({
      totalPages: 2_050,
      freePages: 1_542,
      reservedPages: 4,
      surplusPages: 0,
    });
  });
  it('makes none where nothing is held', () => {
    expect(poolFromCounters(poolWith({ persistentPages: 2_050 }))).toEqual({
      persistentPages: 2_050,
      surplusPages: 0,
      vms: [],
    });
  });
});
