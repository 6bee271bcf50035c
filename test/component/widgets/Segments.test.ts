import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import Segments from '../../../renderer/src/widgets/Segments.svelte';

const options = [
  { value: 4, label: '4 KiB' },
  { value: 2_048, label: '2 MiB' },
];

describe('Segments', () => {
  it('is a group of radio buttons, one of them chosen', async () => {
    const choose = vi.fn();
    render(Segments, { legend: 'Page size', options, value: 4, choose });
    expect(screen.getByRole('group', { name: 'Page size' })).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: '4 KiB' })).toBeChecked();
    await userEvent.click(screen.getByText('2 MiB'));
    expect(choose).toHaveBeenCalledWith(2_048);
  });

  it('is walked by arrow keys, and keeps its name when that is only spoken', async () => {
    const choose = vi.fn();
    render(Segments, { legend: 'Page size', isLegendHidden: true, options, value: 4, choose });
    screen.getByRole('radio', { name: '4 KiB' }).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(choose).toHaveBeenCalledWith(2_048);
  });
});
