import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import NestedWalk from '../../../renderer/src/figures/NestedWalk.svelte';

const choose = async (side: RegExp, size: string): Promise<void> => {
  await userEvent.click(within(screen.getByRole('group', { name: side })).getByRole('radio', { name: size }));
};

describe('NestedWalk', () => {
  it('needs 24 lookups with small pages, 19 with huge ones for the host, and 15 with huge ones on both sides', async () => {
    render(NestedWalk, { notes: ['two-dimensional-walks'] });
    expect(screen.getByRole('status')).toHaveTextContent('At worst 24 lookups for one access of the VM.');
    await choose(/host/, '2 MiB');
    expect(screen.getByRole('status')).toHaveTextContent('At worst 19 lookups');
    await choose(/guest/, '2 MiB');
    expect(screen.getByRole('status')).toHaveTextContent('At worst 15 lookups');
    expect(screen.getByText(/on both sides there are 24; for a program outside a VM, 4\./)).toBeInTheDocument();
  });

  it('saves two of four with pages of 1 GiB for the host', async () => {
    render(NestedWalk, { notes: ['two-dimensional-walks'] });
    await choose(/host/, '1 GiB');
    expect(screen.getByRole('status')).toHaveTextContent('At worst 14 lookups');
  });
});
