import { fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Way } from '../../../common/figures/fragmentation';
import Crowd from '../../../renderer/src/figures/Crowd.svelte';
import { prefer, scrollAll } from '../screen';

const open = (way: Way = 'page-by-page') => render(Crowd, { way, choose: vi.fn() });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const valueOf = (label: string) => screen.getByText(label, { selector: 'dt' }).nextElementSibling?.textContent;
const pass = async (seconds: number): Promise<void> => {
  vi.advanceTimersByTime(seconds * 1_000);
  await tick();
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('Crowd', () => {
  it('begins with room for all huge pages and moves only when told to', async () => {
    open();
    await pass(5);
    expect(valueOf('Huge pages that still fit')).toBe('16 of 16');
    expect(screen.getByRole('status')).toHaveTextContent('Nothing has run yet');
    expect(screen.getByRole('img')).toHaveAccessibleName(
      '16 rows of 16 are free from end to end; 1 MiB are free in all.',
    );
  });

  it('runs to its end, and then there is memory free but room for no huge page', async () => {
    open();
    await press('Let it run');
    expect(screen.getByRole('status')).toHaveTextContent('Programs come');
    await pass(41);
    expect(valueOf('Huge pages that still fit')).toBe('0 of 16');
    expect(screen.getByRole('status')).toHaveTextContent('644 KiB are free, and yet not one huge page fits');
    expect(screen.getByRole('button', { name: 'Let it run' })).toBeInTheDocument();
  });

  it('keeps whole rows in the pool at the same moment, and shows what they cost', async () => {
    const { rerender } = open();
    await press('Let it run');
    await pass(41);
    await rerender({ way: 'from-a-pool' });
    expect(valueOf('Huge pages that still fit')).toBe('7 of 16');
    expect([valueOf('Given'), valueOf('Used')]).toEqual(['576 KiB', '380 KiB']);
  });

  it('says it when the pool is given away although not all of it is used', async () => {
    open('from-a-pool');
    await press('Let it run');
    await pass(5);
    await press('Pause');
    expect(screen.getByRole('status')).toHaveTextContent(/^All rows are given, although only/);
  });

  it('stands still while paused, and goes on from there', async () => {
    open();
    await press('Let it run');
    await pass(2);
    await press('Pause');
    const used = valueOf('Used');
    await pass(5);
    expect(valueOf('Used')).toBe(used);
    await press('Let it run');
    await pass(2);
    expect(valueOf('Used')).not.toBe(used);
  });

  it('stands still while scrolled out of sight', async () => {
    open();
    await press('Let it run');
    await pass(2);
    const used = valueOf('Used');
    scrollAll(false);
    await pass(5);
    expect(valueOf('Used')).toBe(used);
    scrollAll(true);
    await pass(2);
    expect(valueOf('Used')).not.toBe(used);
  });

  it('goes back to the start', async () => {
    open();
    await press('Let it run');
    await pass(4);
    await press('From the start');
    expect(valueOf('Free')).toBe('1 MiB');
    await pass(2);
    expect(valueOf('Free')).toBe('1 MiB');
  });

  it('is at its end at once where nothing should move', async () => {
    prefer('prefers-reduced-motion: reduce');
    open();
    await press('Let it run');
    expect(screen.getByRole('status')).toHaveTextContent('not one huge page fits');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('goes to its end as soon as nothing should move any more', async () => {
    open();
    await press('Let it run');
    await pass(2);
    prefer('prefers-reduced-motion: reduce');
    expect(screen.getByRole('button', { name: 'Pause' })).toBeInTheDocument();
    await pass(1);
    expect(screen.getByRole('status')).toHaveTextContent('not one huge page fits');
    expect(screen.getByRole('button', { name: 'Let it run' })).toBeInTheDocument();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stops for good when it is left', async () => {
    const { unmount } = open();
    await press('Let it run');
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });
});
