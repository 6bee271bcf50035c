import { makePlan } from '../../common/make-plan';
import { message } from '../../common/message';
import type { Plan, Refusal } from '../../common/plan';
import { renderRootScript } from '../../common/root-script';
import { failure } from './cli-error';
import { type CommandContext, reportError } from './context';
import { parsePlanRequest } from './plan-request';

export type PreparedPlan =
  | { readonly kind: 'plan'; readonly plan: Plan; readonly rootText: string }
  /** There is none; why has been said already. */
  | { readonly kind: 'none'; readonly exitCode: number };

/** Reads the machine and plans what the options ask for; says why where there is no plan. */
export function preparePlan(context: CommandContext): PreparedPlan {
  const { io, options } = context;
  const snapshot = io.readHost();
  const vms = io.readVms();
  const request = parsePlanRequest(options, snapshot, vms);
  if (request.kind === 'error') return { kind: 'none', exitCode: reportError(context, request.error) };
  const result = makePlan(snapshot, vms, request.value, io.newPlanId());
  if (result.kind === 'refused') return { kind: 'none', exitCode: reportRefusals(context, result.refusals) };
  return { kind: 'plan', plan: result.plan, rootText: renderRootScript(result.plan) };
}

function reportRefusals(context: CommandContext, refusals: readonly Refusal[]): number {
  const { say } = context.translator;
  const spoken = refusals.map(({ id, text }) => ({ id, text: say(text) }));
  const exitCode = reportError(context, failure('refused', message('cli.error.refused')), { refusals: spoken });
  if (!context.options.has('json')) context.io.err(spoken.map(({ text }) => `  - ${text}\n`).join(''));
  return exitCode;
}
