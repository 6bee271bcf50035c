import { render } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import PageMark from '../../../renderer/src/widgets/PageMark.svelte';

describe('PageMark', () => {
  it('is decoration of the given size', () => {
    const { container } = render(PageMark, { size: 20 });
    expect(container.querySelector('svg')).toHaveAttribute('aria-hidden', 'true');
    expect(container.querySelector('svg')).toHaveAttribute('width', '20');
  });
});
