import type { Message } from '../message';
import type { PlannedEdit } from './planned-edit';
import type { DiffHunk, DiffLine, DiffSpan, Tint } from './reading';
import type { ShellNode } from './shell-node';
import { type TintedStretch, tintsOf } from './tints';

/** Lines around a change that are shown too. */
const CONTEXT_LINES = 2;

/** A script with its tree. */
export interface ParsedScript {
  readonly text: string;
  readonly root: ShellNode;
}

/**
 * What a patch changes, as hunks of neighbouring lines. No edit of a patch adds or takes away a line, so that old and new
 * lines have the same numbers.
 */
export function diffHunks(script: ParsedScript, edits: readonly PlannedEdit[]): readonly DiffHunk[] {
  const before = new NumberedLines(script, edits);
  const changed = before.changedLines();
  return groups(changed, before.count).map(([first, last]) => ({
    oldStart: first + 1,
    newStart: first + 1,
    lines: hunkLines(before, new Set(changed), first, last),
    reasons: reasonsAt(edits.filter((edit) => isWithin(before.lineAt(edit.start), first, last))),
  }));
}

function isWithin(line: number, first: number, last: number): boolean {
  return line >= first && line <= last;
}

/** Changed lines with their surroundings, from first to last, those that touch in one. */
function groups(changed: readonly number[], count: number): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const line of changed) {
    const last = found.at(-1);
    const [from, to] = [Math.max(0, line - CONTEXT_LINES), Math.min(count - 1, line + CONTEXT_LINES)];
    if (last !== undefined && from <= last[1] + 1) last[1] = to;
    else found.push([from, to]);
  }
  return found;
}

function hunkLines(
  before: NumberedLines,
  changed: ReadonlySet<number>,
  first: number,
  last: number,
): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  for (let line = first; line <= last; line += 1) {
    if (!changed.has(line)) {
      lines.push({ kind: 'same', oldNumber: line + 1, newNumber: line + 1, spans: before.oldSpans(line) });
      continue;
    }
    lines.push({ kind: 'removed', oldNumber: line + 1, newNumber: null, spans: before.oldSpans(line) });
    lines.push({ kind: 'added', oldNumber: null, newNumber: line + 1, spans: before.newSpans(line) });
  }
  return lines;
}

function reasonsAt(edits: readonly PlannedEdit[]): readonly Message[] {
  const reasons = edits.flatMap((edit) => edit.reasons);
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}

/** The lines of a script, from 0, as they are and as the edits make them. */
class NumberedLines {
  private readonly starts: readonly number[];

  constructor(
    private readonly script: ParsedScript,
    private readonly edits: readonly PlannedEdit[],
  ) {
    const starts = [0];
    const { text } = script;
    for (let at = text.indexOf('\n'); at !== -1 && at + 1 < text.length; at = text.indexOf('\n', at + 1)) {
      starts.push(at + 1);
    }
    this.starts = starts;
  }

  get count(): number {
    return this.starts.length;
  }

  lineAt(offset: number): number {
    return Math.max(
      0,
      this.starts.findLastIndex((start) => start <= offset),
    );
  }

  changedLines(): readonly number[] {
    return [...new Set(this.edits.map(({ start }) => this.lineAt(start)))];
  }

  oldSpans(line: number): readonly DiffSpan[] {
    return this.stretches(line).map(({ start, end, tint }) => ({
      text: this.script.text.slice(start, end),
      tint,
      isChanged: this.edits.some((edit) => edit.start <= start && edit.end >= end && edit.start < edit.end),
    }));
  }

  /** What an edit puts in has the tint of what it takes the place of; an option by itself is an option. */
  newSpans(line: number): readonly DiffSpan[] {
    const edits = this.edits.filter(({ start }) => this.lineAt(start) === line);
    const spans: DiffSpan[] = [];
    const put = (edit: PlannedEdit, around: Tint): void => {
      const tint = edit.start === edit.end ? 'option' : around;
      if (edit.text !== '') spans.push({ text: edit.text, tint, isChanged: true });
    };
    const waiting = [...edits];
    for (const { start, end, tint } of this.stretches(line)) {
      for (const edit of waiting.filter((one) => one.start <= start)) {
        put(edit, tint);
        waiting.splice(waiting.indexOf(edit), 1);
      }
      const isReplaced = edits.some((edit) => edit.start <= start && edit.end >= end && edit.start < edit.end);
      if (!isReplaced) spans.push({ text: this.script.text.slice(start, end), tint, isChanged: false });
    }
    for (const edit of waiting) put(edit, 'plain');
    return spans;
  }

  /** The line without its end, cut at every tint and every edit. */
  private stretches(line: number): readonly TintedStretch[] {
    const { text, root } = this.script;
    const from = this.starts[line] ?? 0;
    const to = from + text.slice(from, this.starts[line + 1] ?? text.length).replace(/\r?\n$/, '').length;
    const cuts = this.edits.flatMap(({ start, end }) => [start, end]).filter((at) => at > from && at < to);
    return tintsOf(root, text, from, to).flatMap(({ start, end, tint }) => {
      const edges = [...new Set([start, ...cuts.filter((at) => at > start && at < end), end])];
      return edges.slice(1).map((edge, index) => ({ start: edges[index] ?? start, end: edge, tint }));
    });
  }
}
