/*
 * What a shell word is made of, as far as reading can tell, and where in the script each bit of it was written.
 */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Text that stands in the script. `end - start` is the text's length, unless it is written otherwise than it reads (an
 * escaped character): then it can only be replaced as a whole.
 */
export interface TextPiece {
  readonly kind: 'text';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Written between quotes, where a blank does not end the word. */
  readonly isQuoted: boolean;
  /** Only the default of a variable that the environment or an argument may set. */
  readonly isDefault: boolean;
  /** The first few expansions (`$name`) that it came through, the first one first. */
  readonly via: readonly Way[];
}

/** Where an expansion stands; `isQuoted`: in quotes, where a blank and another word may follow it. */
export interface Way extends Span {
  readonly isQuoted: boolean;
}

/** More are of no use: what a patch replaces came through one or two. */
const MOST_WAYS = 6;

/** Where something comes from that only running the script would tell. */
export type UnknownCause =
  /** The environment, or an argument of the script. */
  | 'outside'
  /** A file that the script reads in with `source`. */
  | 'sourced'
  /** What a command printed, or a line that was read. */
  | 'printed'
  /** Made from known text by the shell, in a way that is not followed here. */
  | 'computed';

export interface UnknownPiece {
  readonly kind: 'unknown';
  readonly cause: UnknownCause;
}

/** One of several texts, by a branch that was taken or not. */
export interface ChoicePiece {
  readonly kind: 'choice';
  readonly options: readonly Value[];
  /** Tells one choice from another, also where its pieces were copied. */
  readonly id: object;
  /** How much there is to walk through in it. */
  readonly weight: number;
}

export type Piece = TextPiece | UnknownPiece | ChoicePiece;
export type Value = readonly Piece[];

/** One word of a command, after expansion and splitting. */
export interface Word {
  readonly pieces: Value;
  /** False where only some ways through the script have it. */
  readonly isCertain: boolean;
  /** An unquoted expansion that cannot be known: perhaps no word, perhaps several. */
  readonly maySplit: boolean;
  /** Where a blank and another word can be written behind it; null where they cannot. */
  readonly end: number | null;
  /** The argument, or element of a list, that holds this word and no other; null where a text holds several. */
  readonly alone: Span | null;
  /** The argument of the command that it came from, perhaps with others; `isLast`: none of them stands behind it. */
  readonly written: Span & { readonly isLast: boolean };
}

const NOWHERE: Span = { start: 0, end: 0 };

/** A word that is written nowhere as such. */
export function looseWord(pieces: Value, maySplit: boolean): Word {
  return { pieces, maySplit, isCertain: true, end: null, alone: null, written: { ...NOWHERE, isLast: false } };
}

/** A choice with more in it is followed no further. */
const MOST_WEIGHT = 400;

/** One of these; not known at all where that would be too much to follow. */
export function choice(options: readonly Value[], id: object = {}): ChoicePiece | UnknownPiece {
  const weight = options.reduce((sum, option) => sum + weightOf(option), 1);
  return weight > MOST_WEIGHT ? unknown('computed') : { kind: 'choice', options, id, weight };
}

function weightOf(value: Value): number {
  return value.reduce((sum, piece) => sum + (piece.kind === 'choice' ? piece.weight : 1), 1);
}

/** The piece as it comes out of an expansion. */
export function through(piece: Piece, way: Way): Piece {
  switch (piece.kind) {
    case 'unknown':
      return piece;
    case 'text': {
      // What is written in the expansion itself, as a default is, did not come through it.
      const isInside = piece.start >= way.start && piece.end <= way.end && piece.start < piece.end;
      return isInside || piece.via.length >= MOST_WAYS ? piece : { ...piece, via: [...piece.via, way] };
    }
    case 'choice':
      return { ...piece, options: piece.options.map((option) => option.map((one) => through(one, way))) };
  }
}

export function unknown(cause: UnknownCause): UnknownPiece {
  return { kind: 'unknown', cause };
}

/** Stands in a pattern for what is not known; no shell word can hold it. */
export const GAP = '\0';

/** The value with a GAP for each bit that is not known. */
export function patternOf(value: Value): string {
  return value.map((piece) => (piece.kind === 'text' ? piece.text : (sameText(piece) ?? GAP))).join('');
}

/** The whole text; null where any of it is not known. */
export function textOf(value: Value): string | null {
  const pattern = patternOf(value);
  return pattern.includes(GAP) ? null : pattern;
}

/** Every text that the value may be; null where that cannot be listed, or would be more than `most`. */
export function textsOf(value: Value, most = 16): readonly string[] | null {
  let texts: readonly string[] = [''];
  for (const piece of value) {
    const tails = tailsOf(piece, most);
    if (tails === null || texts.length * tails.length > most) return null;
    texts = texts.flatMap((text) => tails.map((tail) => text + tail));
  }
  return [...new Set(texts)];
}

function tailsOf(piece: Piece, most: number): readonly string[] | null {
  if (piece.kind === 'text') return [piece.text];
  if (piece.kind === 'unknown') return null;
  const all = piece.options.map((option) => textsOf(option, most));
  return all.every((texts) => texts !== null) ? all.flat() : null;
}

