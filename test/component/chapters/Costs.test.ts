import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Costs from '../../../renderer/src/chapters/Costs.svelte';
import { withFacts } from '../../fakes/host';
import { freshHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

describe('Costs', () => {
  it('has the figure for the VM as it stands on Size, the prices, and where they are written', async () => {
    const { guide } = await guideOn(freshHost);
    guide.sizing.typeGuest('2 GiB');
    render(Costs, { guide });
    expect(screen.getByRole('slider', { name: 'Size of the pool' })).toHaveAttribute('aria-valuetext', '2 GiB');
    expect(screen.getByRole('region', { name: 'What you pay' })).toBeInTheDocument();
    expect(screen.getByText(/the kernel picks a program and ends it/)).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Where this is written' })).toBeInTheDocument();
  });

  it('draws nothing without knowing the memory, and says that', async () => {
    const { guide } = await guideOn(withFacts(freshHost, { memory: { totalKiB: null } }));
    render(Costs, { guide });
    expect(screen.queryByRole('slider')).not.toBeInTheDocument();
    expect(screen.getByText(/so there is nothing to draw\.$/)).toBeInTheDocument();
  });

  it('waits for the machine to be read', async () => {
    const { guide } = await guideOn(freshHost);
    guide.host.snapshot = null;
    render(Costs, { guide });
    expect(screen.getByText('Reading the machine…')).toBeInTheDocument();
  });
});
