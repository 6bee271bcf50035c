import type { RunProgress } from '../../common/contract';
import type { Outcome } from '../../common/outcome';
import type { Plan, PlanId } from '../../common/plan';
import type { PatchWish, RevertOutcome, ScriptAccess, ScriptFault } from '../../common/script/reading';
import type { ScriptEdit } from '../../common/script/script-edit';
import type { ShellName } from '../../common/script/script-kind';
import type { ScriptWords } from '../../common/script/script-words';
import type { HostSnapshot } from '../../common/snapshot';
import type { UndoOutcome } from '../../common/undo/judge-undo';
import type { UndoWish } from '../../common/undo/make-undo';
import type { UndoFacts } from '../../common/undo/undo-facts';
import type { UndoPlan, UndoResult } from '../../common/undo/undo-plan';
import type { VmProcess } from '../../common/vm';
import type { ReadScript } from '../scripts/read-script';

/** Everything the command line touches outside itself; tests put their own in its place. */
export interface CliIo {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  readonly isRoot: boolean;
  readonly isInTty: boolean;
  readonly isOutTty: boolean;
  readonly isErrTty: boolean;
  /** Width of the terminal in columns. */
  readonly columns: () => number;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** One line typed by the person; empty where they closed the input. */
  readonly ask: (question: string) => Promise<string>;
  /** Calls `action` again and again until the returned function is called. */
  readonly every: (milliseconds: number, action: () => void) => () => void;
  /** Has Ctrl+C call `action` instead of ending the program, until the returned function is called. */
  readonly onInterrupt: (action: () => void) => () => void;
  readonly readHost: () => HostSnapshot;
  readonly readVms: () => readonly VmProcess[];
  readonly scripts: CliScripts;
  /** The patch of a start script for a VM on pages of this size, as a step of a plan. */
  readonly readScriptEdit: (path: string, pageKiB: number) => Promise<ScriptEditForPlan>;
  readonly readRun: () => RunProgress | null;
  readonly newPlanId: () => PlanId;
  /** Has the run at work ask for no more pages. */
  readonly cancelRun: () => boolean;
  readonly applyPlan: (plan: Plan, rootText: string) => Promise<Outcome>;
  readonly readUndoFacts: () => UndoFacts;
  readonly planUndo: (facts: UndoFacts, wish: UndoWish, id: PlanId) => UndoResult;
  readonly applyUndo: (plan: UndoPlan, rootText: string) => Promise<UndoOutcome>;
  readonly openWindow: (onStart: (isWithoutSandbox: boolean) => void) => Promise<WindowEnd>;
}

/** Start scripts: reading one changes nothing. */
export interface CliScripts {
  readonly read: (path: string, wish: PatchWish, host: HostSnapshot) => Promise<CliScript>;
  readonly patch: (edit: ScriptEdit, shell: ShellName) => ScriptFault | null;
  readonly revert: (path: string) => RevertOutcome;
  /** The scripts that hold a patch of ours which this person can take back without root. */
  readonly patched: () => readonly string[];
}

export type CliScript =
  | { readonly kind: 'fault'; readonly fault: ScriptFault }
  | { readonly kind: 'read'; readonly path: string; readonly script: ReadScript; readonly access: ScriptAccess };

export type ScriptEditForPlan =
  | { readonly kind: 'edit'; readonly edit: ScriptEdit }
  /** The script needs no patch, no root for it, or is left alone: what happened and what to do instead. */
  | { readonly kind: 'none'; readonly words: ScriptWords };

export type WindowEnd =
  | { readonly kind: 'closed'; readonly exitCode: number }
  | { readonly kind: 'no-electron' }
  | { readonly kind: 'no-display' };
