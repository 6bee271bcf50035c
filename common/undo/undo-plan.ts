import type { Message } from '../message';
import type { PlanId, StepKind, StepState } from '../plan';
import type { Ownership } from './journal';

/** What one undo does, in order. Built by `makeUndo`, turned into root text by `renderUndoScript`. */
export interface UndoPlan {
  /** Its own folder in the journal: an undo is written down like any other change. */
  readonly id: PlanId;
  /** The entries it takes back, the newest first. */
  readonly entries: readonly PlanId[];
  readonly steps: readonly UndoStep[];
  /** The reserve that the root text keeps where a pool grows again, in KiB. */
  readonly hostReserveKiB: number;
  /** The size that the progress speaks of: that of the first pool that changes, else the default one. */
  readonly pageKiB: number;
}

/**
 * `todo`: in the root text. `already`: it is as it was. `left-out`: it stays as it is now, because somebody else has
 * changed it since; `reason` says what.
 */
export type UndoStep = UndoTarget & {
  readonly resource: string;
  readonly state: StepState;
  readonly reason: Message | null;
};

/** A file of the journal: the old one, as an entry kept it. */
export interface KeptCopy {
  readonly entry: PlanId;
  readonly name: string;
}

export type UndoTarget =
  | {
      readonly kind: 'script' | 'fstab' | 'sysctl';
      readonly how: 'put-back';
      readonly file: string;
      /** Null where there was no file. */
      readonly copy: KeptCopy | null;
      readonly nowSha256: string | null;
      readonly thenSha256: string | null;
      /** Removed afterwards where it is empty: it was made for the file. */
      readonly madeFolder: string | null;
    }
  | {
      /** The person has edited the file since: only our lines give way to those that stood there. */
      readonly kind: 'fstab' | 'sysctl';
      readonly how: 'take-out';
      readonly file: string;
      readonly nowSha256: string;
      readonly thenSha256: string;
      readonly offsetBytes: number;
      readonly removedBytes: number;
      readonly text: string;
    }
  | { readonly kind: 'reload' }
  | { readonly kind: 'pool'; readonly pageKiB: number; readonly fromPages: number; readonly toPages: number }
  | {
      readonly kind: 'mount';
      readonly how: 'unmount';
      readonly path: string;
      readonly removesFolder: boolean;
      /** What it was mounted with, to mount it again where a later step fails. */
      readonly options: string;
    }
  | {
      readonly kind: 'mount';
      readonly how: 'give-back';
      readonly path: string;
      readonly now: Ownership;
      readonly then: Ownership;
    }
  | { readonly kind: 'membership'; readonly group: string; readonly user: string }
  | { readonly kind: 'group'; readonly group: string };

/**
 * What comes first is what comes last when a plan is applied, so that each state in between can boot; but systemd is
 * told of the fstab once that is back.
 */
export const UNDO_ORDER: readonly StepKind[] = [
  'script',
  'fstab',
  'reload',
  'sysctl',
  'pool',
  'mount',
  'membership',
  'group',
];

/** Why nothing can be undone; each says what happened and what to do next. */
export interface UndoRefusal {
  readonly id: 'nothing-to-undo' | 'unknown-entry' | 'pages-in-use' | 'host-starved' | 'journal-unreadable';
  readonly text: Message;
}

export type UndoResult =
  | { readonly kind: 'plan'; readonly plan: UndoPlan }
  | { readonly kind: 'refused'; readonly refusals: readonly UndoRefusal[] };
