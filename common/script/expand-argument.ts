import { literalPieces, type Quoting } from './literal-text';
import {
  causesIn,
  choice,
  looseWord,
  mayHoldBlank,
  textOf,
  through,
  unknown,
  type Piece,
  type TextPiece,
  type Value,
  type Word,
} from './pieces';
import type { Binding, Scope } from './scope';
import type { ShellNode } from './shell-node';
import { holdsStandIn, type ShellSource, standsFor } from './shell-source';
import { joinWords, splitWords, type Part } from './split-words';

/** Where an argument is read: its text, and the variables at that point. */
export interface Reading {
  readonly source: ShellSource;
  readonly scope: Scope;
}

/**
 * The words that the arguments of a command, or the elements of a list, become. Two that only a backslash at a line's end
 * parts are one to bash, but not to the grammar.
 */
export function argumentsWords(nodes: readonly ShellNode[], reading: Reading): readonly Word[] {
  const { source } = reading;
  const groups: ShellNode[][] = [];
  for (const node of nodes) {
    const before = groups.at(-1)?.at(-1);
    const isGlued = before !== undefined && /^(?:\\\r?\n)+$/.test(source.text.slice(before.endIndex, node.startIndex));
    if (isGlued) groups.at(-1)?.push(node);
    else groups.push([node]);
  }
  return groups.flatMap((group) => groupWords(group, reading));
}

/** The words that one argument becomes. */
export function argumentWords(node: ShellNode, reading: Reading): readonly Word[] {
  return groupWords([node], reading);
}

function groupWords(group: readonly ShellNode[], reading: Reading): readonly Word[] {
  const { source } = reading;
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined) return [];
  const fieldSeparator = reading.scope.get('IFS');
  const parts = group.flatMap((node) => partsOf(node, reading, false));
  return splitWords(
    [...(fieldSeparator === undefined ? parts : parts.map(splitOtherwise)), ...carriageReturn(last, source)],
    {
      ...source.spanOf(first.startIndex, last.endIndex),
      wordEnd: source.endOf(last.endIndex),
    },
  );
}

/** With an IFS of the script's own, nobody knows here what words a text becomes. */
function splitOtherwise(part: Part): Part {
  return part.kind === 'piece' && part.isSplit && mayHoldBlank([part.piece])
    ? { ...part, piece: unknown('computed') }
    : part;
}

/** In a file with Windows line ends bash takes the carriage return into the last word of the line; the grammar does not. */
function carriageReturn({ endIndex }: ShellNode, source: ShellSource): readonly Part[] {
  if (source.text.charAt(endIndex) !== '\r' || source.text.charAt(endIndex + 1) !== '\n') return [];
  return pieces(source.piecesAt(endIndex, endIndex + 1, false), false);
}

/** The text that a variable gets from the right side of its assignment, where nothing is split. */
export function assignedValue(node: ShellNode, reading: Reading): Value {
  return valueOf([...partsOf(node, reading, true), ...carriageReturn(node, reading.source)]);
}

function pieces(of: readonly Piece[], isSplit: boolean): readonly Part[] {
  return of.map((piece) => ({ kind: 'piece', piece, isSplit }));
}

