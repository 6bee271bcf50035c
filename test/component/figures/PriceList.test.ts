import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import PriceList from '../../../renderer/src/figures/PriceList.svelte';
import { howToHost } from '../../fakes/machine';

const notes = ['hugetlbpage', 'qemu-balloon', 'ksm', 'hibernation'] as const;

describe('PriceList', () => {
  it('names what a pool costs, each with where that is written, and what it does not cost', () => {
    render(PriceList, { memory: howToHost.memory, notes });
    const paid = screen.getByRole('region', { name: 'What you pay' });
    expect(within(paid).getAllByRole('heading', { level: 3 })).toHaveLength(6);
    expect(within(paid).getAllByRole('link')).toHaveLength(6);
    expect(paid).toHaveTextContent('“Balloon used with backing page size > 4kiB, this may not be reliable”');
    const free = screen.getByRole('region', { name: 'What it does not cost' });
    expect(within(free).getAllByRole('listitem')).toHaveLength(3);
  });

  it('says how much is set aside on this machine, once that is known', async () => {
    const { rerender } = render(PriceList, { memory: howToHost.memory, notes });
    expect(screen.getByText('On this machine 4 GiB of 15.55 GiB are set aside now.')).toBeInTheDocument();
    await rerender({ memory: null, notes });
    expect(screen.queryByText(/^On this machine/)).not.toBeInTheDocument();
  });
});
