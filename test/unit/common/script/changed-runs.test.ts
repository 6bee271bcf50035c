import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedRuns } from '../../../../common/script/changed-runs';

const lines = fc.array(fc.constantFrom('', 'fi', 'qemu', 'done', '#'), { maxLength: 30 });

describe('changedRuns', () => {
  it('finds nothing where nothing differs', () => {
    expect(changedRuns(['a', 'b'], ['a', 'b'])).toEqual([]);
    expect(changedRuns([], [])).toEqual([]);
  });
  it('tells replaced, removed and added lines apart', () => {
    expect(changedRuns(['a', 'b', 'c', 'd'], ['x', 'b', 'd', 'e', 'f'])).toEqual([
      { from: 0, length: 1, nowFrom: 0, nowLength: 1 },
      { from: 2, length: 1, nowFrom: 2, nowLength: 0 },
      { from: 4, length: 0, nowFrom: 3, nowLength: 2 },
    ]);
  });
  it('is one run where next to nothing is the same', () => {
    const was = Array.from({ length: 2_000 }, (_, index) => `a${String(index)}`);
    const now = Array.from({ length: 3_000 }, (_, index) => `b${String(index)}`);
    expect(changedRuns(was, now)).toEqual([{ from: 0, length: 2_000, nowFrom: 0, nowLength: 3_000 }]);
  });
  it('copes with half a million equal lines', () => {
    const was = Array.from({ length: 500_000 }, () => '');
    expect(changedRuns(['a', ...was, 'b'], ['a', ...was.slice(9), 'c'])).toHaveLength(1);
  });
  it('leaves the same lines between the runs, whatever the texts are', () => {
    fc.assert(
      fc.property(lines, lines, (was, now) => {
        const end = { from: was.length, length: 0, nowFrom: now.length, nowLength: 0 };
        let behind = { line: 0, nowLine: 0 };
        for (const { from, length, nowFrom, nowLength } of [...changedRuns(was, now), end]) {
          expect(was.slice(behind.line, from)).toEqual(now.slice(behind.nowLine, nowFrom));
          behind = { line: from + length, nowLine: nowFrom + nowLength };
        }
      }),
    );
  });
});
