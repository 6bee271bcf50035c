import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Way } from '../../../common/figures/fragmentation';
import FragmentationSteps from '../../../renderer/src/figures/FragmentationSteps.svelte';

const open = (way: Way) => render(FragmentationSteps, { way, choose: vi.fn() });
const button = (name: string) => screen.getByRole('button', { name });
const valueOf = (label: string) => screen.getByText(label, { selector: 'dt' }).nextElementSibling?.textContent;
const next = async (times: number): Promise<void> => {
  for (let step = 0; step < times; step += 1) await userEvent.click(button('Next step'));
};

describe('FragmentationSteps', () => {
  it('comes to a hole, step by step, and says each one', async () => {
    open('page-by-page');
    expect(screen.getByRole('status')).toHaveTextContent(/^At the start Twelve pages/);
    await next(4);
    expect(screen.getByRole('status')).toHaveTextContent('Step 4 of 5 B gives its page back: there is a hole');
    expect(screen.getByRole('img')).toHaveAccessibleName(
      'Twelve pages of 4 KiB: A uses 4 KiB, 4 KiB free, A uses 4 KiB, and 36 KiB free',
    );
    expect([valueOf('Free'), valueOf('Longest free piece')]).toEqual(['40 KiB', '36 KiB']);
  });

  it('shows the price of a pool: 32 KiB given, 12 KiB used', async () => {
    open('from-a-pool');
    await next(5);
    expect([valueOf('Given'), valueOf('Used')]).toEqual(['32 KiB', '12 KiB']);
    expect(screen.getByRole('status')).toHaveTextContent('32 KiB given, 12 KiB used');
    expect(screen.getByRole('img')).toHaveAccessibleName(/12 KiB given to B, empty/);
    await next(1);
    expect(screen.getByRole('status')).toHaveTextContent('no hole in the middle of anything');
  });

  it('goes back, and back to the start', async () => {
    open('page-by-page');
    await next(3);
    await userEvent.click(button('Step back'));
    expect(screen.getByRole('status')).toHaveTextContent('Step 2 of 5');
    await userEvent.click(button('From the start'));
    expect(screen.getByRole('status')).toHaveTextContent('At the start');
  });

  it('stands still at either end, and keeps the focus there', async () => {
    open('page-by-page');
    expect(button('Step back')).toHaveAttribute('aria-disabled', 'true');
    await next(9);
    expect(screen.getByRole('status')).toHaveTextContent('Step 5 of 5');
    expect(button('Next step')).toHaveAttribute('aria-disabled', 'true');
    expect(button('Next step')).toHaveFocus();
  });

  it('keeps the place in each way', async () => {
    const { rerender } = open('page-by-page');
    await next(2);
    await rerender({ way: 'from-a-pool' });
    expect(screen.getByRole('status')).toHaveTextContent('At the start');
    await rerender({ way: 'page-by-page' });
    expect(screen.getByRole('status')).toHaveTextContent('Step 2 of 5');
  });
});
