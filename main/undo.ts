import type { PlanId } from '../common/plan';
import type { Elevation } from '../common/outcome';
import type { HostSnapshot } from '../common/snapshot';
import { judgeUndo, type UndoOutcome } from '../common/undo/judge-undo';
import { makeUndo, type UndoWish } from '../common/undo/make-undo';
import type { UndoFacts } from '../common/undo/undo-facts';
import type { UndoPlan, UndoResult } from '../common/undo/undo-plan';
import { elevate } from './elevate';
import { readUndoFacts } from './journal';
import { sha256OfLatin1 } from './scripts/sha256';

/** The undo that is wished for, planned from the journal and the machine as they are. Changes nothing. */
export function planUndo(facts: UndoFacts, wish: UndoWish, id: PlanId): UndoResult {
  return makeUndo(facts, wish, id, sha256OfLatin1);
}

/** What an undo needs from outside; tests hand in their own. */
export interface UndoEffects {
  readonly readFacts: () => UndoFacts;
  readonly elevate: (rootText: string, host: HostSnapshot) => Promise<Elevation>;
}

const REAL_EFFECTS: UndoEffects = {
  readFacts: () => readUndoFacts(),
  elevate: (rootText, { prompt, user }) => elevate(rootText, prompt, user.isRoot),
};

/** Runs the text that was shown for an undo with one prompt, and compares the machine with what it was before. */
export async function applyUndo(plan: UndoPlan, rootText: string, effects = REAL_EFFECTS): Promise<UndoOutcome> {
  const elevation = await effects.elevate(rootText, effects.readFacts().host);
  return judgeUndo(plan, elevation, effects.readFacts());
}
