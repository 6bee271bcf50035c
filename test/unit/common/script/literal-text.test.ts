import { describe, expect, test } from 'vitest';
import { literalPieces, type Quoting } from '../../../../common/script/literal-text';
import type { TextPiece } from '../../../../common/script/pieces';
import { ShellSource } from '../../../../common/script/shell-source';

function piecesOf(script: string, quoting: Quoting): readonly TextPiece[] {
  return literalPieces(ShellSource.ofScript(script), 0, script.length, quoting);
}

function textOf(script: string, quoting: Quoting): string {
  return piecesOf(script, quoting)
    .map(({ text }) => text)
    .join('');
}

describe('literalPieces', () => {
  test.each<[Quoting, string, string]>([
    ['bare', String.raw`win\ 10`, 'win 10'],
    ['bare', String.raw`a\\b\$c\;d`, String.raw`a\b$c;d`],
    ['bare', 'disk\\\n.img', 'disk.img'],
    ['double', String.raw`say \"hi\" for 5\$ in \`pwd\``, 'say "hi" for 5$ in `pwd`'],
    ['double', String.raw`C:\Windows \'x\'`, String.raw`C:\Windows \'x\'`],
    ['double', '-m 4G \\\n-smp 2', '-m 4G -smp 2'],
    ['single', String.raw`C:\\Windows\n \"`, String.raw`C:\\Windows\n \"`],
    ['single', 'two\\\nlines', 'two\\\nlines'],
    ['ansi', String.raw`a\tb\nc\\d\'e\"f`, `a\tb\nc\\d'e"f`],
    ['ansi', String.raw`\x41\101\u4f60`, String.raw`\x41\101\u4f60`],
    ['here-document', String.raw`echo "\"" \$MEM \\ \``, 'echo "\\"" $MEM \\ `'],
    ['here-document', 'kvm \\\n-m 4G', 'kvm -m 4G'],
  ])('%s: %j reads as %j', (quoting, script, expected) => {
    expect(textOf(script, quoting)).toBe(expected);
  });
  test('a backslash at the very end stands for itself', () => {
    expect(textOf('disk\\', 'bare')).toBe('disk\\');
  });
  test('what is written as it reads stays in one piece; an escaped character has a place of its own', () => {
    expect(piecesOf(String.raw`win\ 10`, 'bare').map(({ text, start, end }) => [text, start, end])).toEqual([
      ['win', 0, 3],
      [' ', 3, 5],
      ['10', 5, 7],
    ]);
  });
  test('only what stands between quotes may hold a blank that ends no word', () => {
    expect(piecesOf('a', 'bare').map(({ isQuoted }) => isQuoted)).toEqual([false]);
    for (const quoting of ['double', 'single', 'ansi', 'here-document'] as const) {
      expect(piecesOf('a b', quoting).map(({ isQuoted }) => isQuoted)).toEqual([true]);
    }
  });
  test('of a stretch of the script only that stretch is read', () => {
    const script = String.raw`kvm -name a\ b -hda c\ d`;
    const found = literalPieces(ShellSource.ofScript(script), 10, 14, 'bare');
    expect(found.map(({ text }) => text)).toEqual(['a', ' ', 'b']);
  });
});
