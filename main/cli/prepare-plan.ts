import { makePlan } from '../../common/make-plan';
import { message } from '../../common/message';
import type { Plan, Refusal } from '../../common/plan';
import { renderRootScript } from '../../common/root-script';
import type { ScriptWords } from '../../common/script/script-words';
import { failure } from './cli-error';
import { type CommandContext, reportError } from './context';
import { parsePlanRequest } from './plan-request';

export type PreparedPlan =
  | { readonly kind: 'plan'; readonly plan: Plan; readonly rootText: string }
  /** There is none; why has been said already. */
  | { readonly kind: 'none'; readonly exitCode: number };

/** Reads the machine and plans what the options ask for; says why where there is no plan. */
export async function preparePlan(context: CommandContext): Promise<PreparedPlan> {
  const { io, options } = context;
  const snapshot = io.readHost();
  const vms = io.readVms();
  const request = parsePlanRequest(options, snapshot, vms);
  if (request.kind === 'error') return { kind: 'none', exitCode: reportError(context, request.error) };
  const script = options.text('patch');
  const patch = script === null ? null : await io.readScriptEdit(script, request.value.pageKiB);
  if (patch?.kind === 'none') {
    return { kind: 'none', exitCode: reportNoPatch(context, patch.words) };
  }
  const result = makePlan(snapshot, vms, request.value, io.newPlanId(), patch?.edit ?? null);
  if (result.kind === 'refused') return { kind: 'none', exitCode: reportRefusals(context, result.refusals) };
  return { kind: 'plan', plan: result.plan, rootText: renderRootScript(result.plan) };
}

function reportNoPatch(context: CommandContext, words: ScriptWords): number {
  const next = context.translator.say(words.next);
  const exitCode = reportError(context, failure('script-not-patched', words.title), { next });
  if (!context.options.has('json')) context.io.err(`${next}\n`);
  return exitCode;
}

function reportRefusals(context: CommandContext, refusals: readonly Refusal[]): number {
  const { say } = context.translator;
  const spoken = refusals.map(({ id, text }) => ({ id, text: say(text) }));
  const exitCode = reportError(context, failure('refused', message('cli.error.refused')), { refusals: spoken });
  if (!context.options.has('json')) context.io.err(spoken.map(({ text }) => `  - ${text}\n`).join(''));
  return exitCode;
}
