import type { PlanPreview } from '../common/contract';
import { makePlan } from '../common/make-plan';
import type { Plan, PlanId } from '../common/plan';
import type { PlanRequest } from '../common/plan-request';
import { renderRootScript } from '../common/root-script';
import type { ScriptEdit } from '../common/script/script-edit';
import type { HostSnapshot } from '../common/snapshot';
import type { VmProcess } from '../common/vm';
import { Remembered } from './remembered';

export interface ShownPlan {
  readonly plan: Plan;
  readonly rootText: string;
}

/** The plans that were shown, with their text. */
export class ShownPlans {
  readonly #plans = new Remembered<ShownPlan>();

  /** Makes the plan for a request, with a patch if there is one for it, and with its root text; remembers it. */
  preview(
    snapshot: HostSnapshot,
    vms: readonly VmProcess[],
    request: PlanRequest,
    id: PlanId,
    edit: ScriptEdit | null,
  ): PlanPreview {
    const result = makePlan(snapshot, vms, request, id, edit);
    if (result.kind === 'refused') return { ...result, rootText: '' };
    const rootText = renderRootScript(result.plan);
    this.#plans.keep(id, { plan: result.plan, rootText });
    return { ...result, rootText };
  }

  /** The plan as it was shown; undefined when it never was or is long forgotten. */
  find(id: PlanId): ShownPlan | undefined {
    return this.#plans.find(id);
  }
}
