import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import PageSizes from '../../../renderer/src/widgets/PageSizes.svelte';
import { freshHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

describe('PageSizes', () => {
  it('lists what the machine has, with its default marked and chosen', async () => {
    const { guide } = await guideOn(freshHost);
    render(PageSizes, { sizing: guide.sizing, pools: freshHost.pools, defaultPageKiB: 2_048 });
    expect(screen.getByRole('group', { name: 'Page size' })).toHaveAccessibleDescription(/^The default suits/);
    expect(screen.getByRole('radio', { name: '2 MiB (default of this machine)' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: '1 GiB' }));
    expect(guide.sizing.pageKiB).toBe(1_048_576);
  });
});
