import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { message } from '../../../common/message';
import GuestField from '../../../renderer/src/widgets/GuestField.svelte';
import { freshHost, win7 } from '../../fakes/machine';
import { guideOn } from '../guide-on';

describe('GuestField', () => {
  it('slides in steps of 256 MiB up to what the machine can give', async () => {
    const { guide } = await guideOn(freshHost);
    render(GuestField, { sizing: guide.sizing, error: null });
    const slider = screen.getByRole('slider', { name: 'VM memory, slider' });
    expect(slider).toHaveAttribute('aria-valuemax', String(13.5 * 1_048_576));
    slider.focus();
    await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(guide.sizing.guestKiB).toBe(1_310_720);
    expect(slider).toHaveAttribute('aria-valuetext', '1.25 GiB');
    expect(screen.getByRole('textbox', { name: 'VM memory' })).toHaveValue('1.25 GiB');
    await userEvent.keyboard('{End}');
    expect(guide.sizing.guestKiB).toBe(13.5 * 1_048_576);
  });

  it.each(['4096', '3000', '900 GiB', '1000 MiB'])('lets %s be typed letter by letter', async (typed) => {
    const { guide } = await guideOn(freshHost);
    render(GuestField, { sizing: guide.sizing, error: null });
    const field = screen.getByRole('textbox', { name: 'VM memory' });
    await userEvent.clear(field);
    await userEvent.type(field, typed);
    expect(field).toHaveValue(typed);
  });

  it('keeps the VM that the size was taken from', async () => {
    const { guide } = await guideOn(freshHost);
    guide.sizing.takeFrom({ ...win7, guestKiB: 1_024_000 });
    render(GuestField, { sizing: guide.sizing, error: null });
    expect(screen.getByRole('textbox', { name: 'VM memory' })).toHaveValue('1000 MiB');
    expect(guide.sizing.guestPid).toBe(win7.pid);
  });

  it('says what the machine can give and, when there is one, the error', async () => {
    const { guide } = await guideOn(freshHost);
    const error = message('size.guest.not-a-size', { typed: '四' });
    render(GuestField, { sizing: guide.sizing, error });
    const field = screen.getByRole('textbox', { name: 'VM memory' });
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/“四” is not a memory size.*up to 13.6 GiB/);
  });

  it('has no slider to move where nothing can be given', async () => {
    const { guide } = await guideOn({ ...freshHost, memory: { ...freshHost.memory, totalKiB: null } });
    render(GuestField, { sizing: guide.sizing, error: null });
    expect(screen.getByRole('slider')).toHaveAttribute('aria-disabled', 'true');
  });
});
