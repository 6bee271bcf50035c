import type { DiffHunk } from './reading';

/** The lines as the patch makes them, without their ends. */
export function addedLines(hunks: readonly DiffHunk[]): readonly string[] {
  const added = hunks.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'added'));
  return added.map(({ spans }) => spans.map(({ text }) => text).join(''));
}
