import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import IconButton from '../../../renderer/src/widgets/IconButton.svelte';

const children = createRawSnippet(() => ({ render: () => '<svg aria-hidden="true"></svg>' }));

describe('IconButton', () => {
  it('has a name for everybody, shown when it is focused, and does what it is for', async () => {
    const onclick = vi.fn();
    render(IconButton, { label: 'Close', attributes: { onclick }, children });
    await userEvent.tab();
    const button = screen.getByRole('button', { name: 'Close' });
    expect(button).toHaveFocus();
    expect(await screen.findByText('Close')).toBeInTheDocument();
    await userEvent.click(button);
    expect(onclick).toHaveBeenCalledOnce();
  });
});
