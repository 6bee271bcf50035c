import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import SmallestUnit from '../../../renderer/src/figures/SmallestUnit.svelte';
import { language } from '../../../renderer/src/state/language.svelte';

const figure = () => within(screen.getByRole('figure', { name: 'The smallest unit' }));
const valueOf = (label: string) => screen.getByText(label, { selector: 'dt' }).nextElementSibling?.textContent;
const open = (poolPageSizesKiB: readonly number[] | null = [2_048, 1_048_576]) =>
  render(SmallestUnit, { poolPageSizesKiB });

describe('SmallestUnit', () => {
  it('begins with both files beside each other, each in a page of its own', () => {
    open();
    expect(figure().getByRole('heading', { name: 'A file of 0.9 KiB' })).toBeInTheDocument();
    expect(figure().getByText('takes 1 page; 3.1 KiB stay empty')).toBeInTheDocument();
    expect(figure().getByRole('heading', { name: 'A second, of 3 KiB' })).toBeInTheDocument();
    expect(figure().getByText('takes 1 page; 1 KiB stay empty')).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: '4 KiB' })).toBeChecked();
  });

  it('shows what becomes of small things in huge pages', async () => {
    open();
    await userEvent.click(screen.getByRole('radio', { name: '2 MiB' }));
    expect(valueOf('Left empty')).toBe('2,045 KiB');
    expect(figure().getByText(/A whole page of 2 MiB is gone for 3 KiB/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: '1 GiB' }));
    expect(valueOf('Memory taken')).toBe('1 GiB');
    expect(figure().getByText(/Each small square in the page stands for 2 MiB/)).toBeInTheDocument();
  });

  it('shows a VM as a million small pages or two thousand huge ones', async () => {
    open();
    await userEvent.click(screen.getByRole('button', { name: 'a VM, 4 GiB' }));
    expect(screen.getByRole('button', { name: 'a VM, 4 GiB' })).toHaveAttribute('aria-pressed', 'true');
    expect(valueOf('Pages')).toBe('1,048,576');
    expect(figure().getByText('… and 1,048,546 more …')).toBeInTheDocument();
    expect(figure().getByText(/2,048 would do/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: '2 MiB' }));
    expect(valueOf('Pages')).toBe('2,048');
    expect(valueOf('Left empty')).toBe('0 KiB');
    expect(figure().getByText(/the ideal tenant.*1,048,576/)).toBeInTheDocument();
  });

  it('is dragged by keyboard, and says the size', async () => {
    open();
    const slider = screen.getByRole('slider', { name: 'Size of the second' });
    expect(slider).toHaveAttribute('aria-valuetext', '3 KiB');
    slider.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(slider).toHaveAttribute('aria-valuetext', '5 KiB');
    expect(valueOf('Pages')).toBe('2');
    expect(screen.getByRole('heading', { name: 'A second, of 5 KiB' })).toBeInTheDocument();
  });

  it('offers 1 GiB also where the machine has none, and says so', async () => {
    open([2_048]);
    expect(screen.queryByText(/This machine offers no pages/)).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: '1 GiB' }));
    expect(screen.getByText(/This machine offers no pages of 1 GiB/)).toBeInTheDocument();
  });

  it('says nothing of the machine while it has not been read', async () => {
    open(null);
    await userEvent.click(screen.getByRole('radio', { name: '1 GiB' }));
    expect(screen.queryByText(/This machine/)).not.toBeInTheDocument();
  });

  it('speaks Chinese', () => {
    language.wish = 'zh-CN';
    open();
    expect(screen.getByText('占 1 页，空着 3.1 KiB')).toBeInTheDocument();
  });
});