/** One argument, or a part of one; `isQuoted` where its expansions are not split. */
function partsOf(node: ShellNode, reading: Reading, isQuoted: boolean): readonly Part[] {
  const { source } = reading;
  const literal = (from: number, to: number, quoting: Quoting): readonly Part[] => {
    const found = literalPieces(source, from, to, quoting);
    // An empty pair of quotes is a word too.
    return pieces(found.length > 0 || quoting === 'bare' ? found : [EMPTY_TEXT], false);
  };
  switch (node.type) {
    case 'raw_string':
      if (holdsStandIn(source.text.slice(node.startIndex, node.endIndex))) return pieces([unknown('computed')], false);
      return literal(node.startIndex + 1, node.endIndex - 1, 'single');
    case 'ansi_c_string':
      // What \x41 and its like stand for is not worked out.
      if (/\\[0-7xuUc]/.test(source.text.slice(node.startIndex, node.endIndex)))
        return pieces([unknown('computed')], false);
      return literal(node.startIndex + 2, node.endIndex - 1, 'ansi');
    case 'string':
      return stringParts(node, reading, literal);
    case 'translated_string':
    case 'concatenation':
    case 'command_name':
      return node.namedChildren.length === 0
        ? literal(node.startIndex, node.endIndex, 'bare')
        : childParts(node, reading, isQuoted, literal);
    case 'simple_expansion':
    case 'expansion':
      return expansionParts(node, reading, isQuoted);
    case 'command_substitution':
      return substitutionParts(node, reading, isQuoted);
    case 'process_substitution':
    case 'arithmetic_expansion':
      return pieces([unknown('computed')], false);
    default:
      return literal(node.startIndex, node.endIndex, 'bare');
  }
}

type Literal = (from: number, to: number, quoting: Quoting) => readonly Part[];

/** Everything between the quotes, also what the grammar has no node for. */
function stringParts(node: ShellNode, reading: Reading, literal: Literal): readonly Part[] {
  const [from, to] = [node.startIndex + 1, node.endIndex - 1];
  const inner = node.namedChildren.filter(({ type }) => type !== 'string_content');
  if (inner.length === 0) return literal(from, to, 'double');
  const parts: Part[] = [];
  let at = from;
  for (const child of inner) {
    // The grammar counts blanks before an expansion as a part of it.
    const blanks = /^\s*/.exec(reading.source.text.slice(child.startIndex, child.endIndex))?.[0].length ?? 0;
    const start = child.startIndex + blanks;
    if (at < start) parts.push(...literal(at, start, 'double'));
    parts.push(...partsOf(child, reading, true));
    at = child.endIndex;
  }
  if (at < to) parts.push(...literal(at, to, 'double'));
  return parts.length === 0 ? pieces([EMPTY_TEXT], false) : parts;
}

function childParts(node: ShellNode, reading: Reading, isQuoted: boolean, literal: Literal): readonly Part[] {
  const parts: Part[] = [];
  let at = node.startIndex;
  for (const child of node.namedChildren) {
    // `$"…"` begins with a sign that is no part of the text.
    if (at < child.startIndex && node.type !== 'translated_string') {
      parts.push(...literal(at, child.startIndex, 'bare'));
    }
    parts.push(...partsOf(child, reading, isQuoted));
    at = child.endIndex;
  }
  if (at < node.endIndex) parts.push(...literal(at, node.endIndex, 'bare'));
  return parts;
}

/** `$(command -v qemu-system-x86_64)` and its like give the program that they name. */
const LOOKUPS: readonly (readonly string[])[] = [['command', '-v'], ['which'], ['type', '-p'], ['type', '-P']];

function substitutionParts(node: ShellNode, reading: Reading, isQuoted: boolean): readonly Part[] {
  const [inside, ...others] = node.namedChildren;
  const command = inside?.type === 'redirected_statement' ? inside.childForFieldName('body') : inside;
  if (command?.type === 'command' && others.length === 0) {
    const words = command.namedChildren.flatMap((child) => argumentWords(child, reading));
    const texts = words.map(({ pieces: of }) => textOf(of));
    const lookup = LOOKUPS.find(
      (names) => names.length === texts.length - 1 && names.every((name, i) => name === texts[i]),
    );
    const found = lookup === undefined ? undefined : words.at(-1)?.pieces;
    if (found !== undefined) return pieces(found.map(asDefault), false);
  }
  return pieces([unknown('printed')], !isQuoted);
}

function asDefault(piece: Piece): Piece {
  return piece.kind === 'text' ? { ...piece, isDefault: true } : piece;
}

/** `$name` and its like, each bit with the way that it came. */
function expansionParts(node: ShellNode, reading: Reading, isQuoted: boolean): readonly Part[] {
  const way = { ...reading.source.spanOf(node.startIndex, node.endIndex), isQuoted };
  return expanded(node, reading, isQuoted).map((part) =>
    part.kind === 'piece' ? { ...part, piece: through(part.piece, way) } : part,
  );
}

