import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import Toggle from '../../../renderer/src/widgets/Toggle.svelte';

describe('Toggle', () => {
  it('has a name, says what it does, and is switched by mouse and keyboard', async () => {
    render(Toggle, { label: 'Keep it', hint: 'also tomorrow', checked: true });
    const box = screen.getByRole('checkbox', { name: 'Keep it' });
    expect(box).toHaveAccessibleDescription('also tomorrow');
    await userEvent.click(screen.getByText('Keep it'));
    expect(box).not.toBeChecked();
    await userEvent.keyboard(' ');
    expect(box).toBeChecked();
  });
});
