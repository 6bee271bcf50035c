import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import Slider from '../../../renderer/src/widgets/Slider.svelte';

const props = { label: 'Memory', value: 4, min: 1, max: 16, step: 1, valueText: '4 GiB' };

describe('Slider', () => {
  it('has a role, a name, a value and the value in words', () => {
    render(Slider, { ...props, change: vi.fn() });
    const slider = screen.getByRole('slider', { name: 'Memory' });
    expect(slider).toHaveAttribute('aria-valuenow', '4');
    expect(slider).toHaveAttribute('aria-valuetext', '4 GiB');
    expect(screen.getByText('4 GiB')).toBeInTheDocument();
  });

  it.each([
    ['{ArrowRight}', 5],
    ['{ArrowLeft}', 3],
    ['{Home}', 1],
    ['{End}', 16],
  ])('moves by %s', async (key, value) => {
    const change = vi.fn();
    render(Slider, { ...props, change });
    screen.getByRole('slider').focus();
    await userEvent.keyboard(key);
    expect(change).toHaveBeenLastCalledWith(value);
  });

  it('keeps a value that is out of bounds within them', () => {
    render(Slider, { ...props, value: 99, change: vi.fn() });
    expect(screen.getByRole('slider')).toHaveAttribute('aria-valuenow', '16');
  });

  it('leaves a value between two steps alone, and goes on from the nearest one', async () => {
    const change = vi.fn();
    render(Slider, { ...props, value: 4.4, valueText: '4.4 GiB', change });
    expect(change).not.toHaveBeenCalled();
    expect(screen.getByRole('slider')).toHaveAttribute('aria-valuenow', '4');
    expect(screen.getByText('4.4 GiB')).toBeInTheDocument();
    screen.getByRole('slider').focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(change.mock.calls).toEqual([[5]]);
  });

  it('takes larger steps rather than many thousand', async () => {
    const change = vi.fn();
    render(Slider, { ...props, value: 1, min: 1, max: 24_577, change });
    screen.getByRole('slider').focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(change).toHaveBeenLastCalledWith(33);
  });

  it('does not move while it is disabled, and keeps its name when only spoken', async () => {
    const change = vi.fn();
    render(Slider, { ...props, isBare: true, disabled: true, change });
    const slider = screen.getByRole('slider', { name: 'Memory' });
    expect(slider).toHaveAttribute('aria-disabled', 'true');
    slider.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(change).not.toHaveBeenCalled();
  });
});
