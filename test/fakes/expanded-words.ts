import { argumentWords } from '../../common/script/expand-argument';
import { causesIn, type Word } from '../../common/script/pieces';
import { Scope } from '../../common/script/scope';
import { ShellSource } from '../../common/script/shell-source';
import { pieceIn, plainWords, shown, withScript } from './parsed-script';

/** With what is set before: mem=4G none= opts="-m 4G" disk='my disk' args=(-m 4G) empty=() */
export function usualScope(): Scope {
  const scope = new Scope();
  const set = (name: string, text: string): void => {
    scope.set(name, { kind: 'text', value: text === '' ? [] : [pieceIn(text, text, { isQuoted: true })] });
  };
  set('mem', '4G');
  set('none', '');
  set('opts', '-m 4G');
  set('disk', 'my disk');
  scope.setList('args', plainWords('-m 4G'));
  scope.setList('empty', []);
  return scope;
}

/** The words that these arguments, as typed behind a command, become. */
export function expand(typed: string, scope: Scope): Promise<readonly Word[]> {
  const text = `x ${typed}\n`;
  return withScript(text, ({ root }) => {
    const [, ...nodes] = root.namedChildren[0]?.namedChildren ?? [];
    return nodes.flatMap((node) => argumentWords(node, { source: ShellSource.ofScript(text), scope }));
  });
}

/** Them as text, with … for what is not known. */
export async function textsFor(typed: string, scope: Scope): Promise<readonly string[]> {
  return (await expand(typed, scope)).map(shown);
}

/** The one word that it becomes. */
export async function onlyWord(typed: string, scope: Scope): Promise<Word> {
  const [word, ...others] = await expand(typed, scope);
  if (word === undefined || others.length > 0) throw new Error(`${typed} is not one word`);
  return word;
}

/** Why that is not known. */
export async function causesFor(typed: string, scope: Scope): Promise<readonly string[]> {
  return causesIn((await onlyWord(typed, scope)).pieces);
}
