import { render } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import StepMark from '../../../renderer/src/widgets/StepMark.svelte';

const SEEN_APART = ['waiting', 'running', 'done', 'failed', 'undone', 'left-out'] as const;

describe('StepMark', () => {
  it('can be told apart by shape alone, and leaves the word to the text beside it', () => {
    const shapes = SEEN_APART.map((progress) => {
      const { container, unmount } = render(StepMark, { progress });
      const svg = container.querySelector('svg');
      expect(svg).toHaveAttribute('aria-hidden', 'true');
      const shape = svg?.innerHTML;
      unmount();
      return shape;
    });
    expect(new Set(shapes).size).toBe(SEEN_APART.length);
  });
});
