import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import ByHand from '../../../renderer/src/widgets/ByHand.svelte';
import { freshHost } from '../../fakes/machine';
import { guideOn, PLAN_ID, planOn } from '../guide-on';

describe('ByHand', () => {
  it('gives the same text to copy, the line to run, and looks whether it ran', async () => {
    const { guide, calls } = await guideOn(freshHost, { readRun: () => null, copy: () => undefined });
    render(ByHand, { guide, plan: planOn(freshHost) });
    const items = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(items).toHaveLength(3);
    expect(items[1]).toMatch(/sudo sh\s+Why so\?/);
    await userEvent.click(screen.getByRole('button', { name: 'Copy the text' }));
    expect(calls).toContainEqual(['copy', { plan: PLAN_ID, part: 'root-text' }]);
    expect(calls).toContainEqual(['readRun']);
  });
});
