import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Readout from '../../../renderer/src/widgets/Readout.svelte';

describe('Readout', () => {
  it('pairs each number with what it is', () => {
    render(Readout, {
      rows: [
        { label: 'Pages', value: '2,048', isMain: true },
        { label: 'Left empty', value: '3.1 KiB', note: 'of 4 KiB' },
      ],
    });
    expect(screen.getAllByRole('term').map((term) => term.textContent)).toEqual(['Pages', 'Left empty']);
    expect(screen.getAllByRole('definition').map((value) => value.textContent)).toEqual([
      '2,048',
      '3.1 KiB',
      'of 4 KiB',
    ]);
  });
});
