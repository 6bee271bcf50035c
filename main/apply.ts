import { judgeOutcome } from '../common/judge-outcome';
import type { Elevation, Outcome } from '../common/outcome';
import type { Plan } from '../common/plan';
import type { ScriptEdit } from '../common/script/script-edit';
import type { HostSnapshot } from '../common/snapshot';
import { elevate } from './elevate';
import { readHost } from './kernel';
import { keepOriginal } from './scripts/keep-original';

export interface ApplyRequest {
  readonly plan: Plan;
  /** The text that was shown for this plan. */
  readonly rootText: string;
}

/** What an apply needs from outside; tests hand in their own. */
export interface ApplyEffects {
  readonly readHost: () => HostSnapshot;
  readonly elevate: (rootText: string, host: HostSnapshot) => Promise<Elevation>;
  /** Before root changes a start script. */
  readonly keepOriginal: (edit: ScriptEdit) => void;
}

const REAL_EFFECTS: ApplyEffects = {
  readHost: () => readHost(),
  elevate: (rootText, { prompt, user }) => elevate(rootText, prompt, user.isRoot),
  keepOriginal: (edit) => {
    keepOriginal(edit, new Date());
  },
};

/** Runs a shown plan with one prompt and reads the machine again to say what came of it. */
export async function applyPlan(
  { plan, rootText }: ApplyRequest,
  effects: ApplyEffects = REAL_EFFECTS,
): Promise<Outcome> {
  for (const step of plan.steps) {
    if (step.kind === 'script' && step.state === 'todo') effects.keepOriginal(step.edit);
  }
  const elevation = await effects.elevate(rootText, effects.readHost());
  return judgeOutcome(plan, elevation, effects.readHost());
}
