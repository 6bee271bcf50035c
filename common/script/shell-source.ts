import { slicePiece, type Span, type TextPiece, type UnknownCause, type Value } from './pieces';
import type { ShellNode } from './shell-node';

/**
 * The text that a tree was parsed from: the script itself, or what a string in it holds (`bash -c '…'`, `eval "…"`). It
 * knows where each bit of it is written in the script.
 */
export class ShellSource {
  /** Where each piece begins in the text. */
  private readonly starts: readonly number[];

  /** Null for the script itself. */
  private constructor(
    readonly text: string,
    private readonly pieces: readonly TextPiece[] | null,
    private readonly argument: Span,
  ) {
    let at = 0;
    this.starts = (pieces ?? []).map((piece) => {
      const start = at;
      at += piece.text.length;
      return start;
    });
  }

  static ofScript(text: string): ShellSource {
    return new ShellSource(text, null, { start: 0, end: text.length });
  }

  /** Only some stretches of the script, each on lines of its own. */
  static ofStretches(text: string, stretches: readonly Span[]): ShellSource {
    const pieces = stretches.flatMap(({ start, end }): TextPiece[] => [
      { kind: 'text', text: text.slice(start, end), start, end, isQuoted: true, isDefault: false, via: [] },
      { kind: 'text', text: '\n', start: end, end, isQuoted: true, isDefault: false, via: [] },
    ]);
    return new ShellSource(pieces.map((piece) => piece.text).join(''), pieces, { start: 0, end: text.length });
  }

  /**
   * A script inside the script, and the argument that gives it. What is not known in it stands there as a variable whose
   * name says why: see `standsFor`. There are no choices in it.
   */
  static ofValue(value: Value, argument: Span): ShellSource {
    const pieces = value.map((piece): TextPiece => {
      if (piece.kind === 'text') return piece;
      const cause = piece.kind === 'unknown' ? piece.cause : 'computed';
      return { ...STAND_IN, text: `\${${STAND_IN_NAME}${cause}}` };
    });
    return new ShellSource(pieces.map(({ text }) => text).join(''), pieces, argument);
  }

  /** `from`…`to` of this text, as it reads there. */
  piecesAt(from: number, to: number, isQuoted: boolean): readonly TextPiece[] {
    if (this.pieces === null) {
      return [
        { kind: 'text', text: this.text.slice(from, to), start: from, end: to, isQuoted, isDefault: false, via: [] },
      ];
    }
    const found: TextPiece[] = [];
    for (let index = this.indexAt(from); index < this.pieces.length; index += 1) {
      const piece = this.pieces[index];
      const at = this.starts[index] ?? 0;
      if (piece === undefined || at >= to) break;
      const slice = slicePiece(piece, Math.max(from - at, 0), Math.min(to - at, piece.text.length));
      if (slice.text !== '') found.push(slice.isQuoted && !isQuoted ? { ...slice, isQuoted } : slice);
    }
    return found;
  }

  /** One character that is written otherwise than it reads, such as `\"`. */
  escapedAt(from: number, to: number, text: string, isQuoted: boolean): TextPiece {
    const written = this.piecesAt(from, to, isQuoted);
    return {
      kind: 'text',
      text,
      start: written[0]?.start ?? 0,
      end: written.at(-1)?.end ?? 0,
      isQuoted,
      isDefault: false,
      via: [],
    };
  }

  /** Where the script holds the end of a word of this text that ends before `offset`; null where no blank may follow. */
  endOf(offset: number): number | null {
    if (this.pieces === null) return offset;
    const last = this.holderOf(offset - 1);
    if (last === undefined) return null;
    // Behind the expansion that ends here, not in the variable, which may be used elsewhere too.
    const next = this.holderOf(offset);
    const way = last.via.findLast((one) => next?.via.includes(one) !== true);
    if (way !== undefined) return way.isQuoted ? way.end : null;
    return last.isQuoted ? last.end : null;
  }

  /** Where the script holds `from`…`to` of this text: in the argument that gives it, or else as that argument. */
  spanOf(from: number, to: number): Span {
    if (this.pieces === null) return { start: from, end: to };
    const start = this.holderOf(from)?.start ?? 0;
    const end = this.holderOf(to - 1)?.end ?? 0;
    return start >= this.argument.start && end <= this.argument.end ? { start, end } : this.argument;
  }

  /** Index of the piece that holds `offset`. */
  private indexAt(offset: number): number {
    let [low, high] = [0, this.starts.length];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  private holderOf(offset: number): TextPiece | undefined {
    return this.piecesAt(offset, offset + 1, true)[0];
  }
}

const STAND_IN_NAME = 'HUGEPAGES_GUIDE_';
const CAUSES: readonly UnknownCause[] = ['outside', 'sourced', 'printed', 'computed'];

/** Something that is not known stands in this text. */
export function holdsStandIn(text: string): boolean {
  return text.includes(`\${${STAND_IN_NAME}`);
}

/** Why a variable is not known that stands for something else; null for any other. */
export function standsFor(name: string): UnknownCause | null {
  if (!name.startsWith(STAND_IN_NAME)) return null;
  return CAUSES.find((cause) => STAND_IN_NAME + cause === name) ?? null;
}

const STAND_IN: TextPiece = {
  kind: 'text',
  text: '',
  start: 0,
  end: 0,
  isQuoted: false,
  isDefault: false,
  via: [],
};

/** What a node says, as it reads in its text. */
export function textAt(node: Pick<ShellNode, 'startIndex' | 'endIndex'>, { text }: ShellSource): string {
  return text.slice(node.startIndex, node.endIndex);
}
