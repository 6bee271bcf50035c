import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import VmPicker from '../../../renderer/src/widgets/VmPicker.svelte';
import { howToHost, win7 } from '../../fakes/machine';
import { guideOn } from '../guide-on';

describe('VmPicker', () => {
  it('starts with the VM described by hand and takes another one’s size on request', async () => {
    const { guide } = await guideOn(howToHost);
    render(VmPicker, { sizing: guide.sizing, vms: [win7] });
    expect(screen.getByRole('radio', { name: 'a VM that I describe here' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: 'Win7, running now with 1 GiB (process 4711)' }));
    expect(guide.sizing.guestText).toBe('1 GiB');
  });

  it('explains why a VM cannot be taken from', async () => {
    const { guide } = await guideOn(howToHost);
    render(VmPicker, { sizing: guide.sizing, vms: [{ ...win7, guestKiB: null }] });
    expect(screen.getByRole('radio', { name: /cannot be read, enter it below$/ })).toBeDisabled();
  });
});
