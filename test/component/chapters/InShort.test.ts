import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import InShort from '../../../renderer/src/chapters/InShort.svelte';
import { withFacts } from '../../fakes/host';
import { freshHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

const verdict = () =>
  screen.getByRole('heading', { level: 2, name: 'Whether you need it' }).parentElement ?? document.body;

describe('InShort', () => {
  it('says in four sentences what it is, why a VM likes it, what it costs, and whether one needs it', async () => {
    const { guide } = await guideOn(freshHost);
    render(InShort, { guide });
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent.trim())).toEqual([
      '1What it is',
      '2Why a VM likes it',
      '3What it costs',
      '4Whether you need it',
      'What comes next',
      'Where this is written',
    ]);
    expect(
      screen.getByText(/^A huge page is 2 MiB of memory in one piece.* 512 ordinary pages of 4 KiB\.$/),
    ).toBeVisible();
    expect(screen.getByText('For a VM of 4 GiB: 4 GiB of 15.55 GiB')).toBeInTheDocument();
  });

  it('has the verdict for this machine and the VM chosen so far', async () => {
    const { guide } = await guideOn(freshHost);
    guide.sizing.typeGuest('6 GiB');
    guide.need.runsEvenly = true;
    render(InShort, { guide });
    expect(verdict()).toHaveTextContent('Yes: here a pool is worth the 6 GiB it takes.');
    expect(verdict()).toHaveTextContent(
      'Reckoned with a VM of 6 GiB on this machine of 15.55 GiB; transparent huge pages: madvise.',
    );
    expect(within(screen.getByRole('list', { name: 'Speaks against it' })).getAllByRole('listitem')).toHaveLength(1);
  });

  it('says what it counted where there are several VMs and the mode is not shown', async () => {
    const { guide } = await guideOn(withFacts(freshHost, { transparent: { mode: null } }));
    guide.need.guests = 2;
    render(InShort, { guide });
    expect(verdict()).toHaveTextContent('Reckoned with 2 VMs of 4 GiB on this machine of 15.55 GiB');
    expect(verdict()).toHaveTextContent('transparent huge pages: not shown.');
  });

  it.each([
    ['More in “The smallest unit”', 'pages'],
    ['More in “Finding memory”', 'finding'],
    ['More in “The price”', 'costs'],
    ['Change what it is based on', 'two-kinds'],
  ])('leads back by “%s”', async (name, chapter) => {
    const { guide } = await guideOn(freshHost);
    guide.chapter = 'in-short';
    render(InShort, { guide });
    await userEvent.click(screen.getByRole('button', { name }));
    expect(guide.chapter).toBe(chapter);
  });

  it('has no verdict without knowing the machine, and says why', async () => {
    const { guide } = await guideOn(withFacts(freshHost, { memory: { totalKiB: null } }));
    render(InShort, { guide });
    expect(verdict()).toHaveTextContent('This machine does not say how much memory it has, so there is no verdict.');
  });
});
