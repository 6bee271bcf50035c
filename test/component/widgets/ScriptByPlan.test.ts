import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Guide } from '../../../renderer/src/state/guide.svelte';
import ScriptByPlan from '../../../renderer/src/widgets/ScriptByPlan.svelte';
import { freshHost } from '../../fakes/machine';
import { PATCH, scriptReading, WIN7 } from '../../fakes/script';
import { guideOn } from '../guide-on';

async function open(): Promise<Guide> {
  const { guide } = await guideOn(freshHost, {
    readRecentScripts: () => [],
    readScript: () => scriptReading({ script: WIN7, access: { kind: 'by-plan' } }),
  });
  guide.go('script');
  await guide.scripts.pick(WIN7);
  return guide;
}

describe('ScriptByPlan', () => {
  it('explains that root is needed, adds the change to the plan and goes to Review', async () => {
    const guide = await open();
    render(ScriptByPlan, { guide });
    expect(screen.getByText('Only root may change this script')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Add it to the plan' }));
    expect([guide.step, guide.sizing.patch]).toEqual(['review', PATCH]);
  });

  it('shows that the change is in the plan, and takes it out again', async () => {
    const guide = await open();
    guide.scripts.addToPlan();
    render(ScriptByPlan, { guide });
    expect(screen.getByText('The change is in the plan.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Take it out of the plan' }));
    expect(guide.sizing.patch).toBeNull();
    expect(await screen.findByRole('button', { name: 'Add it to the plan' })).toBeInTheDocument();
  });

  it('leads to Review once it is in the plan', async () => {
    const guide = await open();
    guide.scripts.addToPlan();
    render(ScriptByPlan, { guide });
    await userEvent.click(screen.getByRole('button', { name: 'Go on to Review' }));
    expect(guide.step).toBe('review');
  });

  it('says what has to be done first while Review is closed', async () => {
    const guide = await open();
    guide.sizing.typeGuest('四');
    render(ScriptByPlan, { guide });
    const add = screen.getByRole('button', { name: 'Add it to the plan' });
    expect(add).toHaveAttribute('aria-disabled', 'true');
    expect(add).toHaveAccessibleDescription('Enter the VM’s memory in Size first.');
    await userEvent.click(add);
    expect([guide.step, guide.sizing.patch]).toEqual(['script', null]);
  });
});
