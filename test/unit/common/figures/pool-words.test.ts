import { describe, expect, it } from 'vitest';
import { happeningWords, refusalWords } from '../../../../common/figures/pool-words';
import type { PoolHappening, PoolRefusal } from '../../../../common/figures/pool-events';
import { translatorFor } from '../../../../common/text/translator';

const { say } = translatorFor('en');
const happening = (happened: PoolHappening): string => say(happeningWords(happened));
const refusal = (why: PoolRefusal): string => say(refusalWords(why));

describe('what an action did, in one message', () => {
  it('says which counter a start moved, and which not', () => {
    expect(happening({ kind: 'promised', vm: 0, pages: 12 })).toMatch(/^VM A .*Rsvd rose by 12\. Free did not move/);
    expect(happening({ kind: 'preallocated', vm: 1, pages: 12 })).toMatch(/^VM B .*Free fell by 12/);
    expect(happening({ kind: 'touched', vm: 0, pages: 4 })).toContain('Free and Rsvd each fell by 4.');
  });
  it('tells what an end gave back, with surplus or without', () => {
    const ended = { kind: 'ended', vm: 0, neededPages: 12, touchedPages: 4 } as const;
    expect(happening({ ...ended, leavingPages: 0 })).toMatch(/Free rose by 4.*Rsvd fell by 8/);
    expect(happening({ ...ended, touchedPages: 12, leavingPages: 0 })).toMatch(/12 pages back: Free rose by 12\.$/);
    expect(happening({ ...ended, touchedPages: 0, leavingPages: 0 })).toMatch(/Rsvd fell by 12\. Free did not move/);
    expect(happening({ ...ended, leavingPages: 5 })).toMatch(/Total and Surp fell by 5\. The other 7/);
    expect(happening({ ...ended, leavingPages: 12 })).toMatch(/12, left the pool as surplus/);
  });
  it('tells what shrinking left behind', () => {
    const shrunk = { kind: 'shrunk', askedPages: 8, heldPages: 12 } as const;
    expect(happening({ ...shrunk, heldPages: 0, leavingPages: 12, surplusPages: 0 })).toMatch(
      /Total and Free fell by 12/,
    );
    expect(happening({ ...shrunk, leavingPages: 8, surplusPages: 4 })).toMatch(/12 are held.*fell by 8\. Surp is 4/);
    expect(happening({ ...shrunk, leavingPages: 0, surplusPages: 4 })).toMatch(/no page could leave\. Surp is 4/);
  });
  it('tells where the pages of a larger pool came from', () => {
    const grown = { kind: 'grown', askedPages: 20 } as const;
    expect(happening({ ...grown, addedPages: 12, adoptedPages: 0 })).toMatch(/^12 pages .*Total and Free rose by 12/);
    expect(happening({ ...grown, addedPages: 0, adoptedPages: 4 })).toMatch(/^4 surplus pages .*Surp fell by 4/);
    expect(happening({ ...grown, addedPages: 8, adoptedPages: 4 })).toMatch(/Surp fell by 4.*Free rose by 8/);
  });
});

describe('why nothing happened', () => {
  it('is worked out where the kernel refuses', () => {
    expect(refusal({ kind: 'too-few', vm: 1, neededPages: 12, freePages: 20, reservedPages: 12 })).toMatch(
      /VM B does not start: it needs 12, and only 8 pages .*20 − 12/,
    );
  });
  it('is told where there is nothing to do it to', () => {
    expect(refusal({ kind: 'no-vm' })).toBe('No VM runs. Start one first.');
    expect(refusal({ kind: 'all-touched', vm: 2 })).toContain('VM C has touched all its memory');
  });
});
