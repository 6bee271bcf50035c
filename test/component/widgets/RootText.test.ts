import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import RootText from '../../../renderer/src/widgets/RootText.svelte';
import { freshHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

describe('RootText', () => {
  it('shows the text to the last byte, counts its lines and can be scrolled by keyboard', async () => {
    const { guide } = await guideOn(freshHost);
    const text = "set -u\nplan='x' # <b>&amp;</b>\n";
    render(RootText, { guide, plan: 'x', text });
    const region = screen.getByRole('region', { name: 'The exact text that runs as root' });
    expect(region.textContent).toBe(text);
    region.focus();
    expect(region).toHaveFocus();
    expect(screen.getByText('These 2 lines and nothing else.')).toBeInTheDocument();
  });
});
