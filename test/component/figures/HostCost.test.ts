import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import HostCost from '../../../renderer/src/figures/HostCost.svelte';
import { withPool } from '../../fakes/host';
import { freshHost } from '../../fakes/machine';

const GIB = 1_048_576;
const props = { snapshot: freshHost, totalKiB: 16_303_412, pageKiB: 2_048, guestKiB: 4 * GIB };
/** The slider's value is a status as well, and stands before it. */
const tale = () => screen.getAllByRole('status').at(-1) ?? document.body;
const slider = () => screen.getByRole('slider', { name: 'Size of the pool' });
const picture = () => screen.getByRole('img', { name: /^All memory of this machine: 15.55 GiB/ });

describe('HostCost', () => {
  it('begins with a pool for the VM so far and says what is left', () => {
    render(HostCost, props);
    expect(slider()).toHaveAttribute('aria-valuetext', '4 GiB');
    expect(picture()).toHaveAccessibleName(/In the pool: 4 GiB; .* left for everything else: 11.55 GiB/);
    expect(screen.getByText('Left for everything else').nextElementSibling).toHaveTextContent('11.55 GiB');
    expect(screen.getByText('other programs and the kernel hold 3.27 GiB now')).toBeInTheDocument();
    expect(screen.getByText('2,048 pages')).toBeInTheDocument();
    expect(screen.getByText('VMs at the same time').nextElementSibling).toHaveTextContent(/^1$/);
  });

  it('says that the pool is gone even while no VM runs', async () => {
    render(HostCost, props);
    expect(tale()).toHaveTextContent(
      'No VM runs, and still nobody else can use these 4 GiB. Everything else shares 11.55 GiB.',
    );
    await userEvent.click(screen.getByRole('radio', { name: 'A VM runs' }));
    expect(tale()).toHaveTextContent(/^The VM has up to 4 GiB to itself/);
  });

  it('goes from nothing to all memory, and says where this program would refuse and why', async () => {
    render(HostCost, props);
    slider().focus();
    await userEvent.keyboard('{Home}');
    expect(slider()).toHaveAttribute('aria-valuetext', '0 KiB');
    expect(tale()).toHaveTextContent(/^No pool: all 15.55 GiB are there for every program/);
    await userEvent.keyboard('{End}');
    expect(slider()).toHaveAttribute('aria-valuetext', '15.55 GiB');
    expect(tale()).toHaveTextContent(/^Nothing would be left to run on/);
    await userEvent.keyboard('{ArrowLeft}'.repeat(8));
    expect(tale()).toHaveTextContent(
      /^Here this program refuses: of the 1.94 GiB .* only 945.3 MiB would be left. When memory runs out, the kernel ends/,
    );
    expect(screen.getByText('Taken from the host’s reserve')).toBeInTheDocument();
    expect(screen.getByText('limit 13.6 GiB')).toBeInTheDocument();
    await userEvent.keyboard('{ArrowLeft}'.repeat(16));
    expect(tale()).toHaveTextContent(/^It would fit, but not at this moment/);
  });

  it('counts pools of other page sizes', () => {
    render(HostCost, { ...props, snapshot: withPool(freshHost, GIB, { persistentPages: 2 }) });
    expect(screen.getByText('Other pools').nextElementSibling).toHaveTextContent('2 GiB');
    expect(screen.getByText('Left for everything else').nextElementSibling).toHaveTextContent('9.55 GiB');
  });
});
