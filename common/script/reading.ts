import type { Message } from '../message';
import type { PlanId } from '../plan';
import type { ScriptEdit } from './script-edit';

/** Names a script that the person picked; the window never learns to name a file otherwise. */
export type ScriptId = string;

/** Names one patch that was shown; applying it does exactly what was on screen. */
export type PatchId = string;

/** A script as lists and headings show it. */
export interface PickedScript {
  readonly id: ScriptId;
  /** The file's own name. */
  readonly name: string;
  /** Where it lies, as the person would write it. */
  readonly folder: string;
}

/** What the person wants of a patch. */
export interface PatchWish {
  /** The page size that the VM is to use. */
  readonly pageKiB: number;
  /** Take all pages when the VM starts (`-mem-prealloc`, `prealloc=on`). */
  readonly preallocates: boolean;
}

/** Everything there is to say about a picked script. */
export type ScriptReading =
  | { readonly kind: 'unusable'; readonly script: PickedScript; readonly fault: ScriptFault }
  | {
      readonly kind: 'read';
      readonly script: PickedScript;
      readonly starts: readonly StartFacts[];
      /** About the file as a whole. */
      readonly notes: readonly ScriptNote[];
      /** Null where nothing is to be changed. */
      readonly patch: PatchPreview | null;
      readonly access: ScriptAccess;
      /** The program patched this file before and can take that back. */
      readonly canRevert: boolean;
      /** The plan that patched a script of root's, while that stands: undoing it takes the patch out. */
      readonly patchedBy: PlanId | null;
    };

export interface PatchPreview {
  readonly id: PatchId;
  readonly edit: ScriptEdit;
  readonly hunks: readonly DiffHunk[];
}

/** One place of the script where QEMU is started. */
export interface StartFacts {
  /** Line of the program word, from 1. */
  readonly line: number;
  /** `qemu-system-x86_64`, without its folder. */
  readonly program: string;
  /** QEMU's own reading of `-m`; null where it depends on something that only running the script would tell. */
  readonly guestKiB: number | null;
  readonly backing: ScriptBacking;
  readonly treatment: Treatment;
  readonly notes: readonly ScriptNote[];
}

/** Where guest memory comes from, as the script has it now. */
export type ScriptBacking =
  | { readonly kind: 'ordinary' }
  | { readonly kind: 'mem-path'; readonly path: string | null }
  | { readonly kind: 'object'; readonly type: string; readonly path: string | null }
  | { readonly kind: 'unknown' };

export type Treatment =
  | { readonly kind: 'change' }
  /** On huge pages already. */
  | { readonly kind: 'already' }
  /** What stands in the way, and what to add by hand: one line of text. */
  | { readonly kind: 'declined'; readonly reason: Message; readonly byHand: string };

export interface ScriptNote {
  readonly severity: 'hint' | 'warning';
  readonly text: Message;
}

/** Some neighbouring lines of the script, before and after, and why they change. */
export interface DiffHunk {
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: readonly DiffLine[];
  readonly reasons: readonly Message[];
}

export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  /** Null on the side where the line is not. */
  readonly oldNumber: number | null;
  readonly newNumber: number | null;
  /** The line's text without its end, in pieces of one tint each. */
  readonly spans: readonly DiffSpan[];
}

export interface DiffSpan {
  readonly text: string;
  readonly tint: Tint;
  /** This very piece is what the patch adds or takes away. */
  readonly isChanged: boolean;
}

export const TINTS = ['plain', 'comment', 'string', 'keyword', 'variable', 'option', 'program'] as const;
export type Tint = (typeof TINTS)[number];

/** Who may write the script. */
export type ScriptAccess =
  | { readonly kind: 'direct' }
  /** Only root can change it: as a step of the plan. */
  | { readonly kind: 'by-plan' }
  /** Nobody can, or nobody should. */
  | { readonly kind: 'none'; readonly fault: ScriptFault };

/** Why a script is left alone. Each says what happened and what to do next: see script-words.ts. */
export type ScriptFault =
  /** The window named a script that is not known (any more). */
  | { readonly id: 'unknown-script' }
  | { readonly id: 'missing' }
  | { readonly id: 'not-a-file' }
  | { readonly id: 'unreadable' }
  | { readonly id: 'too-large'; readonly bytes: number }
  | { readonly id: 'empty' }
  | { readonly id: 'binary' }
  /** Declined with the line that a person can add. */
  | { readonly id: 'other-language'; readonly language: string; readonly byHand: string }
  | { readonly id: 'quickemu'; readonly byHand: string }
  | { readonly id: 'not-understood'; readonly line: number; readonly byHand: string }
  | { readonly id: 'no-start'; readonly byHand: string }
  /** The shell itself refuses it; `detail` is what it said. */
  | { readonly id: 'syntax-error'; readonly shell: string; readonly line: number | null; readonly detail: string }
  | { readonly id: 'no-shell'; readonly shell: string }
  /** It was edited between being shown and the click. */
  | { readonly id: 'changed' }
  | { readonly id: 'several-links' }
  | { readonly id: 'read-only-file-system' }
  | { readonly id: 'folder-not-writable'; readonly folder: string }
  /** Root's, and patched by a plan: undoing that plan takes it back. */
  | { readonly id: 'root-only' }
  /** Root's file in a folder where others may write: nothing is done there as root. */
  | { readonly id: 'unsafe-folder'; readonly folder: string }
  | { readonly id: 'cannot-keep-attributes'; readonly detail: string }
  | { readonly id: 'cannot-write'; readonly detail: string }
  | { readonly id: 'no-backup'; readonly detail: string }
  /** The program's own fault: the patched text did not pass its checks, so the file was left as it is. */
  | { readonly id: 'result-refused'; readonly detail: string; readonly byHand: string };

export type PatchOutcome =
  | { readonly kind: 'patched' }
  /** The patch is not known (any more), or the file needs none. */
  | { readonly kind: 'nothing-to-do' }
  | { readonly kind: 'refused'; readonly fault: ScriptFault };

export type RevertOutcome =
  /** `whole`: the file is as it was, to the byte. `lifted`: edited since; only the patch was taken out. */
  | { readonly kind: 'reverted'; readonly how: 'whole' | 'lifted' }
  /** There is no patch of ours in it. */
  | { readonly kind: 'not-patched' }
  /** Edited since, where the patch is: the person has to decide. */
  | { readonly kind: 'conflict'; readonly parts: readonly ThreeWayPart[] }
  | { readonly kind: 'refused'; readonly fault: ScriptFault };

/** Lines that differ three ways: as they were before the patch, as the patch made them, as they are now. */
export interface ThreeWayPart {
  /** Line in the file as it is now, from 1. */
  readonly line: number;
  readonly before: readonly string[];
  readonly patched: readonly string[];
  readonly now: readonly string[];
}

/** Starting the VM from the window. */
export type StartOutcome =
  { readonly kind: 'started'; readonly pid: number } | { readonly kind: 'refused'; readonly fault: StartFault };

export type StartFault =
  | { readonly id: 'unknown-script' }
  | { readonly id: 'missing' }
  /** The file may not be run and names no interpreter. */
  | { readonly id: 'cannot-run'; readonly detail: string }
  /** The login lacks the group and sg, which would lend it, is missing or not allowed. */
  | { readonly id: 'no-group'; readonly group: string };

/** What the last start from the window has come to. */
export interface VmStart {
  readonly script: ScriptId;
  readonly pid: number;
  /** The first lines that it said on standard error. */
  readonly lines: readonly string[];
  /** Null while it runs; -1 where a signal ended it. */
  readonly exitCode: number | null;
}
