import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import ByHand from '../../../renderer/src/widgets/ByHand.svelte';
import { freshHost } from '../../fakes/machine';
import { guideOn, PLAN_ID } from '../guide-on';

describe('ByHand', () => {
  it('gives the same text to copy, the line to run, and looks whether it ran', async () => {
    const { guide, calls } = await guideOn(freshHost, { copy: () => undefined });
    const look = vi.fn(() => Promise.resolve());
    render(ByHand, { guide, plan: PLAN_ID, look });
    const items = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(items).toHaveLength(3);
    expect(items[1]).toMatch(/sudo sh\s+Why so\?/);
    await userEvent.click(screen.getByRole('button', { name: 'Copy the text' }));
    expect(calls).toContainEqual(['copy', { plan: PLAN_ID, part: 'root-text' }]);
    expect(look).toHaveBeenCalled();
  });
});
