import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poolPicture, type PoolBox } from '../../../../common/figures/pool-boxes';
import { countersOf, type CounterPool } from '../../../../common/figures/pool-counters';
import { ARTICLE_POOL } from '../../../../common/figures/pool-examples';

/** The boxes in short: `A`, `promised`, `free` …, with `+` where the page is surplus. */
function inShort(boxes: readonly PoolBox[]): readonly string[] {
  return boxes.map(({ pieces, surplusPages }) => {
    const kinds = pieces.map(({ kind, vm }) => (vm === null ? kind : String.fromCharCode(65 + vm)));
    return kinds.join('/') + (surplusPages > 0 ? '+' : '');
  });
}

describe('poolPicture', () => {
  it('gives each page of a small pool a box: in use first, then promised, free, and gone', () => {
    const vms = [
      { id: 0, neededPages: 3, touchedPages: 1 },
      { id: 1, neededPages: 1, touchedPages: 1 },
    ];
    const { pagesPerBox, boxes } = poolPicture({ persistentPages: 5, surplusPages: 0, vms }, 6);
    expect(pagesPerBox).toBe(1);
    expect(inShort(boxes)).toEqual(['A', 'B', 'promised', 'promised', 'free', 'gone']);
  });
  it('marks as many of the last pages in the pool as are surplus', () => {
    const vms = [{ id: 0, neededPages: 4, touchedPages: 3 }];
    expect(inShort(poolPicture({ persistentPages: 2, surplusPages: 2, vms }, 5).boxes)).toEqual([
      'A',
      'A',
      'A+',
      'promised+',
      'gone',
    ]);
  });
  it('draws the how-to’s 2050 pages in 41 boxes of 50, with the 4 promised ones in the eleventh', () => {
    const { pagesPerBox, boxes } = poolPicture(ARTICLE_POOL.pool, 2_050);
    expect({ pagesPerBox, boxes: boxes.length }).toEqual({ pagesPerBox: 50, boxes: 41 });
    expect(boxes[10]?.pieces).toEqual([
      { kind: 'used', vm: 0, pages: 8 },
      { kind: 'promised', vm: null, pages: 4 },
      { kind: 'free', vm: null, pages: 38 },
    ]);
  });
  it('never draws more than fifty boxes, and every page once', () => {
    const pools = fc.record({ persistentPages: fc.nat(300_000), surplusPages: fc.nat(5_000), touched: fc.nat(5_000) });
    fc.assert(
      fc.property(pools, fc.integer({ min: 1, max: 300_000 }), ({ persistentPages, surplusPages, touched }, room) => {
        const touchedPages = Math.min(touched, persistentPages + surplusPages);
        const vms = [{ id: 0, neededPages: touchedPages, touchedPages }];
        const pool: CounterPool = { persistentPages, surplusPages, vms };
        const { boxes } = poolPicture(pool, room);
        const pages = (ofKind: string): number =>
          boxes
            .flatMap(({ pieces }) => pieces)
            .reduce((sum, piece) => sum + (piece.kind === ofKind ? piece.pages : 0), 0);
        expect(boxes.length).toBeLessThanOrEqual(50);
        expect(pages('used')).toBe(touchedPages);
        expect(pages('free')).toBe(countersOf(pool).freePages);
        expect(boxes.reduce((sum, box) => sum + box.surplusPages, 0)).toBe(surplusPages);
      }),
    );
  });
});
