import { beforeEach, describe, expect, test } from 'vitest';
import { argumentWords, assignedValue, type Reading } from '../../../../common/script/expand-argument';
import { causesIn, hasDefault, textOf, textsOf, type Value, type Word } from '../../../../common/script/pieces';
import { Scope } from '../../../../common/script/scope';
import { ShellSource } from '../../../../common/script/shell-source';
import type { ShellNode } from '../../../../common/script/shell-node';
import { pieceIn, plainWords, shown, spanIn, wayIn, withScript } from '../../../fakes/parsed-script';

let scope: Scope;

/** What is set before: mem=4G none= opts="-m 4G" disk='my disk' args=(-m 4G) empty=() */
beforeEach(() => {
  scope = new Scope();
  const set = (name: string, text: string): void => {
    scope.set(name, { kind: 'text', value: text === '' ? [] : [pieceIn(text, text, { isQuoted: true })] });
  };
  set('mem', '4G');
  set('none', '');
  set('opts', '-m 4G');
  set('disk', 'my disk');
  scope.setList('args', plainWords('-m 4G'));
  scope.setList('empty', []);
});

function expand(typed: string): Promise<readonly Word[]> {
  const text = `x ${typed}\n`;
  return withScript(text, ({ root }) => {
    const [, ...nodes] = root.namedChildren[0]?.namedChildren ?? [];
    return nodes.flatMap((node) => argumentWords(node, { source: ShellSource.ofScript(text), scope }));
  });
}

async function textsFor(typed: string): Promise<readonly string[]> {
  return (await expand(typed)).map(shown);
}

async function onlyWord(typed: string): Promise<Word> {
  const [word, ...others] = await expand(typed);
  if (word === undefined || others.length > 0) throw new Error(`${typed} is not one word`);
  return word;
}

async function causesFor(typed: string): Promise<readonly string[]> {
  return causesIn((await onlyWord(typed)).pieces);
}

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
    expect(await textsFor(typed)).toEqual(expected);
  });
  test('what a path or a pattern stands for is not looked up', async () => {
    expect(await textsFor('~/vm/a.img *.img')).toEqual(['~/vm/a.img', '*.img']);
  });
});

describe('variables', () => {
  test.each([
    ['by name', '$mem', ['4G']],
    ['in braces', '${mem}', ['4G']],
    ['within a word', 'size=${mem},id=a', ['size=4G,id=a']],
    ['between quotes', '"size=$mem"', ['size=4G']],
    ['split at their blanks', '$opts', ['-m', '4G']],
    ['whole between quotes', '"$opts"', ['-m 4G']],
    ['split within a word', 'a${opts}b', ['a-m', '4Gb']],
    ['several in one word', '$mem$mem', ['4G4G']],
    ['empty: no word', '$none', []],
    ['empty beside other text', '"$none"x', ['x']],
  ])('%s', async (_, typed, expected) => {
    expect(await textsFor(typed)).toEqual(expected);
  });
  test('what nobody sets comes from outside; without quotes it may be no word or several', async () => {
    expect(await causesFor('$MEM')).toEqual(['outside']);
    expect((await onlyWord('$MEM')).maySplit).toBe(true);
    expect((await onlyWord('"$MEM"')).maySplit).toBe(false);
    expect(await textsFor('"$HOME/vm/a.img"')).toEqual(['…/vm/a.img']);
  });
  test('once a file was read in, that file may have set it', async () => {
    scope.disturb('sourced');
    expect(await causesFor('$MEM')).toEqual(['sourced']);
  });
  test('a list by its name alone is its first element', async () => {
    expect(await textsFor('$args "${args}"')).toEqual(['-m', '-m']);
  });
});

describe('lists', () => {
  test.each([
    ['all elements', '"${args[@]}"', ['-m', '4G']],
    ['all elements without quotes', '${args[@]} ${args[*]}', ['-m', '4G', '-m', '4G']],
    ['all elements as one text', '"${args[*]}"', ['-m 4G']],
    ['one element', '"${args[1]}" ${args[0]}', ['4G', '-m']],
    ['none', '"${empty[@]}"', []],
    ['with what stands before it', '"a${args[@]}"', ['a-m', '4G']],
    ['a plain variable taken for a list', '"${mem[@]}"', ['4G']],
  ])('%s', async (_, typed, expected) => {
    expect(await textsFor(typed)).toEqual(expected);
  });
  test.each(['"${args[$i]}"', '"${args[@]:1}"', '${#args[@]}', '"${!args[@]}"', '"${args[7]}"'])(
    '%s is computed',
    async (typed) => {
      expect(await causesFor(typed)).toEqual(['computed']);
    },
  );
  test('an element is not certain where the list has words that are not', async () => {
    const [first, second] = plainWords('-m 4G');
    if (first !== undefined && second !== undefined) scope.setList('args', [{ ...first, isCertain: false }, second]);
    expect(await causesFor('"${args[1]}"')).toEqual(['computed']);
  });
});

