import { causesIn, choice, textOf, through, unknown, type Piece } from './pieces';
import { literalPieces } from './literal-text';
import { pieces, subjectParts, valueOf } from './parameter-value';
import type { Reading } from './reading-point';
import type { ShellNode } from './shell-node';
import { textAt } from './shell-source';
import type { Part } from './split-words';

/** How a node inside an expansion is expanded: expand-argument.ts. */
export type Expand = (node: ShellNode, isQuoted: boolean) => readonly Part[];

/** A piece that holds only where nothing outside the script says otherwise. */
export function asDefault(piece: Piece): Piece {
  return piece.kind === 'text' ? { ...piece, isDefault: true } : piece;
}

/** `$name` and its like, each bit with the way that it came. */
export function expansionParts(node: ShellNode, reading: Reading, isQuoted: boolean, expand: Expand): readonly Part[] {
  const way = { ...reading.source.spanOf(node.startIndex, node.endIndex), isQuoted };
  return expanded(node, reading, isQuoted, expand).map((part) =>
    part.kind === 'piece' ? { ...part, piece: through(part.piece, way) } : part,
  );
}

/** `${name}`, `${name[@]}`, `${name:-word}` and what else bash(1) has under Parameter Expansion. */
function expanded(node: ShellNode, reading: Reading, isQuoted: boolean, expand: Expand): readonly Part[] {
  const named = node.namedChildren;
  const [subject] = named;
  const operator = node.childForFieldName('operator');
  const isOddForm = node.children.some(({ type }) => type === '#' || type === '!');
  if (subject === undefined || (isOddForm && subject.type !== 'special_variable_name')) {
    return pieces([unknown('computed')], !isQuoted);
  }
  const found = subjectParts(subject, reading, isQuoted);
  if (operator === null) return named.length === 1 ? found : pieces([unknown('computed')], !isQuoted);
  const sign = textAt(operator, reading.source);
  const word = (): readonly Part[] => operandParts(node, operator, reading, isQuoted, expand);
  switch (sign) {
    case ':-':
    case '-':
      return defaulted(found, word, sign.startsWith(':'));
    case ':=':
    case '=': {
      const parts = defaulted(found, word, sign.startsWith(':'));
      const { scope, source } = reading;
      if (subject.type === 'variable_name') {
        scope.set(textAt(subject, source), { kind: 'text', value: valueOf(parts) });
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
function operandParts(
  node: ShellNode,
  operator: ShellNode,
  { source }: Reading,
  isQuoted: boolean,
  expand: Expand,
): readonly Part[] {
  const parts: Part[] = [];
  let at = operator.endIndex;
  const literal = (to: number): void => {
    if (at < to) parts.push(...pieces(literalPieces(source, at, to, isQuoted ? 'double' : 'bare'), !isQuoted));
  };
  for (const child of node.namedChildren.filter(({ startIndex }) => startIndex >= operator.endIndex)) {
    literal(child.startIndex);
    parts.push(...expand(child, isQuoted));
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
