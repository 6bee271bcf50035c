import type { Message } from '../message';
import type { Span, Word } from './pieces';
import { writtenAt, patternOf } from './pieces';
import type { ScriptBacking, ScriptNote } from './reading';
import type { TextEdit } from './shell-node';

/** One change of the script, with the sentences that say what it is for. */
export interface PlannedEdit extends TextEdit {
  readonly reasons: readonly Message[];
}

/** What is to happen to one start. */
export interface StartPlan {
  readonly backing: ScriptBacking;
  readonly notes: readonly ScriptNote[];
  /** Empty where the start is on huge pages already. */
  readonly edits: readonly PlannedEdit[];
  /** Why the start is left alone, and the words to add by hand; null where it is not. */
  readonly refusal: { readonly reason: Message; readonly byHand: string } | null;
}

/** Where the whole word is written; null where that is not one stretch of the script. */
export function spanOf({ alone, pieces }: Word): Span | null {
  return alone ?? writtenAt(pieces, 0, patternOf(pieces).length);
}

/**
 * Right behind the program: behind the word itself, in a text or list that holds more words; behind the expansion that
 * gives it and nothing else; or else behind the argument that it comes from. Null where none of these can be: the order of
 * QEMU's options does not matter, but here no comment and no line end can come in between.
 */
export function behindProgram({ end, written, pieces }: Word): number | null {
  if (written.isLast && end !== null) return end;
  const last = pieces.at(-1);
  const way = last?.kind === 'text' ? last.via.at(-1) : undefined;
  if (way === undefined) return end ?? written.end;
  return way.isQuoted ? way.end : null;
}
