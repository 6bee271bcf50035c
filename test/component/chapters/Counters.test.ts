import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import Counters from '../../../renderer/src/chapters/Counters.svelte';
import { desktop } from '../../fakes/host';
import { guideOn } from '../guide-on';

it('shows the figure, and names the kernel’s and QEMU’s documents for what it says', async () => {
  const { guide, calls } = await guideOn(desktop(), { openSource: () => true });
  render(Counters, { guide });
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('What happens to the counters');
  expect(screen.getByRole('figure', { name: 'A pool, page by page' })).toBeVisible();
  expect(screen.getAllByRole('link', { name: /^Note \d: / })).toHaveLength(5);
  await userEvent.click(screen.getByRole('button', { name: /hugetlbpage\.rst Open in the browser$/ }));
  expect(calls).toContainEqual(['openSource', 'hugetlbpage']);
});
