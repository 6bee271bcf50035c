import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { message } from '../../../common/message';
import RefusalList from '../../../renderer/src/widgets/RefusalList.svelte';

describe('RefusalList', () => {
  it('lists everything that stands in the way at once', () => {
    render(RefusalList, {
      refusals: [
        { id: 'memory-unknown', text: message('refusal.memory-unknown') },
        { id: 'generated-by-nixos', text: message('refusal.generated-by-nixos') },
      ],
    });
    expect(screen.getByRole('status')).toHaveTextContent('This cannot be planned as it is');
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });

  it('is silent where nothing does', () => {
    render(RefusalList, { refusals: [] });
    expect(screen.getByRole('status')).toHaveTextContent('');
  });
});
