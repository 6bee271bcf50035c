import { describe, expect, it } from 'vitest';
import { countersOf } from '../../../../common/figures/pool-counters';
import { ARTICLE_POOL, SMALL_POOL } from '../../../../common/figures/pool-examples';
import { act, actionsOf, beginPlay, type PoolActionId, type PoolPlay } from '../../../../common/figures/pool-play';

function press(play: PoolPlay, ...ids: readonly PoolActionId[]): PoolPlay {
  return ids.reduce((now, id) => {
    const action = actionsOf(now).find((offered) => offered.id === id);
    if (action === undefined) throw new Error(`no ${id}`);
    return act(now, action);
  }, play);
}
const senseless = (play: PoolPlay): readonly PoolActionId[] =>
  actionsOf(play)
    .filter(({ why }) => why !== null)
    .map(({ id }) => id);

describe('what can be done', () => {
  it('is always the same six things, so that no button goes away', () => {
    for (const play of [beginPlay(SMALL_POOL), press(beginPlay(SMALL_POOL), 'start', 'shrink')]) {
      expect(actionsOf(play).map(({ id }) => id)).toEqual(['start', 'start-touched', 'touch', 'end', 'shrink', 'grow']);
    }
  });
  it('leaves out what makes no sense: no VM to touch or end, a pool that is large already', () => {
    expect(senseless(beginPlay(SMALL_POOL))).toEqual(['touch', 'end', 'grow']);
  });
  it('leaves out touching more once all is touched, and shrinking twice', () => {
    expect(senseless(press(beginPlay(SMALL_POOL), 'start-touched', 'shrink'))).toEqual(['touch', 'shrink']);
  });
  it('keeps a start that the kernel will refuse: that is worth seeing', () => {
    expect(senseless(press(beginPlay(SMALL_POOL), 'start'))).toEqual(['grow']);
  });
  it('touches a third of a VM at a time, of the last that waits for pages', () => {
    const waiting = press(beginPlay(SMALL_POOL), 'start');
    expect(actionsOf({ ...waiting, vmPages: 4 })[2]?.event).toEqual({ kind: 'touch', vm: 0, pages: 4 });
    const second = press({ ...waiting, vmPages: 4 }, 'start-touched');
    expect(actionsOf(second)[2]?.event).toMatchObject({ kind: 'touch', vm: 0 });
    expect(actionsOf(second)[3]?.event).toEqual({ kind: 'end', vm: 1 });
  });
  it('touches the 4 promised pages that are left in the how-to’s example', () => {
    expect(actionsOf(beginPlay(ARTICLE_POOL))[2]?.event).toEqual({ kind: 'touch', vm: 0, pages: 4 });
  });
});

describe('doing it', () => {
  it('goes through the whole story: start, touch, shrink, end, grow', () => {
    const shrunk = press(beginPlay(SMALL_POOL), 'start', 'touch', 'shrink');
    expect(countersOf(shrunk.pool)).toEqual({ totalPages: 12, freePages: 8, reservedPages: 8, surplusPages: 4 });
    expect(shrunk.before).toEqual({ totalPages: 20, freePages: 16, reservedPages: 8, surplusPages: 0 });
    const grown = press(shrunk, 'end', 'grow');
    expect(grown.pool).toEqual(SMALL_POOL.pool);
  });
  it('changes nothing when the kernel refuses, and says that it did', () => {
    const full = press(beginPlay(SMALL_POOL), 'start');
    const refused = press(full, 'start');
    expect(refused).toMatchObject({ pool: full.pool, before: countersOf(full.pool), isRefused: true });
    expect(refused.words.key).toBe('figure.counters.refused');
    expect(press(refused, 'touch').isRefused).toBe(false);
  });
  it('changes nothing where it makes no sense, and says why', () => {
    const play = press(beginPlay(SMALL_POOL), 'end');
    expect(play).toMatchObject({
      pool: SMALL_POOL.pool,
      isRefused: false,
      words: { key: 'figure.counters.why.no-vm' },
    });
    expect(press(play, 'grow').words).toEqual({ key: 'figure.counters.why.grow', values: { count: 20 } });
  });
});
