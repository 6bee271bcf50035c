import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import Size from '../../../renderer/src/guide/Size.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import { freshHost, hostWithPool, howToHost, win7 } from '../../fakes/machine';
import { scriptReading, startFacts, WIN10 } from '../../fakes/script';
import { guideOn, readingOf } from '../guide-on';

function memoryField(): HTMLElement {
  return screen.getByRole('textbox', { name: 'VM memory' });
}

describe('Size', () => {
  it('offers 4 GiB with 2050 pages, and shows what that takes of the machine', async () => {
    const { guide } = await guideOn(freshHost);
    render(Size, { guide });
    expect(memoryField()).toHaveValue('4 GiB');
    expect(
      screen.getByRole('radio', { name: /^A little above .* 2,050 pages 4 GiB, 4 MiB more than the VM$/ }),
    ).toBeChecked();
    expect(screen.getByRole('radio', { name: /^Exact .* 2,048 pages 4 GiB$/ })).not.toBeChecked();
    expect(screen.getByRole('radio', { name: /^Double the VM .* 4,096 pages 8 GiB, 4 GiB more/ })).not.toBeChecked();
    const meter = screen.getByRole('meter', { name: 'Memory set aside for huge pages' });
    expect(meter).toHaveAttribute('aria-valuenow', String(2_050 * 2_048));
    expect(meter).toHaveAttribute('aria-valuemax', '16303412');
    expect(meter).toHaveAttribute('aria-valuetext', '4 GiB of 15.55 GiB');
  });

  it('moves pages and memory along with the slider', async () => {
    const { guide } = await guideOn(freshHost);
    render(Size, { guide });
    const slider = screen.getByRole('slider', { name: 'VM memory, slider' });
    slider.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(memoryField()).toHaveValue('4.5 GiB');
    expect(slider).toHaveAttribute('aria-valuetext', '4.5 GiB');
    expect(screen.getByRole('radio', { name: /^A little above .* 2,310 pages/ })).toBeInTheDocument();
  });

  it.each([
    ['0', /^A VM cannot have “0” of memory/],
    ['-1', /^A VM cannot have “-1” of memory/],
    ['1e9G', /^“1e9G” is not a memory size/],
    ['四', /^“四” is not a memory size/],
    ['64G', /^The VM would have 64 GiB, but this machine has 15.55 GiB/],
    ['1M', /^A VM needs at least one whole page of 2 MiB/],
  ])('answers %s with its own sentence next to the field', async (typed, sentence) => {
    const { guide } = await guideOn(freshHost);
    render(Size, { guide });
    await userEvent.clear(memoryField());
    await userEvent.type(memoryField(), typed);
    expect(memoryField()).toBeInvalid();
    expect(memoryField()).toHaveAccessibleDescription(sentence);
  });

  it('says at once when the host would starve', async () => {
    const { guide } = await guideOn(freshHost);
    render(Size, { guide });
    await userEvent.clear(memoryField());
    await userEvent.type(memoryField(), '15G');
    expect(memoryField()).toBeValid();
    expect(screen.getByText(/would leave .* for everything else/)).toBeInTheDocument();
  });

  it('takes the size from a running VM', async () => {
    const blind = { ...win7, pid: 5_000, name: 'blind', guestKiB: null };
    const { guide } = await guideOn(howToHost, { readHost: () => readingOf(howToHost, [win7, blind]) });
    render(Size, { guide });
    await userEvent.click(screen.getByRole('radio', { name: 'Win7, running now with 1 GiB (process 4711)' }));
    expect(memoryField()).toHaveValue('1 GiB');
    expect(guide.sizing.guestPid).toBe(4_711);
    expect(screen.getByRole('radio', { name: /^blind .* cannot be read/ })).toBeDisabled();
    await userEvent.click(screen.getByRole('radio', { name: 'a VM that I describe here' }));
    expect(guide.sizing.guestPid).toBeNull();
  });

  it('takes a number of one’s own, and refuses one that is too small or none', async () => {
    const { guide } = await guideOn(freshHost);
    render(Size, { guide });
    await userEvent.click(screen.getByRole('radio', { name: /^A number of my own/ }));
    const field = screen.getByRole('textbox', { name: 'Number of pages' });
    expect(field).toHaveValue('2050');
    await userEvent.clear(field);
    await userEvent.type(field, '7');
    expect(field).toHaveAccessibleDescription(/needs 2,048 pages/);
    await userEvent.type(field, 'x');
    expect(field).toHaveAccessibleDescription(/^“7x” is not a number of pages/);
    expect(field).toBeInvalid();
  });

  it('lets the page size be chosen where the machine has several', async () => {
    const { guide } = await guideOn(freshHost);
    render(Size, { guide });
    expect(screen.getByRole('radio', { name: '2 MiB (default of this machine)' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: '1 GiB' }));
    expect(screen.getByRole('radio', { name: /^Exact .* 4 pages/ })).toBeInTheDocument();
  });

  it('takes the size from a start script', async () => {
    const { guide } = await guideOn(freshHost, {
      pickScript: () => WIN10,
      readRecentScripts: () => [],
      readScript: () => scriptReading({ starts: [startFacts({ guestKiB: 2_097_152 })] }),
    });
    render(Size, { guide });
    await userEvent.click(screen.getByRole('button', { name: 'Take it from the start script…' }));
    expect(await screen.findByText('Line 3: 2 GiB, so 1,030 pages')).toBeInTheDocument();
    expect(memoryField()).toHaveValue('2 GiB');
    expect(screen.getByRole('radio', { name: /^A little above .* 1,030 pages/ })).toBeChecked();
  });

  it('offers to give pages back only where the pool is larger than needed', async () => {
    const { guide } = await guideOn(freshHost);
    const { unmount } = render(Size, { guide });
    expect(screen.queryByRole('checkbox', { name: 'Give unused pages back' })).not.toBeInTheDocument();
    unmount();
    const large = await guideOn(hostWithPool({ persistentPages: 4_096, totalPages: 4_096, freePages: 4_096 }));
    render(Size, { guide: large.guide });
    await userEvent.click(screen.getByRole('checkbox', { name: 'Give unused pages back' }));
    expect(large.guide.sizing.plan).toMatchObject({ plan: { pool: { fromPages: 4_096, toPages: 2_050 } } });
  });

  it('keeps the pool after a restart unless told not to', async () => {
    const { guide } = await guideOn(freshHost);
    render(Size, { guide });
    const keep = screen.getByRole('checkbox', { name: 'Keep after a restart' });
    expect(keep).toBeChecked();
    await userEvent.click(keep);
    expect(guide.sizing.request?.isPersistent).toBe(false);
  });

  it('speaks Chinese, also when refusing', async () => {
    language.wish = 'zh-CN';
    const { guide } = await guideOn(freshHost);
    render(Size, { guide });
    const field = screen.getByRole('textbox', { name: '虚拟机内存' });
    await userEvent.clear(field);
    await userEvent.type(field, '四');
    expect(field).toHaveAccessibleDescription(/^“四”不是内存大小。/);
  });
});
