import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HostSnapshot } from '../../../common/snapshot';
import { translatorFor } from '../../../common/text/translator';
import { message } from '../../../common/message';
import CounterFigure from '../../../renderer/src/figures/CounterFigure.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import { desktop, withPool } from '../../fakes/host';
import { howToHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

const user = userEvent.setup();

async function show(host: HostSnapshot): Promise<void> {
  const { guide } = await guideOn(host);
  render(CounterFigure, { guide });
}
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
async function press(...names: readonly (string | RegExp)[]): Promise<void> {
  for (const name of names) await user.click(button(name));
}
/** The four numbers of the figure, in the kernel's order. */
function counters(): readonly string[] {
  return ['Total', 'Free', 'Rsvd', 'Surp'].map((name) => {
    const term = screen.getAllByRole('term').find(({ textContent }) => textContent === `HugePages_${name}`);
    return term?.nextElementSibling?.textContent.trim().split(/\s/)[0] ?? '';
  });
}
const told = (): string => screen.getByRole('status').textContent.trim();
const legend = (): readonly string[] =>
  within(screen.getByRole('list', { name: 'What the boxes show' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent.replace(/^\s*[A-E]?\s*/, '').trim());

describe('CounterFigure, on a machine without a pool', () => {
  beforeEach(async () => {
    await show(desktop());
  });

  it('begins with a small pool, all free', () => {
    expect(counters()).toEqual(['20', '20', '0', '0']);
    expect(told()).toBe('Nothing runs yet: all 20 pages are free.');
    expect(screen.getByText('0 in use + 0 promised = 0 pages = 0 KiB')).toBeVisible();
  });

  it('moves Rsvd, not Free, when a VM starts; both when it touches memory', async () => {
    await press('Start VM A');
    expect(counters()).toEqual(['20', '20', '12', '0']);
    expect(told()).toContain('Free did not move');
    await press('VM A touches 4 more pages');
    expect(counters()).toEqual(['20', '16', '8', '0']);
    expect(screen.getByText('4 in use + 8 promised = 12 pages = 24 MiB')).toBeVisible();
    expect(screen.getByText('Total − Free alone would say 4 pages = 8 MiB: 16 MiB too little.')).toBeVisible();
    expect(legend()).toEqual(['in use by VM A: 4', 'promised, still free: 8', 'free for a new VM: 8']);
  });

  it('shows how far each counter moved', async () => {
    await press('Start VM A', 'VM A touches 4 more pages');
    expect(screen.getAllByText('−4')).toHaveLength(2);
    await press('VM A ends');
    expect(screen.getByText('+4')).toBeVisible();
    expect(screen.getByText('−8')).toBeVisible();
  });

  it('has nothing promised after a start with preallocation', async () => {
    await press('Start VM A with preallocation');
    expect(counters()).toEqual(['20', '8', '0', '0']);
    expect(screen.getByText('Nothing is promised now, so Total − Free alone says the same.')).toBeVisible();
  });

  it('makes surplus of what a VM holds when the pool is shrunk under it, until the VM ends', async () => {
    await press('Start VM A', 'Shrink it to 8 pages');
    expect(counters()).toEqual(['12', '12', '12', '4']);
    expect(legend()).toEqual(['promised, still free: 12', 'free for a new VM: 0', 'surplus: 4', 'left the pool: 8']);
    await press('VM A ends');
    expect(counters()).toEqual(['8', '8', '0', '0']);
    await press('Grow it to 20 pages');
    expect(counters()).toEqual(['20', '20', '0', '0']);
  });

  it('refuses a VM that Free alone would have room for, in QEMU’s words', async () => {
    await press('Start VM A', 'Start VM B');
    expect(counters()).toEqual(['20', '20', '12', '0']);
    expect(told()).toContain('only 8 pages are free and not promised (Free − Rsvd = 20 − 12)');
    expect(told()).toContain('unable to map backing store for guest RAM: Cannot allocate memory');
    await user.click(screen.getByRole('radio', { name: '8 MiB (4 pages)' }));
    await press('Start VM B');
    expect(counters()).toEqual(['20', '20', '16', '0']);
    expect(told()).not.toContain('unable to map');
  });

  it('says why a button makes no sense now, before and after it is pressed', async () => {
    const end = button('The VM ends');
    expect(end).toHaveAttribute('aria-disabled', 'true');
    expect(end).toHaveAccessibleDescription('No VM runs. Start one first.');
    await press('Grow it to 20 pages');
    expect(told()).toBe('The pool is set to 20 pages: it is that large already.');
    expect(counters()).toEqual(['20', '20', '0', '0']);
  });

  it('can be done again from the start, by keyboard alone', async () => {
    button('Start VM A').focus();
    await user.keyboard('{Enter}');
    expect(counters()).toEqual(['20', '20', '12', '0']);
    button('From the start').focus();
    await user.keyboard(' ');
    expect(counters()).toEqual(['20', '20', '0', '0']);
  });

  it('loads the how-to’s example, which is 8 MiB short without the promised pages', async () => {
    await press(/^the how-to’s example: 2,050 pages, 1,542 free, 4 promised$/);
    expect(counters()).toEqual(['2,050', '1,542', '4', '0']);
    expect(screen.getByText('508 in use + 4 promised = 512 pages = 1 GiB')).toBeVisible();
    expect(screen.getByText('Total − Free alone would say 508 pages = 1,016 MiB: 8 MiB too little.')).toBeVisible();
    expect(screen.getByText(/^One box is 50 pages of 2 MiB/)).toBeVisible();
    expect(button(/how-to’s example/)).toHaveAttribute('aria-pressed', 'true');
    await press('VM A touches 4 more pages');
    expect(screen.getByText('512 in use + 0 promised = 512 pages = 1 GiB')).toBeVisible();
  });

  it('says that this machine has no pool to load', () => {
    expect(screen.getByText('This machine has no pool of 2 MiB pages yet.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /this machine’s pool/ })).toBeNull();
  });

  it('goes on in Chinese where it was', async () => {
    await press('Start VM A');
    language.wish = 'zh-CN';
    await screen.findByRole('button', { name: '虚拟机 A 退出' });
    const { say } = translatorFor('zh-CN');
    expect(told()).toBe(say(message('figure.counters.done.promised', { vm: 'A', count: 12 })));
    expect(counters()).toEqual(['20', '20', '12', '0']);
  });
});

describe('CounterFigure, on a machine with a pool', () => {
  it('shows the machine’s counters and lets them be tried out', async () => {
    await show(howToHost);
    const machine = screen.getByRole('heading', { name: 'This machine now' }).parentElement ?? document.body;
    expect(
      within(machine)
        .getAllByRole('definition')
        .map(({ textContent }) => textContent),
    ).toEqual(['2,050', '1,542', '4', '0']);
    await press('this machine’s pool: 2,050 pages');
    expect(counters()).toEqual(['2,050', '1,542', '4', '0']);
    expect(told()).toContain('changes nothing on the machine');
    await press('VM A ends');
    expect(counters()).toEqual(['2,050', '2,050', '0', '0']);
  });

  it('has one size of VM where the pool is too small for two', async () => {
    await show(withPool(desktop(), 2_048, { persistentPages: 1 }));
    await press('this machine’s pool: 1 page');
    expect(screen.queryByRole('radio')).toBeNull();
    await press('Start VM A with preallocation', 'Start VM B');
    expect(told()).toContain('only 0 pages are free');
  });
});
