import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { SourceId } from '../../../common/sources';
import NeedFigure from '../../../renderer/src/figures/NeedFigure.svelte';
import { withFacts } from '../../fakes/host';
import { freshHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

const NOTES: readonly SourceId[] = ['hugetlbpage', 'transhuge', 'qemu-memory', 'hibernation'];
const verdict = () => screen.getByRole('status');
const reasons = (name: string) =>
  within(screen.getByRole('list', { name }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent.trim());

async function show(host = freshHost) {
  const { guide } = await guideOn(host);
  render(NeedFigure, { guide, notes: NOTES });
  return guide;
}

describe('NeedFigure', () => {
  it('gives its verdict on the VM as it stands, with reasons both ways and the facts it rests on', async () => {
    await show();
    expect(verdict()).toHaveTextContent(
      'Worth a try: it takes 4 GiB, and you can give them back if you notice nothing.',
    );
    expect(reasons('Speaks for a pool')[0]).toMatch(/^Certainty: the pages are there when the VM starts/);
    expect(reasons('Speaks against it')[0]).toMatch(
      /^Transparent huge pages are on here .* \(madvise\), and QEMU asks/,
    );
    expect(screen.getByText(/^Read from this machine: 15.55 GiB of memory/)).toBeInTheDocument();
  });

  it('follows what the person says', async () => {
    await show();
    await userEvent.click(screen.getByRole('checkbox', { name: 'It must run evenly' }));
    expect(verdict()).toHaveTextContent('Yes: here a pool is worth the 4 GiB it takes.');
    await userEvent.click(screen.getByRole('checkbox', { name: 'This computer hibernates' }));
    expect(verdict()).toHaveTextContent(/^Worth a try/);
    expect(reasons('Speaks against it').at(-1)).toMatch(/^Hibernation copies memory to disk/);
    await userEvent.click(screen.getByRole('radio', { name: '4' }));
    expect(verdict()).toHaveTextContent('Not like this: 16 GiB are more than the 13.6 GiB this machine can give.');
    expect(screen.getByRole('slider', { name: 'Memory of each VM' })).toBeInTheDocument();
  });

  it('takes the memory chosen here along to Size', async () => {
    const guide = await show();
    const slider = screen.getByRole('slider', { name: 'Memory of the VM' });
    expect(slider).toHaveAttribute('aria-valuetext', '4 GiB');
    slider.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(slider).toHaveAttribute('aria-valuetext', '4.25 GiB');
    expect(guide.sizing.guestText).toBe('4.25 GiB');
    await userEvent.keyboard('{Home}');
    expect(guide.sizing.guestKiB).toBe(262_144);
    expect(verdict()).toHaveTextContent('Hardly: you can do without a pool and keep the 256 MiB.');
  });

  it('judges a machine without transparent huge pages otherwise, and one that does not say', async () => {
    await show(withFacts(freshHost, { transparent: { mode: 'never' } }));
    expect(verdict()).toHaveTextContent(/^Yes: /);
    expect(reasons('Speaks for a pool')[0]).toMatch(/^Transparent huge pages are off here/);
  });

  it('says so where the mode is not shown', async () => {
    await show(withFacts(freshHost, { transparent: { mode: null } }));
    expect(screen.getByText(/It does not say how transparent huge pages are set/)).toBeInTheDocument();
  });

  it('gives no verdict without knowing the memory, and says that', async () => {
    await show(withFacts(freshHost, { memory: { totalKiB: null } }));
    expect(screen.queryByRole('slider')).not.toBeInTheDocument();
    expect(screen.getByText(/so there is no verdict\.$/)).toBeInTheDocument();
  });
});
