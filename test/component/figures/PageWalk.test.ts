import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import PageWalk from '../../../renderer/src/figures/PageWalk.svelte';
import { prefer, scrollAll } from '../screen';

const on = (virtualBits: number | null) => render(PageWalk, { virtualBits, notes: ['five-levels'] });
const next = () => screen.getByRole('button', { name: 'Next step' });

afterEach(() => {
  vi.useRealTimers();
});

describe('PageWalk', () => {
  it('goes through four tables to a page of 4 KiB, and says each step', async () => {
    on(48);
    expect(screen.getByRole('status')).toHaveTextContent('At the start');
    for (const step of [1, 2, 3, 4]) {
      await userEvent.click(next());
      expect(screen.getByRole('status')).toHaveTextContent(`Lookup ${String(step)} of 4`);
    }
    expect(screen.getByRole('status')).toHaveTextContent('Entry 30 of table 4 says where the page of 4 KiB lies.');
    await userEvent.click(next());
    expect(screen.getByRole('status')).toHaveTextContent('Found after 4 lookups');
    expect(next()).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(next());
    expect(screen.getByRole('status')).toHaveTextContent('Found after 4 lookups');
  });

  it('stays at the byte when the page size changes, which is found sooner', async () => {
    on(48);
    for (let step = 0; step < 5; step += 1) await userEvent.click(next());
    await userEvent.click(screen.getByRole('radio', { name: '2 MiB' }));
    expect(screen.getByRole('status')).toHaveTextContent('Found after 3 lookups');
    await userEvent.click(screen.getByRole('radio', { name: '1 GiB' }));
    expect(screen.getByRole('status')).toHaveTextContent('Found after 2 lookups');
  });

  it('steps back, and begins again', async () => {
    on(48);
    await userEvent.click(next());
    await userEvent.click(next());
    await userEvent.click(screen.getByRole('button', { name: 'Step back' }));
    expect(screen.getByRole('status')).toHaveTextContent('Lookup 1 of 4');
    await userEvent.click(screen.getByRole('button', { name: 'From the start' }));
    expect(screen.getByRole('status')).toHaveTextContent('At the start');
    await userEvent.click(screen.getByRole('button', { name: 'Step back' }));
    expect(screen.getByRole('status')).toHaveTextContent('At the start');
  });

  it.each([
    [48, ['4 lookups', '3 lookups', '2 lookups'], 'have 48 bits: 4 tables'],
    [57, ['5 lookups', '4 lookups', '3 lookups'], 'have 57 bits: 5 tables'],
    [null, ['4 lookups', '3 lookups', '2 lookups'], '4 tables, the usual number, are assumed'],
  ])('with addresses of %s bits compares the page sizes and says what it goes by', (virtualBits, lookUps, words) => {
    on(virtualBits);
    expect(screen.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual(lookUps);
    expect(screen.getByText(new RegExp(words))).toBeInTheDocument();
  });

  it('runs by itself, waits while it is out of sight, and stops at the end', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    on(48);
    await user.click(screen.getByRole('button', { name: 'Let it run' }));
    expect(screen.getByRole('status')).toHaveTextContent('Lookup 1 of 4');
    scrollAll(false);
    vi.advanceTimersByTime(10_000);
    await tick();
    expect(screen.getByRole('status')).toHaveTextContent('Lookup 1 of 4');
    scrollAll(true);
    vi.advanceTimersByTime(2_000);
    await tick();
    expect(screen.getByRole('status')).toHaveTextContent('Lookup 2 of 4');
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    vi.advanceTimersByTime(10_000);
    await tick();
    expect(screen.getByRole('status')).toHaveTextContent('Lookup 2 of 4');
    await user.click(screen.getByRole('button', { name: 'Let it run' }));
    vi.advanceTimersByTime(20_000);
    await tick();
    expect(screen.getByRole('status')).toHaveTextContent('Found after 4 lookups');
    await user.click(screen.getByRole('button', { name: 'Let it run' }));
    expect(screen.getByRole('status')).toHaveTextContent('At the start');
  });

  it('can be paused until it stops where it is, once nothing should move any more', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    on(48);
    await user.click(screen.getByRole('button', { name: 'Let it run' }));
    prefer('prefers-reduced-motion: reduce');
    await tick();
    expect(screen.getByRole('button', { name: 'Pause' })).toBeInTheDocument();
    vi.advanceTimersByTime(20_000);
    await tick();
    expect(screen.getByRole('status')).toHaveTextContent('Lookup 1 of 4');
    expect(screen.queryByRole('button', { name: /Pause|Let it run/ })).not.toBeInTheDocument();
    expect(next()).toBeInTheDocument();
  });

  it('does not offer to run by itself to who prefers no motion', () => {
    prefer('prefers-reduced-motion: reduce');
    on(48);
    expect(screen.queryByRole('button', { name: 'Let it run' })).not.toBeInTheDocument();
    expect(next()).toBeInTheDocument();
  });
});
