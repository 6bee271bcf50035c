import { literalPieces, type Quoting } from './literal-text';
import { asDefault, expansionParts } from './parameter-expansion';
import { EMPTY_TEXT, pieces, valueOf } from './parameter-value';
import { mayHoldBlank, textOf, unknown, type Value, type Word } from './pieces';
import type { Reading } from './reading-point';
import type { ShellNode } from './shell-node';
import { holdsStandIn, textAt, type ShellSource } from './shell-source';
import { splitWords, type Part } from './split-words';

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
      if (holdsStandIn(textAt(node, source))) return pieces([unknown('computed')], false);
      return literal(node.startIndex + 1, node.endIndex - 1, 'single');
    case 'ansi_c_string':
      // What \x41 and its like stand for is not worked out.
      if (/\\[0-7xuUc]/.test(textAt(node, source))) return pieces([unknown('computed')], false);
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
      return expansionParts(node, reading, isQuoted, (child, quoted) => partsOf(child, reading, quoted));
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
    const blanks = /^\s*/.exec(textAt(child, reading.source))?.[0].length ?? 0;
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
