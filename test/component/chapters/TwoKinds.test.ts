import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import TwoKinds from '../../../renderer/src/chapters/TwoKinds.svelte';
import { withFacts } from '../../fakes/host';
import { freshHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

describe('TwoKinds', () => {
  it('has both kinds in a picture and a table, the question of need, and where it is written', async () => {
    const { guide } = await guideOn(freshHost);
    render(TwoKinds, { guide });
    expect(screen.getByRole('heading', { level: 1, name: 'Two things called huge' })).toHaveFocus();
    expect(screen.getByRole('figure', { name: 'The same VM, both ways' })).toBeInTheDocument();
    expect(screen.getByRole('table', { name: 'Side by side' })).toBeInTheDocument();
    expect(screen.getByRole('figure', { name: 'Do I need this?' })).toBeInTheDocument();
    expect(screen.getByText(/No percentage is promised here\.$/)).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Where this is written' })).toBeInTheDocument();
  });

  it.each([
    ['always', /^Transparent huge pages are on here \(always\): your VMs/],
    ['madvise', /^Transparent huge pages are on here for programs that ask \(madvise\), and QEMU asks: your VMs/],
    ['never', /^Transparent huge pages are off here \(never\), so VMs without a pool/],
    [null, /^This kernel does not say whether transparent huge pages are on\. Where they are,/],
  ] as const)('says what the mode %s means for VMs here', async (mode, sentence) => {
    const { guide } = await guideOn(withFacts(freshHost, { transparent: { mode } }));
    render(TwoKinds, { guide });
    const section = screen.getByRole('region', { name: 'What that means here' });
    expect(section.querySelector('p')?.textContent.trim()).toMatch(sentence);
  });

  it('waits for the machine to be read', async () => {
    const { guide } = await guideOn(freshHost);
    guide.host.snapshot = null;
    render(TwoKinds, { guide });
    expect(screen.getAllByText('Reading the machine…')).toHaveLength(3);
  });
});
