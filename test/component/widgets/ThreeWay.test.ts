import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import ThreeWay from '../../../renderer/src/widgets/ThreeWay.svelte';
import { CONFLICT } from '../../fakes/script';

describe('ThreeWay', () => {
  it('shows each place three ways, with what each of them is', () => {
    render(ThreeWay, { parts: CONFLICT });
    const place = within(screen.getByRole('region', { name: 'Line 6' }));
    expect(place.getAllByRole('term').map(({ textContent }) => textContent)).toEqual([
      'Before the patch',
      'As the patch made it',
      'As it is now',
    ]);
    expect(place.getAllByRole('definition').map(({ textContent }) => textContent.trim())).toEqual([
      '-m 4G \\',
      '-m 4G -mem-path /dev/hugepages \\',
      '-m 6G -mem-path /dev/hugepages \\',
    ]);
  });

  it('says so where there is no line any more', () => {
    render(ThreeWay, { parts: CONFLICT });
    const place = within(screen.getByRole('region', { name: 'Line 12' }));
    expect(place.getAllByRole('definition')[2]).toHaveTextContent('no line');
  });
});
