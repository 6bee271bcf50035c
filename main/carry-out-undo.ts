import type { RevertOutcome } from '../common/script/reading';
import type { UndoOutcome } from '../common/undo/judge-undo';
import type { PreparedUndo, UndoEnd } from '../common/undo/prepare-undo';
import type { UndoPlan } from '../common/undo/undo-plan';

/** How an undo is done: by the command line, by the window, or by a test. */
export interface CarryOutEffects {
  readonly applyUndo: (plan: UndoPlan, rootText: string) => Promise<UndoOutcome>;
  readonly revertScript: (path: string) => RevertOutcome;
}

/** Root's part first; scripts of the person's own only where that was done, so that a declined password changes nothing. */
export async function carryOutUndo(
  { plan, rootText, scripts }: PreparedUndo,
  { applyUndo, revertScript }: CarryOutEffects,
): Promise<UndoEnd> {
  const outcome = plan === null ? null : await applyUndo(plan, rootText);
  const isRootDone = outcome === null || 'checks' in outcome;
  return { outcome, scripts: isRootDone ? scripts.map((path) => ({ path, outcome: revertScript(path) })) : [] };
}
