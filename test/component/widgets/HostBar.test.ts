import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import HostBar from '../../../renderer/src/widgets/HostBar.svelte';

const SHARES = [
  { id: 'others', KiB: 0 },
  { id: 'guest', KiB: 4_198_400 },
  { id: 'spare', KiB: 0 },
  { id: 'reserve', KiB: 2_097_152 },
  { id: 'rest', KiB: 10_481_664 },
] as const;

describe('HostBar', () => {
  it('is a meter of the memory set aside, with every part named and counted', () => {
    render(HostBar, { shares: SHARES, totalKiB: 16_777_216 });
    const meter = screen.getByRole('meter', { name: 'Memory set aside for huge pages' });
    expect(meter).toHaveAttribute('aria-valuenow', '4198400');
    expect(meter).toHaveAttribute('aria-valuetext', '4 GiB of 16 GiB');
    expect(screen.getAllByRole('term').map((term) => term.textContent)).toEqual([
      'This VM',
      'Kept for the host',
      'Free to use',
    ]);
    expect(screen.getAllByRole('definition').map((part) => part.textContent)).toEqual(['4 GiB', '2 GiB', '10 GiB']);
  });

  it('never claims more than the machine has, also where the parts come to more', () => {
    const shares = SHARES.map((share) => (share.id === 'guest' ? { ...share, KiB: 33_554_432 } : share));
    render(HostBar, { shares, totalKiB: 16_777_216 });
    expect(screen.getByRole('meter')).toHaveAttribute('aria-valuenow', '16777216');
  });
});
