import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Pool } from '../../../common/snapshot';
import PoolNumbers from '../../../renderer/src/widgets/PoolNumbers.svelte';

const POOL: Pool = {
  pageKiB: 1_048_576,
  persistentPages: 6,
  totalPages: 8,
  freePages: 3,
  reservedPages: 1,
  surplusPages: 2,
  overcommitPages: 0,
  nodes: [],
};

describe('PoolNumbers', () => {
  it('measures in use and promised together, against the whole pool', () => {
    render(PoolNumbers, { pool: POOL });
    const meter = screen.getByRole('meter', { name: 'Pool of 1 GiB pages' });
    expect(meter).toHaveAttribute('aria-valuenow', '6');
    expect(meter).toHaveAttribute('aria-valuemax', '8');
    expect(meter).toHaveAttribute('aria-valuetext', '6 of 8 pages in use or promised');
  });

  it('explains each of the kernel’s counters in words', () => {
    render(PoolNumbers, { pool: POOL });
    const terms = screen.getAllByRole('term').map((term) => term.textContent.replace(/\s+/g, ' '));
    expect(terms[0]).toBe('HugePages_Total the whole pool');
    expect(terms[3]).toBe('HugePages_Surp above the size asked for');
    expect(screen.getAllByRole('definition').map((value) => value.textContent)).toEqual(['8', '3', '1', '2']);
  });
});
