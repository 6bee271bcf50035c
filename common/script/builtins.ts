import { GAP, looseWord, textOf, unknown, type Value, type Word } from './pieces';
import { patternOfWord } from './program-names';
import type { Scope } from './scope';

/** Builtins that set what later commands see; false for any other command. */
export function changeScope(name: string, rest: readonly Word[], scope: Scope): boolean {
  switch (name) {
    case 'source':
    case '.':
      scope.disturb('sourced');
      return true;
    case 'exit':
      scope.hasEnded = true;
      return true;
    case 'set':
      setPositional(rest, scope);
      return true;
    case 'shift':
      scope.positional = shifted(rest, scope.positional);
      return true;
    case 'read':
    case 'mapfile':
    case 'readarray':
    case 'getopts':
    case 'printf':
    case 'let':
      setFromOutside(name, rest, scope);
      return true;
    default:
      return false;
  }
}

/** `set -- a b` and `set a b`; with options alone the arguments stay. */
function setPositional(rest: readonly Word[], scope: Scope): void {
  const texts = rest.map(({ pieces }) => textOf(pieces));
  const mark = texts.indexOf('--');
  const isOption = /^[-+]/.test(texts[0] ?? '');
  if (mark === -1 && (rest.length === 0 || isOption)) return;
  scope.positional = rest.slice(mark + 1);
  scope.isCall = false;
}

function shifted(rest: readonly Word[], positional: readonly Word[] | null): readonly Word[] | null {
  const typed = rest[0] === undefined ? '1' : textOf(rest[0].pieces);
  if (positional === null || typed === null || !/^\d+$/.test(typed)) return null;
  return positional.every(({ isCertain }) => isCertain) ? positional.slice(Number(typed)) : null;
}

/** Variables that get what was read, counted or printed. */
function setFromOutside(name: string, rest: readonly Word[], scope: Scope): void {
  const texts = rest.map(patternOfWord);
  const variables = name === 'printf' ? printfVariable(texts) : texts.filter((text) => !text.startsWith('-'));
  const value: Value = [unknown(name === 'getopts' ? 'outside' : name === 'let' ? 'computed' : 'printed')];
  for (const variable of variables) {
    const [, plain] = /^([A-Za-z_]\w*)/.exec(variable) ?? [];
    if (plain === undefined && variable.includes(GAP)) scope.disturb('computed');
    if (plain === undefined) continue;
    if (name === 'mapfile' || name === 'readarray') scope.setList(plain, [looseWord(value, true)]);
    else scope.set(plain, { kind: 'text', value });
  }
}

/** `printf -v NAME` and `printf -vNAME`. */
function printfVariable(texts: readonly string[]): readonly string[] {
  const at = texts.findIndex((text) => text.startsWith('-v'));
  if (at === -1) return [];
  return texts[at] === '-v' ? texts.slice(at + 1, at + 2) : [texts[at]?.slice(2) ?? ''];
}
