import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { CopyTarget } from '../../../common/contract';
import type { ScriptAccess } from '../../../common/script/reading';
import ScriptChange from '../../../renderer/src/widgets/ScriptChange.svelte';
import { freshHost } from '../../fakes/machine';
import { FAULTS, PATCH, scriptReading, WIN10 } from '../../fakes/script';
import { guideOn } from '../guide-on';

async function show(access: ScriptAccess, copy: (what: CopyTarget) => void = vi.fn()): Promise<() => void> {
  const reading = scriptReading({ access });
  const { guide } = await guideOn(freshHost, {
    readRecentScripts: () => [],
    readScript: () => reading,
    patchScript: () => ({ kind: 'patched' }),
    copy,
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

  it('offers the changed line to who would rather type it in, whoever may write the script', async () => {
    for (const access of [
      { kind: 'direct' },
      { kind: 'by-plan' },
      { kind: 'none', fault: FAULTS['unsafe-folder'] },
    ] as const) {
      const copy = vi.fn();
      await show(access, copy);
      await userEvent.click(screen.getByRole('button', { name: 'Copy the line instead' }));
      expect(copy).toHaveBeenCalledExactlyOnceWith({ part: 'patch-lines', patch: PATCH.id });
      cleanup();
    }
  });

  it('takes root’s script into the plan instead', async () => {
    await show({ kind: 'by-plan' });
    expect(screen.getAllByRole('button').map((button) => button.textContent.trim())).toEqual([
      'Add it to the plan',
      'Copy the line instead',
    ]);
  });

  it('has nothing that changes the script where nobody should change the script, but shows the change', async () => {
    await show({ kind: 'none', fault: FAULTS['unsafe-folder'] });
    expect(screen.getAllByRole('button').map((button) => button.textContent.trim())).toEqual(['Copy the line instead']);
    expect(screen.getByText(/others may write to \/srv\/shared/)).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Lines 1 to 5' })).toBeInTheDocument();
  });
});
