import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import '../../../common/text/history-texts';
import UndoStepRow from '../../../renderer/src/history/UndoStepRow.svelte';
import { AS_IT_WAS, KEPT } from '../../fakes/history';
import { undoFor, undoStep } from '../../fakes/undo';
import type { UndoPlan, UndoStep } from '../../../common/undo/undo-plan';

function show(plan: UndoPlan, kind: UndoStep['kind']): string {
  const step = undoStep(plan, kind);
  if (step === undefined) throw new Error('no such step');
  render(UndoStepRow, { step });
  return screen.getByRole('listitem').textContent.replace(/\s+/g, ' ').trim();
}

describe('UndoStepRow', () => {
  it('says what will be put back, and how exact', () => {
    expect(show(undoFor(), 'fstab')).toBe(
      'Put /etc/fstab back will be put back Byte for byte as it was, with its owner and permissions.',
    );
  });
  it('says why a step is left out', () => {
    expect(show(undoFor(KEPT), 'pool')).toMatch(/stays as it is The pool was set to 2,050 pages here, .* 1,024 since/);
  });
  it('says that something is as it was', () => {
    expect(show(undoFor(AS_IT_WAS), 'group')).toBe('Remove the group kvm is as it was');
  });
});
