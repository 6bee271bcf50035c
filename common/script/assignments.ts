import { argumentsWords, assignedValue } from './expand-argument';
import { looseWord, patternOf, unknown, type Value, type Word } from './pieces';
import type { Reading } from './reading-point';
import type { Scope } from './scope';
import type { ShellNode } from './shell-node';
import { textAt } from './shell-source';

/** What a declaration says of a variable beside its value. */
export interface Variables {
  /** It is the function's own, and as before once that has ended. */
  readonly localize: (name: string, scope: Scope) => void;
  /** Programs that are started see it too. */
  readonly export: (name: string) => void;
}

/** `declare`, `local`, `export` and their like: bash(1), SHELL BUILTIN COMMANDS. */
export function declareVariables(node: ShellNode, reading: Reading, variables: Variables): void {
  const { scope, source } = reading;
  const keyword = node.children[0]?.type;
  const options = node.namedChildren.filter(({ type }) => type === 'word').map((child) => textAt(child, source));
  const has = (letter: string): boolean => options.some((option) => option.startsWith('-') && option.includes(letter));
  const isLocal = keyword === 'local' || ((keyword === 'declare' || keyword === 'typeset') && !has('g'));
  for (const child of node.namedChildren) {
    const target = child.type === 'variable_assignment' ? child.childForFieldName('name') : child;
    const name = target === null ? '' : textAt(target, source);
    const isPlain = child.type === 'variable_assignment' || child.type === 'variable_name';
    if (isPlain && isLocal) variables.localize(name, scope);
    if (isPlain && (keyword === 'export' || has('x'))) variables.export(name);
    if (child.type === 'variable_assignment') assignVariable(child, reading);
    else if (child.type === 'variable_name' && keyword === 'local') scope.set(name, { kind: 'text', value: [] });
    // A name or an assignment that is put together: any variable may be meant.
    else if (!isPlain && !(child.type === 'word' && name.startsWith('-'))) scope.disturb('computed');
    if (isPlain && has('i')) scope.set(name, { kind: 'text', value: [unknown('computed')] });
  }
  // A reference sets another variable than it names.
  if (has('n')) scope.disturb('computed');
}

/** `name=text`, `name+=text`, `list=(…)`, `list+=(…)` and `list[3]=text`. */
export function assignVariable(node: ShellNode, reading: Reading): void {
  const { source, scope } = reading;
  const target = node.childForFieldName('name');
  const value = node.childForFieldName('value');
  if (target === null) return;
  const isAdded = node.children.some(({ type }) => type === '+=');
  const element = target.childForFieldName('name');
  const name = textAt(element ?? target, source);
  if (value?.type === 'array') {
    const words = argumentsWords(
      value.namedChildren.filter(({ type }) => type !== 'comment'),
      reading,
    );
    const hasKeys = words.some(({ pieces }) => /^\[.*\]=/.test(patternOf(pieces)));
    const list = hasKeys ? [looseWord([unknown('computed')], true)] : words;
    scope.setList(name, isAdded ? [...scope.listOf(name), ...list] : list);
    return;
  }
  const text: Value = value === null ? [] : assignedValue(value, reading);
  if (element !== null) assignElement(name, target, elementOf(value, text, reading), reading);
  else scope.set(name, { kind: 'text', value: isAdded ? [...scope.textOf(name), ...text] : text });
}

/** `list[3]=…`: in its place, at the end, or, where the index is not known, nobody knows where. */
function assignElement(name: string, target: ShellNode, word: Word, { source, scope }: Reading): void {
  const index = target.childForFieldName('index');
  const typed = index === null ? '' : textAt(index, source);
  const words = scope.listOf(name);
  const isAtEnd = typed === `\${#${name}[@]}` || typed === `\${#${name}[*]}` || typed === String(words.length);
  const areCertain = words.every(({ isCertain, maySplit }) => isCertain && !maySplit);
  if (isAtEnd) scope.setList(name, [...words, word]);
  else if (areCertain && /^\d+$/.test(typed) && Number(typed) < words.length) {
    scope.setList(name, words.with(Number(typed), word));
  } else scope.setList(name, [...words, looseWord([unknown('computed')], true)]);
}

function elementOf(node: ShellNode | null, pieces: Value, { source }: Reading): Word {
  const span = node === null ? null : source.spanOf(node.startIndex, node.endIndex);
  return { ...looseWord(pieces, false), alone: span };
}

/** What is computed with (( )), $(( )) or a loop's header is not followed. */
export function computeVariables(node: ShellNode, { source, scope }: Reading): void {
  const text = textAt(node, source);
  const isChange = /(?:<<|>>)=|(?:^|[^=!<>])=(?!=)|\+\+|--/.test(text);
  if (!isChange) return;
  for (const [name] of text.matchAll(/[A-Za-z_]\w*/g)) {
    scope.set(name, { kind: 'text', value: [unknown('computed')] });
  }
}

/** `unset name`, or of one element: then the rest of the list is not known. */
export function unsetVariable(typed: string, scope: Scope): void {
  const name = typed.replace(/^['"]|['"]$/g, '');
  const [, list] = /^(\w+)\[/.exec(name) ?? [];
  if (list === undefined) scope.set(name, { kind: 'text', value: [] });
  else scope.setList(list, [looseWord([unknown('computed')], true)]);
}
