import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { HostSnapshot } from '../../../common/snapshot';
import TlbReach from '../../../renderer/src/figures/TlbReach.svelte';
import { Guide } from '../../../renderer/src/state/guide.svelte';
import { fakeBridge } from '../../fakes/bridge';
import { freshHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

const NOTES = ['intel-optimization', 'proc-files'] as const;
const cell = (row: string, column: number): string | null | undefined =>
  within(screen.getByRole('row', { name: new RegExp(`^${row}`) })).getAllByRole('cell')[column]?.textContent;
const slider = (name: string): HTMLElement => screen.getByRole('slider', { name });

async function on(host: HostSnapshot): Promise<Guide> {
  const { guide } = await guideOn(host);
  render(TlbReach, { guide, notes: NOTES });
  return guide;
}

function hostThatSays(tlbEntries: number | null): HostSnapshot {
  return { ...freshHost, cpu: { ...freshHost.cpu, tlbEntries } };
}

describe('TlbReach', () => {
  it('counts a VM of 4 GiB in a million small pages or 2048 huge ones, and their page tables', async () => {
    await on(freshHost);
    expect([cell('Pages of the VM', 0), cell('Pages of the VM', 1)]).toEqual(['1,048,576', '2,048']);
    expect([cell('QEMU’s page tables', 0), cell('QEMU’s page tables', 1)]).toEqual(['8.02 MiB', '24 KiB']);
  });

  it('begins with the entries that the processor says', async () => {
    await on(hostThatSays(2_560));
    expect(slider('Entries in the TLB')).toHaveAttribute('aria-valuetext', '2,560');
    expect(screen.getByText(/names 2,560 entries/)).toBeInTheDocument();
    expect([cell('Covered', 0), cell('Covered', 1)]).toEqual(['10 MiB', '4 GiB']);
    expect(screen.getByText('10 MiB of 4 GiB')).toBeInTheDocument();
    expect(screen.getByText('all 4 GiB; it would reach 5 GiB')).toBeInTheDocument();
  });

  it('takes Skylake’s 1536 where the processor says nothing, and says so', async () => {
    await on(hostThatSays(null));
    expect(slider('Entries in the TLB')).toHaveAttribute('aria-valuetext', '1,536');
    expect(screen.getByText(/does not tell its number of entries/)).toBeInTheDocument();
    expect(screen.getByText('6 MiB of 4 GiB')).toBeInTheDocument();
    expect(screen.getByText('3 GiB of 4 GiB')).toBeInTheDocument();
  });

  it('follows the number of entries, up to the whole VM', async () => {
    await on(hostThatSays(1_984));
    slider('Entries in the TLB').focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByText('all 4 GiB')).toBeInTheDocument();
    expect(screen.getByText('8 MiB of 4 GiB')).toBeInTheDocument();
  });

  it('takes the VM’s size along to Size', async () => {
    const guide = await on(freshHost);
    slider('VM memory').focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(guide.sizing.guestText).toBe('4.25 GiB');
    expect(slider('VM memory')).toHaveAttribute('aria-valuetext', '4.25 GiB');
    expect(cell('Pages of the VM', 1)).toBe('2,176');
  });

  it('goes on with 4 GiB while what was typed on Size is no size', async () => {
    const { guide } = await guideOn(freshHost);
    guide.sizing.typeGuest('much');
    render(TlbReach, { guide, notes: NOTES });
    expect(slider('VM memory')).toHaveAttribute('aria-valuetext', '4 GiB');
  });

  it('shows a VM larger than this machine could give by its own size', async () => {
    const { guide } = await guideOn(freshHost);
    guide.sizing.typeGuest('64 GiB');
    render(TlbReach, { guide, notes: NOTES });
    expect(slider('VM memory')).toHaveAttribute('aria-valuetext', '64 GiB');
    expect(cell('Pages of the VM', 1)).toBe('32,768');
  });

  it('explains with 4 GiB as long as the machine has not been read, and then says nothing of it', () => {
    render(TlbReach, { guide: new Guide(fakeBridge({}).bridge), notes: NOTES });
    expect(slider('VM memory')).toHaveAttribute('aria-valuetext', '4 GiB');
    expect(cell('Pages of the VM', 1)).toBe('2,048');
    expect(screen.queryByText(/For comparison/)).not.toBeInTheDocument();
  });

  it('compares with the page tables that the machine has now', async () => {
    await on({ ...freshHost, memory: { ...freshHost.memory, pageTablesKiB: 20_480 } });
    expect(screen.getByText(/take 20 MiB at the moment/)).toBeInTheDocument();
  });

  it('has one table more for either page size with five levels', async () => {
    await on({ ...freshHost, cpu: { ...freshHost.cpu, virtualBits: 57 } });
    expect(cell('QEMU’s page tables', 1)).toBe('28 KiB');
  });
});
