import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import KindsTable from '../../../renderer/src/figures/KindsTable.svelte';

const NOTES = ['hugetlbpage', 'transhuge', 'transhuge-design', 'reservation', 'qemu-options', 'qemu-memory'] as const;

describe('KindsTable', () => {
  it('is a table with both kinds as columns and a question as the head of each row', () => {
    render(KindsTable, { notes: NOTES });
    const table = screen.getByRole('table', { name: 'Side by side' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['Pool', 'Transparent']);
    expect(within(table).getAllByRole('rowheader')).toHaveLength(7);
    const row = within(table).getByRole('row', { name: /^Where are they counted\?/ });
    expect(within(row).getAllByRole('cell')[1]).toHaveTextContent('In AnonHugePages, never in HugePages_* or Hugetlb.');
  });

  it('says for each answer where it is written', () => {
    render(KindsTable, { notes: NOTES });
    for (const row of screen.getAllByRole('row').slice(1)) {
      for (const cell of within(row).getAllByRole('cell')) {
        expect(within(cell).getAllByRole('link', { name: /^Note [1-6]: / })[0]).toBeInTheDocument();
      }
    }
  });
});
