import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import PoolChangeFigure from '../../../renderer/src/widgets/PoolChangeFigure.svelte';
import { hostWithPool } from '../../fakes/machine';
import { planOn } from '../guide-on';

describe('PoolChangeFigure', () => {
  it('shows the pool before and after in pages and memory, and what is left', () => {
    const plan = planOn(hostWithPool({ persistentPages: 512, totalPages: 512, freePages: 512 }));
    render(PoolChangeFigure, { plan });
    expect(screen.getAllByRole('definition').map((value) => value.textContent)).toEqual([
      '512',
      '1 GiB',
      '2,050',
      '4 GiB',
      '11.54 GiB',
      'at least 1.94 GiB are kept',
    ]);
  });
});
