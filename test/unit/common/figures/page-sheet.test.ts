import { describe, expect, it } from 'vitest';
import { sheetOf } from '../../../../common/figures/page-sheet';

describe('sheetOf', () => {
  it('fills a small page line by line', () => {
    expect(sheetOf(3, 4, true)).toEqual({ pattern: 'lined', full: 0.75, begun: null });
    expect(sheetOf(2.5, 4, true)).toEqual({
      pattern: 'lined',
      full: 0.5,
      begun: { top: 0.5, height: 0.25, width: 0.5 },
    });
  });
  it('fills a huge page square by square, sixteen in a row', () => {
    expect(sheetOf(64, 2_048, true)).toEqual({ pattern: 'squared', full: 1 / 32, begun: null });
    expect(sheetOf(4, 2_048, true).begun).toEqual({ top: 0, height: 1 / 32, width: 1 / 16 });
  });
  it('fills a page without details from the top', () => {
    expect(sheetOf(1, 4, false)).toEqual({ pattern: 'plain', full: 0, begun: { top: 0, height: 0.25, width: 1 } });
  });
  it.each([true, false])('has nothing begun in a full page (details: %s)', (isDetailed) => {
    expect(sheetOf(4, 4, isDetailed)).toMatchObject({ full: 1, begun: null });
    expect(sheetOf(2_048, 2_048, isDetailed)).toMatchObject({ full: 1, begun: null });
  });
});
