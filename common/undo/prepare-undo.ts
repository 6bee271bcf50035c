import type { PlanId } from '../plan';
import type { RevertOutcome } from '../script/reading';
import type { UndoOutcome } from './judge-undo';
import type { UndoPlan, UndoRefusal, UndoResult } from './undo-plan';
import { renderUndoScript } from './undo-script';

/** An undo as it is shown before anything happens: the plan for root, and the scripts that need none. */
export interface PreparedUndo {
  readonly id: PlanId;
  /** Null where only scripts of the person's own are to be put back. */
  readonly plan: UndoPlan | null;
  /** The whole text that will run as root; empty where there is no plan. */
  readonly rootText: string;
  /** Paths of scripts that hold a patch of ours and that the person may change without root. */
  readonly scripts: readonly string[];
}

export type UndoPreview =
  | { readonly kind: 'prepared'; readonly undo: PreparedUndo }
  | { readonly kind: 'refused'; readonly refusals: readonly UndoRefusal[] };

/** A start script of the person's own, and what taking the patch out of it came to. */
export interface ScriptEnd {
  readonly path: string;
  readonly outcome: RevertOutcome;
}

/** What a whole undo came to. */
export interface UndoEnd {
  /** Null where there was nothing for root to do. */
  readonly outcome: UndoOutcome | null;
  readonly scripts: readonly ScriptEnd[];
}

/** The undo with these scripts; where no plan is left to undo, the scripts alone. */
export function prepareUndo(id: PlanId, result: UndoResult, scripts: readonly string[]): UndoPreview {
  if (result.kind === 'plan') {
    return { kind: 'prepared', undo: { id, plan: result.plan, rootText: renderUndoScript(result.plan), scripts } };
  }
  const isOnlyScripts = scripts.length > 0 && result.refusals.every((refusal) => refusal.id === 'nothing-to-undo');
  return isOnlyScripts ? { kind: 'prepared', undo: { id, plan: null, rootText: '', scripts } } : result;
}

/** Nobody is asked for a password for nothing. */
export function isIdleUndo({ plan, scripts }: PreparedUndo): boolean {
  return scripts.length === 0 && plan?.steps.every(({ state }) => state !== 'todo') === true;
}

/** What cannot be undone because somebody has changed it since; only the person can. */
export function keepsSomething({ plan }: PreparedUndo): boolean {
  return plan?.steps.some(({ state }) => state === 'left-out') === true;
}

/** Nothing stands between the machine and what it was before. */
export function isWholeEnd({ outcome, scripts }: UndoEnd): boolean {
  const isRootsBack = outcome === null || outcome.kind === 'undone';
  return isRootsBack && scripts.every((script) => script.outcome.kind === 'reverted');
}
