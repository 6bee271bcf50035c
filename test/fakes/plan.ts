import { makePlan } from '../../common/make-plan';
import type { NoteId, Plan, Refusal, RefusalId, StepKind, StepOf } from '../../common/plan';
import { type PlanRequest, USUAL_WISHES } from '../../common/plan-request';
import type { ScriptEdit } from '../../common/script/script-edit';
import type { HostSnapshot } from '../../common/snapshot';
import type { VmProcess } from '../../common/vm';

export const PLAN_ID = '20261123T101500Z-1f6a09c2';
export const MIB = 1_024;
export const GIB = 1_048_576;

/** A 4 GiB VM on 2 MiB pages, a little above, kept for every boot: 2050 pages. */
export function request(overrides: Partial<PlanRequest> = {}): PlanRequest {
  return {
    guestKiB: 4 * GIB,
    pageKiB: 2_048,
    sizing: { kind: 'a-little-above' },
    isPersistent: true,
    givesBack: false,
    guestPids: [],
    wishes: USUAL_WISHES,
    ...overrides,
  };
}

/** The plan for this machine; a refusal is a failed test. */
export function planFor(
  host: HostSnapshot,
  asked: Partial<PlanRequest> = {},
  vms: readonly VmProcess[] = [],
  script: ScriptEdit | null = null,
): Plan {
  const result = makePlan(host, vms, request(asked), PLAN_ID, script);
  if (result.kind === 'plan') return result.plan;
  throw new Error(`refused: ${result.refusals.map(({ id }) => id).join(', ')}`);
}

/** The refusals of this machine; a plan is a failed test. */
export function refusalsFor(host: HostSnapshot, asked: Partial<PlanRequest> = {}): readonly Refusal[] {
  const result = makePlan(host, [], request(asked), PLAN_ID);
  if (result.kind === 'refused') return result.refusals;
  throw new Error(`there is a plan: ${result.plan.steps.map(({ kind, state }) => `${kind} ${state}`).join(', ')}`);
}

export function refusalIds(host: HostSnapshot, asked: Partial<PlanRequest> = {}): readonly RefusalId[] {
  return refusalsFor(host, asked).map(({ id }) => id);
}

export function noteIds(plan: Plan): readonly NoteId[] {
  return plan.notes.map(({ id }) => id);
}

/** The one step of this kind; every plan has one of each, but for the script. */
export function stepOf<Kind extends StepKind>(plan: Plan, kind: Kind): StepOf<Kind> {
  const found = plan.steps.filter((step): step is StepOf<Kind> => step.kind === kind);
  const [step] = found;
  if (step === undefined || found.length > 1) throw new Error(`${String(found.length)} steps of kind ${kind}`);
  return step;
}

/** The plan with some fields of one step changed, as nobody but an attacker would. */
export function withStep<Kind extends StepKind>(plan: Plan, kind: Kind, changes: Partial<StepOf<Kind>>): Plan {
  return { ...plan, steps: plan.steps.map((step) => (step.kind === kind ? { ...step, ...changes } : step)) };
}
