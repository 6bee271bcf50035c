import type { TextPiece } from './pieces';
import type { ShellSource } from './shell-source';

/** How the characters of a stretch are written: outside quotes, inside "…", '…' or $'…', in a here-document. */
export type Quoting = 'bare' | 'double' | 'single' | 'ansi' | 'here-document';

/** What a backslash escapes between double quotes (bash(1), QUOTING); elsewhere there it stands for itself. */
const ESCAPED_IN_DOUBLE = '$`"\\\n';

const ANSI: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', "'": "'", '"': '"', e: '\x1b' };

/**
 * The text that a stretch without expansions stands for, by the quoting rules of bash(1). Characters that are written
 * as they read stay together in one piece. Octal, hexadecimal and Unicode escapes of $'…' are kept as written.
 */
export function literalPieces(source: ShellSource, from: number, to: number, quoting: Quoting): readonly TextPiece[] {
  const isQuoted = quoting !== 'bare';
  if (quoting === 'single') return source.piecesAt(from, to, isQuoted);
  const pieces: TextPiece[] = [];
  let plainFrom = from;
  // Not in the whole script, which may be long and have none.
  const stretch = source.text.slice(from, to);
  const backslashFrom = (start: number): number => {
    const found = stretch.indexOf('\\', start - from);
    return found === -1 ? to : from + found;
  };
  let at = backslashFrom(from);
  while (at + 1 < to) {
    const escaped = source.text.charAt(at + 1);
    const meaning = meaningOf(escaped, quoting);
    if (meaning !== null) {
      if (plainFrom < at) pieces.push(...source.piecesAt(plainFrom, at, isQuoted));
      if (meaning !== '') pieces.push(source.escapedAt(at, at + 2, meaning, isQuoted));
      plainFrom = at + 2;
    }
    at = backslashFrom(at + 2);
  }
  if (plainFrom < to) pieces.push(...source.piecesAt(plainFrom, to, isQuoted));
  return pieces;
}

/** What `\` and this character stand for; null where both stand for themselves. */
function meaningOf(escaped: string, quoting: Quoting): string | null {
  if (quoting === 'ansi') return ANSI[escaped] ?? null;
  if (quoting === 'double' && !ESCAPED_IN_DOUBLE.includes(escaped)) return null;
  if (quoting === 'here-document' && (escaped === '"' || !ESCAPED_IN_DOUBLE.includes(escaped))) return null;
  return escaped === '\n' ? '' : escaped;
}
