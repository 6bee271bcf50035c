import { render } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Light } from '../../../common/finding';
import LightIcon from '../../../renderer/src/widgets/LightIcon.svelte';

const LIGHTS: readonly Light[] = ['ok', 'hint', 'warning', 'problem'];

describe('LightIcon', () => {
  it('has a shape of its own for each light, and leaves the word to the text beside it', () => {
    const shapes = LIGHTS.map((light) => {
      const { container, unmount } = render(LightIcon, { light });
      const svg = container.querySelector('svg');
      expect(svg).toHaveAttribute('aria-hidden', 'true');
      const shape = svg?.innerHTML;
      unmount();
      return shape;
    });
    expect(new Set(shapes).size).toBe(LIGHTS.length);
  });
});
