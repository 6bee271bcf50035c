import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { ScriptAccess } from '../../../common/script/reading';
import ScriptChange from '../../../renderer/src/widgets/ScriptChange.svelte';
import { freshHost } from '../../fakes/machine';
import { FAULTS, PATCH, scriptReading, WIN10 } from '../../fakes/script';
import { guideOn } from '../guide-on';

async function show(access: ScriptAccess): Promise<() => void> {
  const reading = scriptReading({ access });
  const { guide } = await guideOn(freshHost, {
    readRecentScripts: () => [],
    readScript: () => reading,
    patchScript: () => ({ kind: 'patched' }),
  });
  await guide.scripts.pick(WIN10);
  const patched = vi.fn();
  render(ScriptChange, { guide, reading, patch: PATCH, patched });
  return patched;
}

describe('ScriptChange', () => {
  it('lets the person’s own script be patched with one click, and says so before', async () => {
    const patched = await show({ kind: 'direct' });
    expect(screen.getByText(/^One click, no password/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Patch the script' }));
    expect(patched).toHaveBeenCalledOnce();
  });

  it('takes root’s script into the plan instead', async () => {
    await show({ kind: 'by-plan' });
    expect(screen.getAllByRole('button').map((button) => button.textContent.trim())).toEqual(['Add it to the plan']);
  });

  it('has nothing to click where nobody should change the script, but shows the change', async () => {
    await show({ kind: 'none', fault: FAULTS['unsafe-folder'] });
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(screen.getByText(/others may write to \/srv\/shared/)).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Lines 1 to 5' })).toBeInTheDocument();
  });
});
