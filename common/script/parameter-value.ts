import { looseWord, mayHoldBlank, unknown, type Piece, type TextPiece, type Value } from './pieces';
import type { Reading } from './reading-point';
import type { Binding, Scope } from './scope';
import type { ShellNode } from './shell-node';
import { standsFor, textAt } from './shell-source';
import { joinWords, type Part } from './split-words';

/** A word that is there and holds nothing. */
export const EMPTY_TEXT: TextPiece = {
  kind: 'text',
  text: '',
  start: 0,
  end: 0,
  isQuoted: false,
  isDefault: false,
  via: [],
};

/** Pieces as parts of an argument, all split or none. */
export function pieces(of: readonly Piece[], isSplit: boolean): readonly Part[] {
  return of.map((piece) => ({ kind: 'piece', piece, isSplit }));
}

/** Parts as the text that they make where nothing is split. */
export function valueOf(parts: readonly Part[]): Value {
  return parts.flatMap((part) => (part.kind === 'list' ? joinWords(part.words) : [part.piece]));
}

/** What a variable, an element or all elements of a list, or the arguments hold. */
export function subjectParts(subject: ShellNode, reading: Reading, isQuoted: boolean): readonly Part[] {
  const { source, scope } = reading;
  const written = (node: ShellNode): string => textAt(node, source);
  if (subject.type === 'variable_name') {
    const cause = standsFor(written(subject));
    if (/^\d+$/.test(written(subject))) return specialParts(written(subject), scope, isQuoted);
    if (cause !== null) return pieces([unknown(cause)], !isQuoted);
    return bindingParts(scope.get(written(subject)), reading, isQuoted);
  }
  if (subject.type === 'special_variable_name') return specialParts(written(subject), scope, isQuoted);
  const name = subject.childForFieldName('name');
  const index = subject.childForFieldName('index');
  if (subject.type !== 'subscript' || name === null || index === null) {
    return pieces([unknown('computed')], !isQuoted);
  }
  const binding = scope.get(written(name));
  const which = written(index);
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
