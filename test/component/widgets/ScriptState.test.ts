import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Guide } from '../../../renderer/src/state/guide.svelte';
import ScriptState from '../../../renderer/src/widgets/ScriptState.svelte';
import { freshHost } from '../../fakes/machine';
import { DECLINED_START, PATCHED, scriptReading, WIN10 } from '../../fakes/script';
import { guideOn, PLAN_ID } from '../guide-on';

async function show(reading: typeof PATCHED): Promise<Guide> {
  const { guide } = await guideOn(freshHost, {
    readRecentScripts: () => [],
    readScript: () => reading,
    revertScript: () => ({ kind: 'reverted', how: 'lifted' }),
  });
  await guide.scripts.pick(WIN10);
  render(ScriptState, { guide, reading, told: null });
  return guide;
}

describe('ScriptState', () => {
  it('says that a script needs nothing, and offers to take the program’s patch back', async () => {
    await show(PATCHED);
    expect(screen.getByText('There is nothing to change.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Take it back' }));
    expect(await screen.findByText(/only the patch was removed/)).toBeInTheDocument();
    expect(screen.queryByText('There is nothing to change.')).not.toBeInTheDocument();
    expect(document.activeElement).toHaveTextContent(/^Taken back/);
  });

  it('leads to the undo of the plan that patched a script of root’s', async () => {
    const guide = await show(
      scriptReading({ ...PATCHED, access: { kind: 'by-plan' }, canRevert: false, patchedBy: PLAN_ID }),
    );
    expect(screen.queryByRole('button', { name: 'Take it back' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Undo that plan…' }));
    expect([guide.page, guide.undoing.wish]).toEqual(['history', { kind: 'entry', id: PLAN_ID }]);
  });

  it('says nothing where a change waits or something is left as it is, and offers no way back where there is none', async () => {
    await show(scriptReading({ starts: [DECLINED_START], patch: null }));
    expect(document.body).toHaveTextContent(/^$/);
  });
});
