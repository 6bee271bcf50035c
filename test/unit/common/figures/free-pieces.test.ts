import { describe, expect, it } from 'vitest';
import { freePieces } from '../../../../common/figures/free-pieces';
import { freshHost, howToHost } from '../../../fakes/machine';

describe('freePieces', () => {
  it('finds room for huge pages in the blocks of order 9 and above', () => {
    const pieces = freePieces(freshHost.memory.freeBlocks ?? [], 2_048);
    expect(pieces.hugePages).toBe(10 + 2 * 1_973);
    expect(pieces.largeKiB).toBe((10 + 2 * 1_973) * 2_048);
    expect(pieces.freeKiB).toBeGreaterThan(pieces.largeKiB);
  });
  it('shows how little of a fragmented machine’s free memory is in large pieces', () => {
    const { freeKiB, largeKiB } = freePieces(howToHost.memory.freeBlocks ?? [], 2_048);
    expect(largeKiB / freeKiB).toBeLessThan(0.5);
  });
  it('finds no piece for a page larger than the kernel’s largest block', () => {
    expect(freePieces([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100], 1_048_576)).toMatchObject({ largeKiB: 0, hugePages: 0 });
  });
  it('finds nothing where nothing is free', () => {
    expect(freePieces([], 2_048)).toEqual({ freeKiB: 0, largeKiB: 0, hugePages: 0 });
  });
});
