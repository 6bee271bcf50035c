import { describe, expect, test } from 'vitest';
import { unknown } from '../../../../common/script/pieces';
import { ShellSource } from '../../../../common/script/shell-source';
import { pieceIn, spanIn, wayIn } from '../../../fakes/parsed-script';

describe('the script itself', () => {
  const text = 'kvm -m 4G\n';
  const source = ShellSource.ofScript(text);

  test('what stands there is written there', () => {
    expect(source.piecesAt(4, 6, false)).toEqual([pieceIn(text, '-m')]);
    expect(source.piecesAt(7, 9, true)).toEqual([pieceIn(text, '4G', { isQuoted: true })]);
    expect(source.spanOf(4, 9)).toEqual({ start: 4, end: 9 });
  });
  test('behind every word there is room for another', () => {
    expect(source.endOf(3)).toBe(3);
  });
});

describe('a script within the script', () => {
  // As `bash -c "exec kvm -m $mem -hda $disk"` hands it on, where only the memory is known.
  const text = `mem='4G'; bash -c "exec kvm -m $mem -hda $disk"`;
  const argument = spanIn(text, `"exec kvm -m $mem -hda $disk"`);
  const value = [
    pieceIn(text, 'exec kvm -m ', { isQuoted: true }),
    pieceIn(text, '4G', { isQuoted: true, via: [wayIn(text, '$mem')] }),
    pieceIn(text, ' -hda ', { isQuoted: true }),
    unknown('outside'),
  ];
  const source = ShellSource.ofValue(value, argument);
  const inside = (part: string): [number, number] => {
    const { start, end } = spanIn(source.text, part);
    return [start, end];
  };

  test('what is not known in it is a variable that nobody sets', () => {
    expect(source.text).toBe('exec kvm -m 4G -hda ${HUGEPAGES_GUIDE_outside}');
  });
  test('each bit of it is found again where the script has it', () => {
    expect(source.piecesAt(...inside('kvm'), false)).toEqual([pieceIn(text, 'kvm')]);
    expect(source.piecesAt(...inside('m 4G -'), false).map(({ text: of, start }) => [of, start])).toEqual([
      ['m ', text.indexOf('m $mem')],
      ['4G', text.indexOf('4G')],
      [' -', text.indexOf(' -hda')],
    ]);
  });
  test('a bit of it that came through a variable still knows the way', () => {
    const [found] = source.piecesAt(...inside('4G'), true);
    expect(found?.via).toEqual([wayIn(text, '$mem')]);
  });
  test('a stretch is where the argument has it, or else the argument as a whole', () => {
    expect(source.spanOf(...inside('exec kvm'))).toEqual(spanIn(text, 'exec kvm'));
    expect(source.spanOf(...inside('4G'))).toEqual(argument);
  });
  test('behind a word between the quotes there is room, as a blank ends no word there', () => {
    expect(source.endOf(inside('kvm')[1])).toBe(spanIn(text, 'kvm').end);
  });
  test('behind a word without quotes there is none: the blank would end the argument', () => {
    const bare = String.raw`bash -c kvm\ -nographic`;
    const pieces = [pieceIn(bare, 'kvm'), pieceIn(bare, '\\ ', { text: ' ' }), pieceIn(bare, '-nographic')];
    expect(ShellSource.ofValue(pieces, spanIn(bare, String.raw`kvm\ -nographic`)).endOf(3)).toBeNull();
  });
  test('an escaped character of it stands where the whole escape stands', () => {
    const outer = String.raw`bash -c "kvm -name a\\ b"`;
    const pieces = [
      pieceIn(outer, 'kvm -name a', { isQuoted: true }),
      pieceIn(outer, '\\\\', { text: '\\', isQuoted: true }),
      pieceIn(outer, ' b', { isQuoted: true }),
    ];
    const nested = ShellSource.ofValue(pieces, spanIn(outer, String.raw`"kvm -name a\\ b"`));
    const at = nested.text.indexOf('\\ ');
    expect(nested.text).toBe(String.raw`kvm -name a\ b`);
    expect(nested.escapedAt(at, at + 2, ' ', false)).toMatchObject({ text: ' ', ...spanIn(outer, '\\\\ ') });
  });
});
