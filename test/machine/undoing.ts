import type { UndoOutcome } from '../../common/undo/judge-undo';
import type { UndoWish } from '../../common/undo/make-undo';
import type { UndoPlan, UndoResult } from '../../common/undo/undo-plan';
import { renderUndoScript } from '../../common/undo/undo-script';
import { readUndoFacts } from '../../main/journal';
import { newPlanId } from '../../main/plan-id';
import { applyUndo, planUndo } from '../../main/undo';

/** The undo for the machine as it is now. */
export function undoResult(wish: UndoWish = { kind: 'all' }): UndoResult {
  return planUndo(readUndoFacts(), wish, newPlanId(new Date()));
}

/** The same, where it has to be there. */
export function undoPlan(wish?: UndoWish): UndoPlan {
  const result = undoResult(wish);
  if (result.kind === 'plan') return result.plan;
  throw new Error(`refused: ${result.refusals.map(({ id }) => id).join(', ')}`);
}

/** Undoes as the program does, as root already. */
export async function undoNow(wish?: UndoWish): Promise<UndoOutcome> {
  return carryOut(undoPlan(wish));
}

export function carryOut(plan: UndoPlan): Promise<UndoOutcome> {
  return applyUndo(plan, renderUndoScript(plan));
}
