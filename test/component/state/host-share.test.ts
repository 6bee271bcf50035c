import { describe, expect, it } from 'vitest';
import { hostShares } from '../../../renderer/src/state/host-share';
import { freshHost, howToHost } from '../../fakes/machine';

const CHANGE = { pageKiB: 2_048, neededPages: 2_050, heldByOthersPages: 0, fromPages: 0, toPages: 2_050 };

describe('hostShares', () => {
  it('divides all of the memory, with nothing left over', () => {
    const shares = hostShares(freshHost, CHANGE);
    expect(shares.map(({ id }) => id)).toEqual(['others', 'guest', 'spare', 'reserve', 'rest']);
    expect(shares.reduce((sum, { KiB }) => sum + KiB, 0)).toBe(16_303_412);
    expect(shares.find(({ id }) => id === 'guest')?.KiB).toBe(2_050 * 2_048);
  });

  it('counts pages of others and what the pool has to spare apart from this VM', () => {
    const shares = hostShares(howToHost, { ...CHANGE, neededPages: 1_000, heldByOthersPages: 512, fromPages: 2_050 });
    expect(shares.slice(0, 3)).toEqual([
      { id: 'others', KiB: 512 * 2_048 },
      { id: 'guest', KiB: 1_000 * 2_048 },
      { id: 'spare', KiB: 538 * 2_048 },
    ]);
  });

  it('leaves no rest where the pool does not fit', () => {
    const shares = hostShares(freshHost, { ...CHANGE, neededPages: 8_000, toPages: 8_000 });
    expect(shares.at(-1)).toEqual({ id: 'rest', KiB: 0 });
  });

  it('has nothing to divide where the memory is unknown', () => {
    expect(hostShares({ ...freshHost, memory: { ...freshHost.memory, totalKiB: null } }, CHANGE)).toEqual([]);
  });
});