/** `${name}`, `${name[@]}`, `${name:-word}` and what else bash(1) has under Parameter Expansion. */
function expanded(node: ShellNode, reading: Reading, isQuoted: boolean): readonly Part[] {
  const named = node.namedChildren;
  const [subject] = named;
  const operator = node.childForFieldName('operator');
  const isOddForm = node.children.some(({ type }) => type === '#' || type === '!');
  if (subject === undefined || (isOddForm && subject.type !== 'special_variable_name')) {
    return pieces([unknown('computed')], !isQuoted);
  }
  const found = subjectParts(subject, reading, isQuoted);
  if (operator === null) return named.length === 1 ? found : pieces([unknown('computed')], !isQuoted);
  const sign = reading.source.text.slice(operator.startIndex, operator.endIndex);
  const word = (): readonly Part[] => operandParts(node, operator, reading, isQuoted);
  switch (sign) {
    case ':-':
    case '-':
      return defaulted(found, word, sign.startsWith(':'));
    case ':=':
    case '=': {
      const parts = defaulted(found, word, sign.startsWith(':'));
      const { scope, source } = reading;
      if (subject.type === 'variable_name') {
        scope.set(source.text.slice(subject.startIndex, subject.endIndex), { kind: 'text', value: valueOf(parts) });
      }
      return parts;
    }
    case ':?':
    case '?':
      return found;
    case ':+':
    case '+':
      return alternative(found, word);
    default:
      return pieces([unknown('computed')], !isQuoted);
  }
}

/** What stands behind the operator, up to the closing brace. */
function operandParts(node: ShellNode, operator: ShellNode, reading: Reading, isQuoted: boolean): readonly Part[] {
  const { source } = reading;
  const parts: Part[] = [];
  let at = operator.endIndex;
  const literal = (to: number): void => {
    if (at < to) parts.push(...pieces(literalPieces(source, at, to, isQuoted ? 'double' : 'bare'), !isQuoted));
  };
  for (const child of node.namedChildren.filter(({ startIndex }) => startIndex >= operator.endIndex)) {
    literal(child.startIndex);
    parts.push(...partsOf(child, reading, isQuoted));
    at = child.endIndex;
  }
  literal(node.endIndex - 1);
  // Outside quotes the words of a default are words.
  return parts.map((part) =>
    part.kind === 'piece' && part.piece.kind === 'text' && !part.piece.isQuoted
      ? { ...part, isSplit: !isQuoted }
      : part,
  );
}

function valueOf(parts: readonly Part[]): Value {
  return parts.flatMap((part) => (part.kind === 'list' ? joinWords(part.words) : [part.piece]));
}

/** Set by the script: that. Set by nobody here: the default, which the environment may replace. */
function defaulted(found: readonly Part[], word: () => readonly Part[], alsoEmpty: boolean): readonly Part[] {
  const value = valueOf(found);
  const text = textOf(value);
  if (text !== null && (text !== '' || !alsoEmpty)) return found;
  if (text === '') return word();
  const causes = causesIn(value);
  const isOnlyOutside = value.length === 1 && value[0]?.kind === 'unknown' && causes[0] === 'outside';
  if (!isOnlyOutside) {
    const isSplit = found.some((part) => part.kind === 'piece' && part.isSplit);
    if (found.some(({ kind }) => kind === 'list')) return [...found.map(perhaps), ...word().map(perhaps)];
    return [{ kind: 'piece', piece: choice([value, valueOf(word())]), isSplit }];
  }
  return word().map((part) => (part.kind === 'piece' ? { ...part, piece: asDefault(part.piece) } : part));
}

/** A part that only some ways through the script have. */
function perhaps(part: Part): Part {
  if (part.kind === 'piece') return { ...part, piece: choice([[], [part.piece]]) };
  return { ...part, words: part.words.map((word) => ({ ...word, isCertain: false })) };
}

