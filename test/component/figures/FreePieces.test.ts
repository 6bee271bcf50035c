import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import FreePieces from '../../../renderer/src/figures/FreePieces.svelte';

describe('FreePieces', () => {
  it('says how much is free, how much of it in one piece, and that this is not the limit', () => {
    render(FreePieces, { freeBlocks: [9_119, 7_212, 4_080, 2_037, 925, 417, 105, 49, 19, 10, 1_973] });
    expect(
      screen.getByText(/^8\.12 GiB are free here; 7\.73 GiB of it .*: there is room for 3,956 huge pages/),
    ).toBeVisible();
    expect(screen.getByText('2 MiB and longer: 7.73 GiB')).toBeVisible();
    expect(screen.getByText(/This is not the limit/)).toBeVisible();
  });
  it('says it of a machine without one whole piece', () => {
    render(FreePieces, { freeBlocks: [256] });
    expect(screen.getByText(/^1 MiB are free here; 0 KiB of it .*: there is room for 0 huge pages/)).toBeVisible();
  });
});
