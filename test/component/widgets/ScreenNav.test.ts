import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import ScreenNav from '../../../renderer/src/widgets/ScreenNav.svelte';
import { freshHost, howToHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

describe('ScreenNav', () => {
  it('has no way back on the first screen and none on from the last', async () => {
    const { guide } = await guideOn(howToHost);
    render(ScreenNav, { guide });
    const names = screen.getAllByRole('button').map((button) => button.textContent.trim());
    expect(names).toEqual(['Next: Check', 'Read on: Holes']);
    guide.go('verify');
    expect(await screen.findByRole('button', { name: 'Back' })).toBeInTheDocument();
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });

  it('leads through the chapters of Understand, with the way to Check always open', async () => {
    const { guide } = await guideOn(freshHost);
    render(ScreenNav, { guide });
    await userEvent.click(screen.getByRole('button', { name: 'Read on: Holes' }));
    expect(guide.chapter).toBe('holes');
    expect(screen.getByRole('button', { name: 'Next: Check' })).not.toHaveClass('primary');
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(guide.chapter).toBe('pages');
    guide.read('in-short');
    expect(await screen.findByRole('button', { name: 'Next: Check' })).toHaveClass('primary');
    expect(screen.queryByRole('button', { name: /^Read on/ })).not.toBeInTheDocument();
  });

  it('does not urge on while Size shows why there is no plan', async () => {
    const { guide } = await guideOn(freshHost);
    guide.go('size');
    render(ScreenNav, { guide });
    const next = screen.getByRole('button', { name: 'Next: Review' });
    expect(next).toHaveClass('primary');
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    guide.sizing.typeGuest('900 TiB');
    guide.go('size');
    const again = await screen.findByRole('button', { name: 'Next: Review' });
    expect(again).not.toHaveClass('primary');
    expect(again).toHaveAttribute('aria-disabled', 'false');
  });

  it('says why it does not go on', async () => {
    const { guide } = await guideOn(freshHost);
    guide.sizing.typeGuest('四');
    guide.go('size');
    render(ScreenNav, { guide });
    const next = screen.getByRole('button', { name: 'Next: Review' });
    expect(next).toHaveAttribute('aria-disabled', 'true');
    expect(next).toHaveAccessibleDescription('Enter the VM’s memory in Size first.');
    await userEvent.click(next);
    expect(guide.step).toBe('size');
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(guide.step).toBe('check');
  });
});