function alternative(found: readonly Part[], word: () => readonly Part[]): readonly Part[] {
  const other = word();
  // `${args[@]+"${args[@]}"}`: a list gives nothing where it is empty, also without asking.
  if (found.some(({ kind }) => kind === 'list')) return other;
  const text = textOf(valueOf(found));
  if (text === '') return [];
  if (text !== null) return other;
  if (other.some(({ kind }) => kind === 'list')) return other.map(perhaps);
  const isSplit = other.some((part) => part.kind === 'piece' && part.isSplit);
  return [{ kind: 'piece', piece: choice([[], valueOf(other)]), isSplit }];
}

/** What a variable, an element or all elements of a list, or the arguments hold. */
function subjectParts(subject: ShellNode, reading: Reading, isQuoted: boolean): readonly Part[] {
  const { source, scope } = reading;
  const textAt = (node: ShellNode): string => source.text.slice(node.startIndex, node.endIndex);
  if (subject.type === 'variable_name') {
    const cause = standsFor(textAt(subject));
    if (/^\d+$/.test(textAt(subject))) return specialParts(textAt(subject), scope, isQuoted);
    if (cause !== null) return pieces([unknown(cause)], !isQuoted);
    return bindingParts(scope.get(textAt(subject)), reading, isQuoted);
  }
  if (subject.type === 'special_variable_name') return specialParts(textAt(subject), scope, isQuoted);
  const name = subject.childForFieldName('name');
  const index = subject.childForFieldName('index');
  if (subject.type !== 'subscript' || name === null || index === null) {
    return pieces([unknown('computed')], !isQuoted);
  }
  const binding = scope.get(textAt(name));
  const which = textAt(index);
  if (which === '@' || which === '*') {
    if (binding?.kind !== 'list') return bindingParts(binding, reading, isQuoted);
    if (which === '*' && isQuoted) return pieces(joinWords(binding.words), false);
    if (!isQuoted && binding.words.some(({ pieces: of }) => mayHoldBlank(of)))
      return pieces(joinWords(binding.words), true);
    return [{ kind: 'list', words: binding.words, isOwn: false }];
  }
  const element = binding?.kind === 'list' && /^\d+$/.test(which) ? binding.words[Number(which)] : undefined;
  const areAllCertain = binding?.kind === 'list' && binding.words.every(({ isCertain }) => isCertain);
  return pieces(element !== undefined && areAllCertain ? element.pieces : [unknown('computed')], !isQuoted);
}

function bindingParts(binding: Binding | undefined, { scope }: Reading, isQuoted: boolean): readonly Part[] {
  if (binding === undefined) return pieces([unknown(scope.causeOfOthers)], !isQuoted);
  if (binding.kind === 'text') return pieces(binding.value, !isQuoted);
  // A list named without an index is its first element.
  return pieces(binding.words[0]?.pieces ?? [], !isQuoted);
}

function specialParts(name: string, { positional, isCall }: Scope, isQuoted: boolean): readonly Part[] {
  const isAll = name === '@' || name === '*';
  if (!isAll && !/^[1-9]$/.test(name)) return pieces([unknown('outside')], false);
  if (positional === null) {
    const all = looseWord([unknown('outside')], true);
    return isAll ? [{ kind: 'list', words: [all], isOwn: false }] : pieces(all.pieces, !isQuoted);
  }
  if (name === '*' && isQuoted) return pieces(joinWords(positional), false);
  if (isAll) return [{ kind: 'list', words: positional, isOwn: isCall }];
  const areAllCertain = positional.every(({ isCertain }) => isCertain);
  const argument = positional[Number(name) - 1];
  if (argument === undefined && areAllCertain) return pieces([EMPTY_TEXT], !isQuoted);
  return pieces(argument !== undefined && areAllCertain ? argument.pieces : [unknown('computed')], !isQuoted);
}

const EMPTY_TEXT: TextPiece = { kind: 'text', text: '', start: 0, end: 0, isQuoted: false, isDefault: false, via: [] };
