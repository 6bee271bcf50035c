import { describe, expect, it } from 'vitest';
import { PAGES, ROW_PAGES, ROWS, rowsOf } from '../../../../common/figures/crowd-rows';

describe('rowsOf', () => {
  it('cuts the pages into rows and loses none', () => {
    const pages = Array.from({ length: PAGES }, (_, at) => at);
    const rows = rowsOf(pages);
    expect(rows).toHaveLength(ROWS);
    expect(rows.every((row) => row.length === ROW_PAGES)).toBe(true);
    expect(rows.flat()).toEqual(pages);
  });
});
