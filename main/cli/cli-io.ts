import type { RunProgress } from '../../common/contract';
import type { Outcome } from '../../common/outcome';
import type { Plan, PlanId } from '../../common/plan';
import type { HostSnapshot } from '../../common/snapshot';
import type { VmProcess } from '../../common/vm';

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
  readonly readHost: () => HostSnapshot;
  readonly readVms: () => readonly VmProcess[];
  readonly readRun: () => RunProgress | null;
  readonly newPlanId: () => PlanId;
  readonly applyPlan: (plan: Plan, rootText: string) => Promise<Outcome>;
  readonly openWindow: (onStart: (isWithoutSandbox: boolean) => void) => Promise<WindowEnd>;
}

export type WindowEnd =
  | { readonly kind: 'closed'; readonly exitCode: number }
  | { readonly kind: 'no-electron' }
  | { readonly kind: 'no-display' };