/** The text of a choice whose options all read the same. */
function sameText(piece: UnknownPiece | ChoicePiece): string | null {
  const texts = tailsOf(piece, 2);
  return texts?.length === 1 || new Set(texts).size === 1 ? (texts?.[0] ?? null) : null;
}

/** The patterns of every text that it may be, with a GAP for what is not known; the one of all where they are too many. */
export function patternsOf(value: Value, most = 16): readonly string[] {
  let patterns: readonly string[] = [''];
  for (const piece of value) {
    const tails =
      piece.kind === 'choice' ? piece.options.flatMap((option) => patternsOf(option, most)) : [patternOf([piece])];
    if (patterns.length * tails.length > most) return [patternOf(value)];
    patterns = patterns.flatMap((pattern) => tails.map((tail) => pattern + tail));
  }
  return [...new Set(patterns)];
}

/** Every way that the value may be, without choices in it; null where they are too many. */
export function waysOf(value: Value, most = 8): readonly Value[] | null {
  let ways: readonly Value[] = [[]];
  for (const piece of value) {
    const tails = piece.kind === 'choice' ? piece.options.map((option) => waysOf(option, most)) : [[[piece]]];
    if (!tails.every((tail) => tail !== null)) return null;
    const all: readonly Value[] = tails.flat();
    if (ways.length * all.length > most) return null;
    ways = ways.flatMap((way) => all.map((tail) => [...way, ...tail]));
  }
  return ways;
}

/** Blanks may stand in it that part words. */
export function mayHoldBlank(value: Value): boolean {
  return value.some((piece) => {
    if (piece.kind === 'text') return /[ \t\n]/.test(piece.text);
    return piece.kind === 'choice' && piece.options.some(mayHoldBlank);
  });
}

/** What is not known about a value, and why; empty where all is. */
export function causesIn(value: Value): readonly UnknownCause[] {
  return value.flatMap((piece) => {
    if (piece.kind === 'text') return [];
    return piece.kind === 'unknown' ? [piece.cause] : piece.options.flatMap(causesIn);
  });
}

/** Any of it is a default that something outside the script may replace. */
export function hasDefault(value: Value): boolean {
  return value.some((piece) =>
    piece.kind === 'text' ? piece.isDefault : piece.kind === 'choice' && piece.options.some(hasDefault),
  );
}

/** `from`…`to` of the piece's text; an escaped character is not taken apart. */
export function slicePiece(piece: TextPiece, from: number, to: number): TextPiece {
  const text = piece.text.slice(from, to);
  if (piece.end - piece.start !== piece.text.length) return { ...piece, text };
  return { ...piece, text, start: piece.start + from, end: piece.start + to };
}

/** The same bit of the script, perhaps by another way. */
export function isSamePiece(one: Piece, other: Piece): boolean {
  if (one === other) return true;
  if (one.kind === 'choice' && other.kind === 'choice') return one.id === other.id;
  if (one.kind !== 'text' || other.kind !== 'text') return false;
  return one.start === other.start && one.end === other.end && one.text === other.text;
}

/**
 * Where `from`…`to` of the value's pattern can be replaced: where it is written, or where the expansion stands that
 * gives exactly this; null where that is not one stretch of the script, or holds
 * something that can only be replaced as a whole.
 */
export function writtenAt(value: Value, from: number, to: number): Span | null {
  const inside: TextPiece[] = [];
  const around: Piece[] = [];
  let at = 0;
  for (const piece of value) {
    const length = patternOf([piece]).length;
    const [first, last] = [Math.max(from, at), Math.min(to, at + length)];
    if (first < last) {
      if (piece.kind !== 'text') return null;
      const isEscaped = piece.end - piece.start !== piece.text.length;
      if (isEscaped && last - first < length) return null;
      if (last - first < length) around.push(piece);
      inside.push(slicePiece(piece, first - at, last - at));
    } else around.push(piece);
    at += length;
  }
  return expansionOf(inside, around) ?? oneStretch(inside);
}

/** The expansion that all these come through and nothing beside them. */
function expansionOf(inside: readonly TextPiece[], around: readonly Piece[]): Span | null {
  const comesThrough = (span: Way) => (piece: Piece) => piece.kind === 'text' && piece.via.includes(span);
  const spans = inside[0]?.via ?? [];
  return spans.findLast((span) => inside.every(comesThrough(span)) && !around.some(comesThrough(span))) ?? null;
}

function oneStretch(inside: readonly TextPiece[]): Span | null {
  const [first] = inside;
  const last = inside.at(-1);
  if (first === undefined || last === undefined) return null;
  const isWhole = inside.every((piece, index) => index === 0 || piece.start === inside[index - 1]?.end);
  return isWhole ? { start: first.start, end: last.end } : null;
}

/** What a variable holds that is each of these words in turn. */
export function oneOf(words: readonly Word[]): Value {
  const areKnown = words.length > 0 && words.every(({ pieces, maySplit }) => !maySplit && textsOf(pieces) !== null);
  return areKnown ? [choice(words.map(({ pieces }) => pieces))] : [unknown('outside')];
}
