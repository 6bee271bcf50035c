import { describe, expect, it } from 'vitest';
import {
  KNOWN_SIZES_KIB,
  pagesInPicture,
  pageSizesToShow,
  pagesTaken,
  pagesTale,
  partsOf,
  SIZE_STOPS_KIB,
} from '../../../../common/figures/smallest-unit';
import { GIB, MIB } from '../../../fakes/plan';

describe('pagesTaken', () => {
  it.each([
    ['a file of 0.9 KiB takes a whole page', 0.9, 4, { pages: 1, takenKiB: 4 }],
    ['so does one of 3 KiB', 3, 4, { pages: 1, takenKiB: 4, emptyKiB: 1, inLastKiB: 3 }],
    ['what is larger than a page begins another', 5, 4, { pages: 2, takenKiB: 8, emptyKiB: 3, inLastKiB: 1 }],
    ['a page that is full is counted once', 8, 4, { pages: 2, emptyKiB: 0, inLastKiB: 4 }],
    ['a VM of 4 GiB fills a million small pages', 4 * GIB, 4, { pages: 1_048_576, emptyKiB: 0 }],
    ['or two thousand of 2 MiB', 4 * GIB, 2_048, { pages: 2_048, emptyKiB: 0 }],
    ['or four of 1 GiB', 4 * GIB, GIB, { pages: 4, emptyKiB: 0 }],
    ['a photo of 5 MiB leaves half a huge page empty', 5 * MIB, 2_048, { pages: 3, emptyKiB: 1_024 }],
  ])('%s', (_, sizeKiB, pageKiB, taken) => {
    expect(pagesTaken(sizeKiB, pageKiB)).toMatchObject(taken);
  });
  it('leaves 3.1 KiB of a page empty beside 0.9 KiB', () => {
    expect(pagesTaken(0.9, 4).emptyKiB).toBeCloseTo(3.1);
  });
});

describe('the stops of the slider', () => {
  it('rise from 0.1 KiB to 8 GiB in fewer steps than the slider bears', () => {
    expect(SIZE_STOPS_KIB[0]).toBe(0.1);
    expect(SIZE_STOPS_KIB.at(-1)).toBe(8 * GIB);
    expect(SIZE_STOPS_KIB.length).toBeLessThan(200);
    expect([...SIZE_STOPS_KIB].sort((one, other) => one - other)).toEqual(SIZE_STOPS_KIB);
    expect(new Set(SIZE_STOPS_KIB).size).toBe(SIZE_STOPS_KIB.length);
  });
  it.each(Object.entries(KNOWN_SIZES_KIB))('have one for the %s', (_, sizeKiB) => {
    expect(SIZE_STOPS_KIB).toContain(sizeKiB);
  });
});

describe('pagesInPicture', () => {
  it.each([
    [1, 0, 0],
    [30, 29, 0],
    [31, 29, 1],
    [1_048_576, 29, 1_048_546],
  ])('draws of %i pages %i before the last and leaves %i out', (pages, before, leftOut) => {
    expect(pagesInPicture(pages)).toEqual({ before, leftOut });
  });
});

describe('partsOf', () => {
  it.each([
    [4, 4, 1],
    [2_048, 512, 4],
    [GIB, 512, 2_048],
  ])('draws a page of %i KiB as %i parts of %i KiB', (pageKiB, parts, partKiB) => {
    const { columns, rows, partKiB: drawn } = partsOf(pageKiB);
    expect([columns * rows, drawn]).toEqual([parts, partKiB]);
  });
});

describe('pageSizesToShow', () => {
  it('always has the ordinary page, 2 MiB and 1 GiB, also where the machine lacks one', () => {
    expect(pageSizesToShow([])).toEqual([4, 2_048, GIB]);
    expect(pageSizesToShow([2_048])).toEqual([4, 2_048, GIB]);
  });
  it('adds what else the machine has, in order', () => {
    expect(pageSizesToShow([2_048, 32_768, GIB])).toEqual([4, 2_048, 32_768, GIB]);
  });
});

describe('pagesTale', () => {
  it.each([
    ['a VM in small pages is many of them', 4 * GIB, 4, 'many'],
    ['a VM in huge pages is the ideal tenant', 4 * GIB, 2_048, 'tenant'],
    ['a full small page is full', 4, 4, 'full'],
    ['a letter is lost in a huge page', 3, 2_048, 'lost'],
    ['a photo leaves only a rest of huge pages', 5 * MIB, 2_048, 'rest'],
    ['a letter leaves only a rest of a small page', 3, 4, 'rest'],
    ['a note is too small to be called lost in a small page', 0.9, 4, 'rest'],
  ])('%s', (_, sizeKiB, pageKiB, tale) => {
    expect(pagesTale(sizeKiB, pageKiB)).toBe(tale);
  });
});
