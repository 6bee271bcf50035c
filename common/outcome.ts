import type { StepKind } from './plan';
import type { Shortfall } from './shortfall';

/** How asking for root ended. `granted` says that the text ran, not that it did its work. */
export type Elevation =
  | { readonly kind: 'granted'; readonly exitCode: number; readonly stdout: string; readonly stderr: string }
  /** The person closed the password dialog. */
  | { readonly kind: 'declined' }
  /** polkit said no: wrong password, or a rule forbids it. */
  | { readonly kind: 'not-authorised'; readonly detail: string }
  /** No program is there that could show a dialog. */
  | { readonly kind: 'no-agent'; readonly detail: string }
  | { readonly kind: 'no-pkexec' }
  /** Started in a way (NoNewPrivs) that forbids asking. */
  | { readonly kind: 'no-new-privs' }
  | { readonly kind: 'failed'; readonly detail: string };

export type StepProgress = 'waiting' | 'running' | 'done' | 'already' | 'failed' | 'undone' | 'undo-failed';

/** What the root text has said so far, line by line; the same shape while it runs and after it ended. */
export interface RunReport {
  readonly planId: string | null;
  readonly steps: readonly StepReport[];
  readonly end: 'applied' | 'short' | 'failed' | 'busy' | null;
  readonly failure: RunFailure | null;
  /** Pages the kernel gave, once read back. */
  readonly gotPages: number | null;
  /** Why the kernel gave fewer than asked; null where it gave all, or was not asked yet. */
  readonly shortBy: ShortBy | null;
  /** What is done about pages that are missing; null where none are. */
  readonly phase: PoolPhase | null;
}

/**
 * `fragmented`: memory is not free in large enough pieces. `reserve`: the host would have been left with too little.
 * `cancelled`: the person said that it was enough.
 */
export const SHORT_BY = ['fragmented', 'reserve', 'cancelled'] as const;
export type ShortBy = (typeof SHORT_BY)[number];

/** `steps`: a little at a time. `caches`: caches are dropped and memory compacted. */
export const POOL_PHASES = ['steps', 'caches'] as const;
export type PoolPhase = (typeof POOL_PHASES)[number];

export interface StepReport {
  readonly kind: StepKind;
  readonly progress: StepProgress;
}

export interface RunFailure {
  /** The step it happened in; null before the first one (checks, lock, journal). */
  readonly step: StepKind | null;
  readonly reason: FailureReason;
  /** The failing command's own words, for the curious. */
  readonly detail: string;
}

export const FAILURE_REASONS = [
  'pool-changed',
  'too-few-pages',
  'host-starved',
  'unsafe-folder',
  'no-journal',
  'already-run',
  'command-failed',
  'not-effective',
  'file-not-writable',
  'file-is-symlink',
  'fstab-invalid',
  'tool-missing',
  'script-changed',
  'file-changed',
] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** What an apply came to. Declined and short are ordinary outcomes to explain, not errors. */
export type Outcome =
  | { readonly kind: 'applied'; readonly report: RunReport; readonly needsLogin: boolean }
  | {
      readonly kind: 'short';
      readonly report: RunReport;
      readonly needsLogin: boolean;
      readonly askedPages: number;
      readonly gotPages: number;
      readonly shortfall: Shortfall;
    }
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly report: RunReport }
  /** The plan is not known (any more). */
  | { readonly kind: 'unknown-plan' }
  | { readonly kind: 'not-elevated'; readonly elevation: Exclude<Elevation, { kind: 'granted' }> }
  /** The text ran but said nothing that can be read. */
  | { readonly kind: 'no-report'; readonly exitCode: number; readonly stderr: string };

export type OutcomeKind = Outcome['kind'];
