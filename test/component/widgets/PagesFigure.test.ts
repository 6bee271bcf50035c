import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import PagesFigure from '../../../renderer/src/widgets/PagesFigure.svelte';

describe('PagesFigure', () => {
  it('counts the pages and the page table of this machine for both sizes', () => {
    render(PagesFigure, { pageKiB: 2_048, totalKiB: 25_165_824 });
    expect(screen.getByRole('table', { name: 'All 24 GiB of this machine' })).toBeInTheDocument();
    expect(screen.getByRole('row', { name: '4 KiB 6,291,456 48 MiB' })).toBeInTheDocument();
    expect(screen.getByRole('row', { name: '2 MiB 12,288 96 KiB' })).toBeInTheDocument();
  });

  it('rounds nothing up', () => {
    render(PagesFigure, { pageKiB: 2_048, totalKiB: 24_684_544 });
    expect(screen.getByRole('row', { name: '2 MiB 12,053 94.16 KiB' })).toBeInTheDocument();
  });

  it('compares with the default size of the machine, whatever it is', () => {
    render(PagesFigure, { pageKiB: 1_048_576, totalKiB: null });
    expect(screen.getByText('262,144 normal pages of 4 KiB')).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });
});
