import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import Finding from '../../../renderer/src/chapters/Finding.svelte';
import { freshHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

describe('Finding', () => {
  it('has three figures: the walk, the walk within a walk, and the reach of the TLB', async () => {
    const { guide } = await guideOn(freshHost);
    render(Finding, { guide });
    expect(screen.getAllByRole('figure').map((figure) => figure.querySelector('h2')?.textContent)).toEqual([
      'From an address to its byte',
      'A walk within a walk',
      'How far the TLB reaches',
    ]);
  });

  it('goes by the machine’s own number of tables, but by the paper’s four on each side for a VM', async () => {
    const { guide } = await guideOn({ ...freshHost, cpu: { ...freshHost.cpu, virtualBits: 57 } });
    render(Finding, { guide });
    expect(screen.getByText('5 lookups')).toBeInTheDocument();
    expect(screen.getByText('At worst 24 lookups for one access of the VM.')).toBeInTheDocument();
  });

  it('rests its claims on sources that can be opened', async () => {
    const { guide, calls } = await guideOn(freshHost, { openSource: () => true });
    render(Finding, { guide });
    await userEvent.click(screen.getByRole('button', { name: /^doi:.* Open in the browser$/ }));
    expect(calls).toContainEqual(['openSource', 'two-dimensional-walks']);
  });
});