describe('arguments', () => {
  test('those of the script come from outside, none, one or several', async () => {
    const word = await onlyWord('"$@"');
    expect([causesIn(word.pieces), word.maySplit]).toEqual([['outside'], true]);
    expect(await causesFor('$*')).toEqual(['outside']);
  });
  test('those that are known are taken one by one, or as one text', async () => {
    scope.positional = plainWords('-m 4G');
    expect(await textsFor('"$@"')).toEqual(['-m', '4G']);
    expect(await textsFor('$*')).toEqual(['-m', '4G']);
    expect(await textsFor('"$*"')).toEqual(['-m 4G']);
    expect(await textsFor('-nographic "$@" -s')).toEqual(['-nographic', '-m', '4G', '-s']);
  });
  test('those of a call stay where the call has them', async () => {
    const words = plainWords('-m 4G');
    scope.positional = words;
    scope.isCall = true;
    expect(await expand('"$@"')).toEqual(words);
  });
  test.each(['"$?"', '"$$"', '"$!"', '"$#"'])('%s is nothing that can be read', async (typed) => {
    expect(await textsFor(typed)).toEqual(['…']);
  });
});

describe('defaults and alternatives', () => {
  test('a default stands for what nobody sets, and remembers that it is one', async () => {
    for (const typed of ['${MEM:-4G}', '${MEM-4G}', '"${MEM:-4G}"', '${MEM:=4G}', '${MEM=4G}']) {
      scope = new Scope();
      const { pieces } = await onlyWord(typed);
      expect([textOf(pieces), hasDefault(pieces)]).toEqual(['4G', true]);
    }
  });
  test('what the script sets comes first', async () => {
    expect(await textsFor('${mem:-8G} ${mem-8G} ${mem:=8G} ${mem:?no memory} ${mem?}')).toEqual(
      Array.from({ length: 5 }, () => '4G'),
    );
    expect(hasDefault((await onlyWord('${mem:-8G}')).pieces)).toBe(false);
  });
  test('with a colon an empty text counts as none, without one it counts', async () => {
    expect(await textsFor('${none:-8G} "${none-8G}x"')).toEqual(['8G', 'x']);
  });
  test('an assigned default is there from then on', async () => {
    expect(await textsFor('"${CPUS:=4}" $CPUS')).toEqual(['4', '4']);
  });
  test('a default may hold other variables, and quotes', async () => {
    expect(await textsFor('"${DISK:-$disk.img}"')).toEqual(['my disk.img']);
    expect(await textsFor('${DISK:-"my disk"}')).toEqual(['my disk']);
    expect(await textsFor('"${MEM:-${mem}}"')).toEqual(['4G']);
  });
  test('a default does not stand for what a command printed: that is there', async () => {
    scope.set('found', { kind: 'text', value: [{ kind: 'unknown', cause: 'printed' }] });
    expect(await causesFor('"${found:-4G}"')).toEqual(['printed']);
  });
  test('an alternative is given where the variable is, and is not where it is empty', async () => {
    expect(await textsFor('${mem:+-nographic} ${none:+-s}')).toEqual(['-nographic']);
  });
  test('where only running the script would tell, it is given or not', async () => {
    expect(textsOf((await onlyWord('${DEBUG:+-s}')).pieces)).toEqual(['', '-s']);
    expect(textsOf((await onlyWord('"${DEBUG+-s}"')).pieces)).toEqual(['', '-s']);
  });
  test('what must be set from outside is not known', async () => {
    expect(await causesFor('"${MEM:?please set MEM}"')).toEqual(['outside']);
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
    expect(await causesFor(typed)).toEqual([cause]);
  });
  test('what was printed may be no word or several, unless it is quoted; a number is one', async () => {
    expect((await onlyWord('$(cat opts)')).maySplit).toBe(true);
    expect((await onlyWord('"$(cat opts)"')).maySplit).toBe(false);
    expect((await onlyWord('$((4*1024))')).maySplit).toBe(false);
  });
  test.each(['$(command -v kvm)', '"$(which kvm)"', '`type -p kvm`', '$(type -P kvm)'])(
    '%s is the program that it looks up, which may lie elsewhere',
    async (typed) => {
      const { pieces } = await onlyWord(typed);
      expect([textOf(pieces), hasDefault(pieces)]).toEqual(['kvm', true]);
    },
  );
});

describe('where it is written', () => {
  test('each argument knows its place, and a word that is the whole argument knows that too', async () => {
    const [option, value] = await expand('-hda "$disk"');
    expect(option?.written).toEqual({ start: 2, end: 6, isLast: true });
    expect(value?.alone).toEqual({ start: 7, end: 14 });
    expect(value?.end).toBe(14);
  });
  test('a text from a variable knows the expansion that it came through', async () => {
    const [word] = await expand('id=$mem');
    expect(word?.pieces.at(-1)).toMatchObject({ text: '4G', via: [wayIn('x id=$mem', '$mem')] });
  });
  test('a default is written in the expansion itself', async () => {
    const [word] = await expand('${MEM:-4G}');
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
