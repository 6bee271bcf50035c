import { beforeEach, describe, expect, test } from 'vitest';
import { argumentWords, assignedValue } from '../../../../common/script/expand-argument';
import { hasDefault, textOf, type Value } from '../../../../common/script/pieces';
import type { Reading } from '../../../../common/script/reading-point';
import type { Scope } from '../../../../common/script/scope';
import type { ShellNode } from '../../../../common/script/shell-node';
import { ShellSource } from '../../../../common/script/shell-source';
import { causesFor, expand, onlyWord, textsFor, usualScope } from '../../../fakes/expanded-words';
import { shown, spanIn, wayIn, withScript } from '../../../fakes/parsed-script';

let scope: Scope;

beforeEach(() => {
  scope = usualScope();
});

describe('quotes', () => {
  test.each([
    ['plain words', '-m 4G -hda win10.img', ['-m', '4G', '-hda', 'win10.img']],
    ['single quotes', `'a  b' '$mem' '\\'`, ['a  b', '$mem', '\\']],
    ['double quotes', String.raw`"a  b" "5\$" "say \"hi\"" "C:\dir"`, ['a  b', '5$', 'say "hi"', String.raw`C:\dir`]],
    ['quotes within a word', `file='my disk'.img,"if"=virtio`, ['file=my disk.img,if=virtio']],
    ['quotes that the shell decodes', String.raw`$'a\tb\'c'`, [`a\tb'c`]],
    ['quotes for translators', '$"Windows 10"', ['Windows 10']],
    ['escaped blanks', String.raw`my\ disk.img`, ['my disk.img']],
    ['nothing between quotes', `'' "" ''""`, ['', '', '']],
    ['a continued line', '-m \\\n  4G', ['-m', '4G']],
    ['Chinese text', `-name "办公 电脑" 测试`, ['-name', '办公 电脑', '测试']],
  ])('%s', async (_, typed, expected) => {
    expect(await textsFor(typed, scope)).toEqual(expected);
  });
  test('what a path or a pattern stands for is not looked up', async () => {
    expect(await textsFor('~/vm/a.img *.img', scope)).toEqual(['~/vm/a.img', '*.img']);
  });
});

describe('what is not followed', () => {
  test.each([
    ['${mem%G}', 'computed'],
    ['${mem/G/M}', 'computed'],
    ['${mem:0:1}', 'computed'],
    ['${mem^^}', 'computed'],
    ['${#mem}', 'computed'],
    ['${!mem}', 'computed'],
    ['$((4*1024))', 'computed'],
    ['<(cat opts)', 'computed'],
    ['$(nproc)', 'printed'],
    ['`nproc`', 'printed'],
    ['"$(cat a | head -1)"', 'printed'],
  ])('%s is %s', async (typed, cause) => {
    expect(await causesFor(typed, scope)).toEqual([cause]);
  });
  test('what was printed may be no word or several, unless it is quoted; a number is one', async () => {
    expect((await onlyWord('$(cat opts)', scope)).maySplit).toBe(true);
    expect((await onlyWord('"$(cat opts)"', scope)).maySplit).toBe(false);
    expect((await onlyWord('$((4*1024))', scope)).maySplit).toBe(false);
  });
  test.each(['$(command -v kvm)', '"$(which kvm)"', '`type -p kvm`', '$(type -P kvm)'])(
    '%s is the program that it looks up, which may lie elsewhere',
    async (typed) => {
      const { pieces } = await onlyWord(typed, scope);
      expect([textOf(pieces), hasDefault(pieces)]).toEqual(['kvm', true]);
    },
  );
});

describe('where it is written', () => {
  test('each argument knows its place, and a word that is the whole argument knows that too', async () => {
    const [option, value] = await expand('-hda "$disk"', scope);
    expect(option?.written).toEqual({ start: 2, end: 6, isLast: true });
    expect(value?.alone).toEqual({ start: 7, end: 14 });
    expect(value?.end).toBe(14);
  });
  test('a text from a variable knows the expansion that it came through', async () => {
    const [word] = await expand('id=$mem', scope);
    expect(word?.pieces.at(-1)).toMatchObject({ text: '4G', via: [wayIn('x id=$mem', '$mem')] });
  });
  test('a default is written in the expansion itself', async () => {
    const [word] = await expand('${MEM:-4G}', scope);
    expect(word?.pieces).toMatchObject([{ text: '4G', ...spanIn('x ${MEM:-4G}', '4G'), via: [] }]);
  });
});

describe('lines that end as in Windows', () => {
  const readingOf = (text: string): Reading => ({ source: ShellSource.ofScript(text), scope });

  test('the carriage return belongs to the last word of its line, as bash takes it', async () => {
    const text = 'x -m 4G\r\ny\r\n';
    const words = await withScript(text, ({ root }) =>
      (root.namedChildren[0]?.namedChildren ?? []).flatMap((node) => argumentWords(node, readingOf(text))),
    );
    expect(words.map(shown)).toEqual(['x', '-m', '4G\r']);
  });
  test('also to a value that is assigned', async () => {
    const text = 'mem=4G\r\n';
    const valueAt = (node: ShellNode | null | undefined): Value =>
      node == null ? [] : assignedValue(node, readingOf(text));
    const value = await withScript(text, ({ root }) => valueAt(root.namedChildren[0]?.childForFieldName('value')));
    expect(textOf(value)).toBe('4G\r');
  });
});

describe('what is assigned', () => {
  const assigned = (typed: string): Promise<string | null> => {
    const text = `v=${typed}\n`;
    return withScript(text, ({ root }) => {
      const node = root.namedChildren[0]?.childForFieldName('value');
      return node == null ? null : textOf(assignedValue(node, { source: ShellSource.ofScript(text), scope }));
    });
  };

  test.each([
    ['$opts', '-m 4G'],
    ['"$opts -s"', '-m 4G -s'],
    ["'a'$mem", 'a4G'],
    ['"${args[@]}"', '-m 4G'],
    ['${args[*]}', '-m 4G'],
  ])('%s is not split', async (typed, expected) => {
    expect(await assigned(typed)).toBe(expected);
  });
});
