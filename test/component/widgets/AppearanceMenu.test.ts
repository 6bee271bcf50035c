import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { appearance } from '../../../renderer/src/state/appearance.svelte';
import AppearanceMenu from '../../../renderer/src/widgets/AppearanceMenu.svelte';
import { freshHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

/** jsdom lays nothing out, so the menu never gets the place at which it would be shown: its items have no name here. */
function item(name: string): HTMLElement {
  const found = screen.getByText(name).closest<HTMLElement>('[role^=menuitem]');
  if (found === null) throw new Error(`${name} is no item of the menu`);
  return found;
}

async function openMenu(): Promise<void> {
  screen.getByRole('button', { name: 'Appearance' }).focus();
  await userEvent.keyboard('{Enter}');
  await screen.findByRole('menu', { hidden: true });
}

describe('AppearanceMenu', () => {
  it('follows the desktop at first and changes to dark by keyboard', async () => {
    const { guide, calls } = await guideOn(freshHost);
    render(AppearanceMenu, { guide });
    await openMenu();
    expect(item('As the desktop')).toHaveAttribute('aria-checked', 'true');
    item('Dark').focus();
    await userEvent.keyboard('{Enter}');
    expect(appearance.theme).toBe('dark');
    expect(calls.at(-1)).toEqual(['saveSettings', { theme: 'dark' }]);
  });

  it('gives more contrast, and takes it back', async () => {
    const { guide } = await guideOn(freshHost);
    render(AppearanceMenu, { guide });
    for (const hasMore of [true, false]) {
      await openMenu();
      await userEvent.click(item('High contrast'));
      expect(appearance.hasMoreContrast).toBe(hasMore);
    }
  });
});
