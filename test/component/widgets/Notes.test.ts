import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import Cited from '../../../renderer/src/widgets/Cited.svelte';
import Notes from '../../../renderer/src/widgets/Notes.svelte';
import { freshHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

const NOTES = ['concepts', 'hugetlbpage'] as const;

describe('Notes and Cited', () => {
  it('a claim leads to the note with its number', async () => {
    const { guide } = await guideOn(freshHost);
    const children = createRawSnippet(() => ({ render: () => '<span>Memory comes in pages.</span>' }));
    render(Cited, { notes: NOTES, by: ['hugetlbpage'], children });
    render(Notes, { guide, notes: NOTES });
    const mark = screen.getByRole('link', { name: 'Note 2: Linux kernel: HugeTLB Pages' });
    expect(mark).toHaveTextContent('2');
    const list = screen.getByRole('list', { name: 'Where this is written' });
    expect(list.querySelector(mark.getAttribute('href') ?? '')).toHaveTextContent('HugeTLB Pages');
  });

  it('a note opens its source in the browser, by name', async () => {
    const { guide, calls } = await guideOn(freshHost, { openSource: () => true });
    render(Notes, { guide, notes: NOTES });
    await userEvent.click(
      screen.getByRole('button', { name: 'Documentation/admin-guide/mm/concepts.rst Open in the browser' }),
    );
    expect(calls.at(-1)).toEqual(['openSource', 'concepts']);
  });

  it('shows the address where there is no browser to open it', async () => {
    const { guide } = await guideOn(freshHost, { openSource: () => false });
    render(Notes, { guide, notes: NOTES });
    await userEvent.click(screen.getByRole('button', { name: /^Documentation.*concepts/ }));
    expect(await screen.findByRole('status')).toHaveTextContent(
      'No browser could be opened. The address is https://docs.kernel.org/admin-guide/mm/concepts.html',
    );
  });
});
