import {
  choice,
  looseWord,
  mayHoldBlank,
  slicePiece,
  unknown,
  type Piece,
  type TextPiece,
  type Value,
  type Way,
  type Word,
} from './pieces';

/** A bit of an argument after expansion: quoted or not, or the words of a list such as "${args[@]}". */
export type Part =
  | { readonly kind: 'piece'; readonly piece: Piece; readonly isSplit: boolean }
  /** `isOwn`: the words are arguments of a function, and stay where it was called. */
  | { readonly kind: 'list'; readonly words: readonly Word[]; readonly isOwn: boolean };

/** The argument that the words come from: where the script has it, and where a word can be added behind it. */
export interface Argument {
  readonly start: number;
  readonly end: number;
  readonly wordEnd: number | null;
}

interface Open {
  readonly pieces: Piece[];
  maySplit: boolean;
}

/**
 * The words that an argument becomes, by bash(1), Word Splitting, with the usual IFS. An empty word stays only where it
 * was quoted.
 */
export function splitWords(parts: readonly Part[], argument: Argument): readonly Word[] {
  const splitter = new Splitter();
  for (const part of parts) splitter.add(part);
  const words = withOwnWays(splitter.end());
  return words.map((word, index) => {
    if (splitter.isOwn(word)) return word;
    const isLast = index === words.length - 1;
    const end = isLast ? (argument.wordEnd ?? word.end) : word.end;
    const { start, end: argumentEnd } = argument;
    const alone = word.alone ?? (words.length === 1 ? { start, end: argumentEnd } : null);
    return { ...word, end, alone, written: { start, end: argumentEnd, isLast } };
  });
}

/** An expansion that gives several words is no way to a single one of them. */
function withOwnWays(words: readonly Word[]): readonly Word[] {
  if (words.length < 2) return words;
  const waysOf = ({ pieces }: Word): readonly Way[] =>
    pieces.flatMap((piece) => (piece.kind === 'text' ? piece.via : []));
  const seen = new Set<Way>();
  const shared = new Set<Way>();
  for (const word of words) {
    const ways = new Set(waysOf(word));
    for (const way of ways) (seen.has(way) ? shared : seen).add(way);
  }
  if (shared.size === 0) return words;
  const withoutShared = (piece: Piece): Piece =>
    piece.kind === 'text' ? { ...piece, via: piece.via.filter((way) => !shared.has(way)) } : piece;
  return words.map((word) =>
    waysOf(word).some((way) => shared.has(way)) ? { ...word, pieces: word.pieces.map(withoutShared) } : word,
  );
}

class Splitter {
  private readonly words: Word[] = [];
  private readonly own = new Set<Word>();
  private open: Open | null = null;
  private isCertain = true;

  add(part: Part): void {
    if (part.kind === 'list') this.addList(part.words, part.isOwn);
    else if (!part.isSplit) this.glue(part.piece, false);
    else if (part.piece.kind === 'text') this.addText(part.piece);
    else if (part.piece.kind === 'unknown') this.glue(part.piece, true);
    else this.addChoice(part.piece.options);
  }

  end(): readonly Word[] {
    this.close();
    return this.words;
  }

  isOwn(word: Word): boolean {
    return this.own.has(word);
  }

  private glue(piece: Piece, maySplit: boolean): void {
    this.open ??= { pieces: [], maySplit: false };
    this.open.pieces.push(piece);
    this.open.maySplit ||= maySplit;
  }

  private close(): void {
    if (this.open === null) return;
    const { pieces, maySplit } = this.open;
    const last = pieces.at(-1);
    const end = last?.kind === 'text' && last.isQuoted ? last.end : null;
    this.words.push({ ...looseWord(pieces, maySplit), end, isCertain: this.isCertain });
    this.open = null;
  }

  private addText(piece: TextPiece): void {
    for (const token of tokensOf(piece)) {
      if (token === null) this.close();
      else this.glue(token, false);
    }
  }

  /** The first word of the list belongs to what stands before it, and what follows to the last. */
  private addList(words: readonly Word[], isOwn: boolean): void {
    if (isOwn) for (const word of words) this.own.add(word);
    if (this.open === null || words.length === 0) {
      for (const word of words) this.words.push(word);
      return;
    }
    const [first, ...others] = words;
    for (const piece of first?.pieces ?? []) this.glue(piece, false);
    this.close();
    for (const word of others) this.words.push(word);
  }

  private addChoice(options: readonly Value[]): void {
    const isOneWord = !options.some(mayHoldBlank);
    if (isOneWord) {
      this.glue(choice(options), true);
      return;
    }
    // What is glued to the word before it belongs there in some of the ways: then nobody knows that word.
    if (this.open !== null && options.some((option) => !beginsWithBlank(option))) this.glue(unknown('computed'), true);
    this.close();
    const wasCertain = this.isCertain;
    this.isCertain = false;
    for (const option of options) {
      for (const piece of option) this.add({ kind: 'piece', piece, isSplit: true });
      this.close();
    }
    this.isCertain = wasCertain;
  }
}

/** The text in its words; null stands for the blanks between two. */
function tokensOf(piece: TextPiece): readonly (TextPiece | null)[] {
  if (piece.end - piece.start !== piece.text.length) return /^[ \t\n]*$/.test(piece.text) ? [null] : [piece];
  const tokens: (TextPiece | null)[] = [];
  for (const { 0: token, index } of piece.text.matchAll(/[ \t\n]+|[^ \t\n]+/g)) {
    tokens.push(/^[ \t\n]/.test(token) ? null : slicePiece(piece, index, index + token.length));
  }
  return tokens;
}

function beginsWithBlank([first]: Value): boolean {
  return first === undefined || (first.kind === 'text' && /^[ \t\n]/.test(first.text));
}

/** Written nowhere: what the shell puts between the words of a list that it makes one text of. */
const BLANK: TextPiece = { kind: 'text', text: ' ', start: 0, end: 0, isQuoted: false, isDefault: false, via: [] };

/** The words of a list as one text with blanks between, as "${args[*]}" and an assignment make it. */
export function joinWords(words: readonly Word[]): Value {
  return words.flatMap(({ pieces, isCertain }, index): Value => {
    const all = index === 0 ? pieces : [BLANK, ...pieces];
    return isCertain ? all : [choice([[], all])];
  });
}
