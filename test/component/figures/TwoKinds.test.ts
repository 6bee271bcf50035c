import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import TwoKinds from '../../../renderer/src/figures/TwoKinds.svelte';
import { withFacts } from '../../fakes/host';
import { freshHost, howToHost } from '../../fakes/machine';

const pool = () => screen.getByRole('img', { name: /^From the pool/ });
const transparent = () => screen.getByRole('img', { name: /^Transparent/ });

describe('TwoKinds', () => {
  it('draws the same VM twice and says what each picture shows', () => {
    render(TwoKinds, { snapshot: freshHost });
    expect(screen.getByRole('radio', { name: 'It runs' })).toBeChecked();
    expect(pool()).toHaveAccessibleName(/Huge pages in use: 8; set aside and unused: 0; in ordinary pages: 0/);
    expect(transparent()).toHaveAccessibleName(/Huge pages in use: 6; .* in ordinary pages: 2; swapped out: 0/);
  });

  it('splits the transparent kind when memory gets tight, and leaves the pool alone', async () => {
    render(TwoKinds, { snapshot: freshHost });
    await userEvent.click(screen.getByRole('radio', { name: 'Memory gets tight' }));
    expect(pool()).toHaveAccessibleName(/Huge pages in use: 8/);
    expect(transparent()).toHaveAccessibleName(/Huge pages in use: 2; .* in ordinary pages: 5; swapped out: 1/);
    expect(screen.getAllByRole('status').map((status) => status.textContent)).toEqual([
      'All eight as before. Others have to make do with less.',
      'Most huge pages are split, and what the VM used least is swapped out to disk.',
    ]);
  });

  it('shows that the pool is taken before any VM runs, and by the keyboard, too', async () => {
    render(TwoKinds, { snapshot: freshHost });
    screen.getByRole('radio', { name: 'It runs' }).focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(pool()).toHaveAccessibleName(/set aside and unused: 8/);
    expect(transparent()).toHaveAccessibleName(/free for every program: 8/);
  });

  it('counts each kind where the kernel counts it, and never in the other place', () => {
    render(TwoKinds, { snapshot: freshHost });
    const counters = ['HugePages_Total', 'HugePages_Free', 'AnonHugePages'];
    const lines = screen
      .getAllByRole('term')
      .filter(({ textContent }) => counters.includes(textContent))
      .map((term) => `${term.textContent} ${term.nextElementSibling?.textContent ?? ''}`);
    expect(lines).toEqual([
      'HugePages_Total 8',
      'HugePages_Free 0',
      'AnonHugePages 0 kB',
      'HugePages_Total 0',
      'HugePages_Free 0',
      'AnonHugePages 12288 kB',
    ]);
  });

  it('shows mode and memory of this machine', () => {
    render(TwoKinds, { snapshot: howToHost });
    expect(screen.getByText('In pools').nextElementSibling).toHaveTextContent(/^4 GiB$/);
    expect(screen.getByText('Transparent, in use').nextElementSibling).toHaveTextContent(/^174 MiB$/);
    expect(screen.getByText('Transparent mode').nextElementSibling).toHaveTextContent(/^madvise$/);
  });

  it('says what the machine does not show, and that it is still being read', async () => {
    const silent = withFacts(freshHost, {
      memory: { hugetlbKiB: null, anonHugeKiB: null },
      transparent: { mode: null },
    });
    const { rerender } = render(TwoKinds, { snapshot: silent });
    expect(screen.getAllByText('not shown')).toHaveLength(3);
    await rerender({ snapshot: null });
    expect(screen.getByText('Reading the machine…')).toBeInTheDocument();
  });
});
