import { describe, expect, test } from 'vitest';
import { looseWord, type Word } from '../../../../common/script/pieces';
import { behindProgram, spanOf } from '../../../../common/script/planned-edit';
import { pieceIn, spanIn, startsOf } from '../../../fakes/parsed-script';

describe('spanOf', () => {
  const script = `path=/dev/shm; kvm -mem-path "$path" -hda a' 'b`;

  test('a word that is an argument goes with its quotes', () => {
    const word: Word = { ...looseWord([pieceIn(script, '/dev/shm')], false), alone: spanIn(script, '"$path"') };
    expect(spanOf(word)).toEqual(spanIn(script, '"$path"'));
  });
  test('one among others goes as far as it is written', () => {
    expect(spanOf(looseWord([pieceIn(script, '/dev'), pieceIn(script, '/shm')], false))).toEqual(
      spanIn(script, '/dev/shm'),
    );
  });
  test('one that is written in two places has no place', () => {
    expect(spanOf(looseWord([pieceIn(script, '/dev/shm'), pieceIn(script, 'hda')], false))).toBeNull();
  });
});

/** The script, with ⟨⟩ where an option would be put in. */
async function marked(text: string): Promise<string> {
  const [start] = await startsOf(text);
  if (start === undefined) throw new Error('no start');
  const at = behindProgram(start.programWord);
  if (at === null) return text;
  return `${text.slice(0, at)}⟨⟩${text.slice(at)}`;
}

describe('behindProgram', () => {
  test.each([
    ['the word itself', 'sudo kvm⟨⟩ -m 4G\n'],
    ['the word at the end of its line', 'kvm⟨⟩\n'],
    ['the word before a continuation', 'exec qemu-system-x86_64⟨⟩ \\\n  -m 4G\n'],
    ['the word before a comment', 'kvm⟨⟩ # -m 4G\n'],
    ['the word before a redirection', 'kvm⟨⟩ >log 2>&1\n'],
    ['a word between quotes', '"/opt/my qemu/qemu-system-x86_64"⟨⟩ -m 4G\n'],
    ['a word of several parts', 'arch=x86_64\nqemu-system-"$arch"⟨⟩ -m 4G\n'],
    ['a variable with the program alone', 'q=kvm\n$q⟨⟩ -m 4G\n'],
    ['a variable with wrapper and program', 'q="sudo -E kvm"\n$q⟨⟩ -m 4G\n'],
    ['a command substitution', '$(which kvm)⟨⟩ -m 4G\n'],
    ['the word within a text that holds options too', 'q="kvm⟨⟩ -enable-kvm"\n$q -m 4G\n'],
    ['the word within a list', 'q=(nice kvm⟨⟩ -enable-kvm)\n"${q[@]}" -m 4G\n'],
    ['the word in a call', 'run() { "$@"; }\nrun kvm⟨⟩ -m 4G\n'],
    ['the word in a text for a shell', `bash -c 'cd /vm && kvm⟨⟩ -m 4G'\n`],
    ['the word in a text for eval', 'eval "kvm⟨⟩ -m 4G"\n'],
    ['the word in a here-document', 'bash <<END\nkvm⟨⟩ -m 4G\nEND\n'],
    ['a variable within a text for a shell', 'q=kvm\nbash -c "$q⟨⟩ -m 4G"\n'],
    ['a variable within a text', 'q=kvm\nr="$q⟨⟩ -s"\n$r -m 4G\n'],
    ['the word in backticks', 'x=`kvm⟨⟩ -m 4G`\n'],
  ])('behind %s', async (_, expected) => {
    expect(await marked(expected.replace('⟨⟩', ''))).toBe(expected);
  });
  test('nowhere behind an expansion without quotes, in a text for a shell', async () => {
    const text = 'q=kvm\neval $q -m 4G\n';
    expect(await marked(text)).toBe(text);
  });
});
