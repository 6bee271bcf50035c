import { describe, expect, test } from 'vitest';
import { tintsOf } from '../../../../common/script/tints';
import { spanIn, withScript } from '../../../fakes/parsed-script';

/** The text in its tints: `option:-m`. */
function tinted(text: string, part = text): Promise<readonly string[]> {
  return withScript(text, ({ root }) => {
    const { start, end } = spanIn(text, part);
    return tintsOf(root, text, start, end).map((one) => `${one.tint}:${text.slice(one.start, one.end)}`);
  });
}

/** Those that have any. */
async function coloured(text: string): Promise<readonly string[]> {
  return (await tinted(text)).filter((one) => !one.startsWith('plain:'));
}

describe('tintsOf', () => {
  test.each([
    ['a command', 'kvm -m 4G -hda win10.img', ['program:kvm', 'option:-m', 'option:-hda']],
    [
      'a program in a folder',
      '/usr/bin/qemu-system-x86_64 --version',
      ['program:/usr/bin/qemu-system-x86_64', 'option:--version'],
    ],
    ['another program', 'qemu-img create -f qcow2 a', ['option:-f']],
    ['a comment', '# kvm -m 4G', ['comment:# kvm -m 4G']],
    ['a comment behind', 'ls # $x "y"', ['comment:# $x "y"']],
    ['strings', `echo "a" 'b -m' $'c'`, ['string:"a"', `string:'b -m'`, `string:$'c'`]],
    ['variables', 'echo $a ${b:-c} $1 $@', ['variable:$a', 'variable:${b:-c}', 'variable:$1', 'variable:$@']],
    ['a variable in a string', 'echo "a $b c"', ['string:"a ', 'variable:$b', 'string: c"']],
    ['an assignment', 'mem=4G', ['variable:mem']],
    ['an element', 'args+=(-m "$mem")', ['variable:args', 'option:-m', 'string:"', 'variable:$mem', 'string:"']],
    ['a branch', 'if a; then b; elif c; then d; else e; fi', ['if', 'then', 'elif', 'then', 'else', 'fi'].map(keyword)],
    ['a loop', 'for i in 1; do b; done', ['keyword:for', 'variable:i', ...['in', 'do', 'done'].map(keyword)]],
    ['a choice', 'case a in b) c;; esac', ['case', 'in', 'esac'].map(keyword)],
    ['a function', 'function f { local a=1; }', ['function', 'local'].map(keyword).concat('variable:a')],
    ['a keyword as a word', 'echo if then', []],
  ])('%s', async (_, text, expected) => {
    expect(await coloured(`${text}\n`)).toEqual(expected);
  });
  test('a here-document is a string, with its variables', async () => {
    expect(await coloured('cat <<END\nkvm -m $mem\nEND\n')).toEqual(['string:kvm -m ', 'variable:$mem', 'string:\n']);
  });
  test('of a stretch only the stretch is tinted', async () => {
    const text = 'echo "one two three"\n# kvm\n';
    expect(await tinted(text, 'two')).toEqual(['string:two']);
    expect(await tinted(text, 'echo "one')).toEqual(['plain:echo ', 'string:"one']);
  });
  test.each([
    '\n\n  kvm -m 4G   \n\n',
    'a=1 b="$c" kvm $(x "y") `z` <(w) >/dev/null 2>&1 && { d; } | e &\n',
    '#!/bin/sh\n# 启动\nkvm -name "办公" \\\n  -m 4G # 🖥️\n\n',
    'cat <<-END | sh\n\tkvm -m 4G\n\tEND\n',
    '',
  ])('is without gaps, in order and complete: %j', async (text) => {
    const found = await withScript(text, ({ root }) => tintsOf(root, text, 0, text.length));
    expect(found.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    found.forEach(({ start, end, tint }, index) => {
      expect(end).toBeGreaterThan(start);
      expect(start).toBe(found[index - 1]?.end ?? 0);
      expect(tint).not.toBe(found[index - 1]?.tint);
    });
  });
});

function keyword(word: string): string {
  return `keyword:${word}`;
}
