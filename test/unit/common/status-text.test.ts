import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStatus } from '../../../common/status-text';

describe('parseStatus', () => {
  it('takes the effective user and all groups, each once', () => {
    const text = 'Name:\tnode\nUid:\t1000\t0\t0\t0\nGid:\t1000\t104\t1000\t1000\nGroups:\t4 27 104 \nNoNewPrivs:\t0\n';
    expect(parseStatus(text)).toEqual({ uid: 0, gids: [104, 4, 27], hasNoNewPrivs: false });
  });
  it('sees that no setuid program can work', () => {
    expect(parseStatus('Uid:\t1\t1\t1\t1\nGroups:\t \nNoNewPrivs:\t1\n')).toEqual({
      uid: 1,
      gids: [],
      hasNoNewPrivs: true,
    });
  });
  it('is null where nobody can be read', () => {
    expect(parseStatus('')).toBeNull();
    expect(parseStatus('Uid:\tnobody\n')).toBeNull();
  });
  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseStatus(`Uid:${text}`);
      }),
    );
  });
});
