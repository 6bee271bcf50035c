import { render, screen, waitForElementToBeRemoved, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import Why from '../../../renderer/src/widgets/Why.svelte';

const COMMAND = 'echo 2050 | sudo tee /proc/sys/vm/nr_hugepages';

describe('Why', () => {
  it('answers in a dialog that shows the command, and gives the focus back', async () => {
    render(Why, { command: 'pool', text: COMMAND });
    const opener = screen.getByRole('button', { name: /^Why so\? Why echo N/ });
    await userEvent.click(opener);
    const dialog = screen.getByRole('dialog', { name: 'Why echo N | sudo tee FILE, and not sudo echo N > FILE?' });
    expect(within(dialog).getByText(COMMAND)).toBeInTheDocument();
    expect(dialog).toHaveTextContent(/done by your own shell, before sudo has even started/);
    expect(within(dialog).getByRole('list', { name: 'Where this is written' })).toHaveTextContent('sudo(8)');
    await userEvent.keyboard('{Escape}');
    await waitForElementToBeRemoved(dialog);
    expect(opener).toHaveFocus();
  });

  it('closes by its button too', async () => {
    render(Why, { command: 'by-hand' });
    await userEvent.click(screen.getByRole('button', { name: /^Why so/ }));
    const dialog = screen.getByRole('dialog');
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitForElementToBeRemoved(dialog);
  });
});
