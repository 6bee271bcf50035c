import { describe, expect, test } from 'vitest';
import {
  causesIn,
  choice,
  GAP,
  hasDefault,
  isSamePiece,
  patternOf,
  slicePiece,
  textOf,
  textsOf,
  unknown,
  type Value,
  writtenAt,
} from '../../../../common/script/pieces';
import { pieceIn, spanIn, wayIn } from '../../../fakes/parsed-script';

const SCRIPT = `mem=4G; kvm -m "$mem" -name it\\'s -hda disk.img`;
const choiceOf = (...options: readonly Value[]): ReturnType<typeof choice> => choice(options);
const four = pieceIn(SCRIPT, '4G');
const name = pieceIn(SCRIPT, 'it');
const quote = pieceIn(SCRIPT, `\\'`, { text: `'` });
const disk = pieceIn(SCRIPT, 'disk');
const ending = pieceIn(SCRIPT, '.img');

describe('what a value reads as', () => {
  test('it is its pieces one after another, with a gap for each that is not known', () => {
    expect(patternOf([name, quote, unknown('outside'), disk])).toBe(`it'${GAP}disk`);
    expect(textOf([name, quote])).toBe(`it'`);
    expect(textOf([name, unknown('printed')])).toBeNull();
    expect(textOf([])).toBe('');
  });
  test('a choice between texts that read the same is that text', () => {
    const same = choiceOf([four], [pieceIn('mem=4G', '4G')]);
    expect(textOf([same])).toBe('4G');
    expect(textOf([choiceOf([four], [disk])])).toBeNull();
  });
  test('a choice can be listed, each text once, with what stands around it', () => {
    expect(textsOf([disk, choiceOf([], [four], [four])])).toEqual(['disk', 'disk4G']);
    expect(textsOf([choiceOf([disk], [name]), choiceOf([four], [])])).toEqual(['disk4G', 'disk', 'it4G', 'it']);
  });
  test('what is not known cannot be listed, nor can more than was asked for', () => {
    expect(textsOf([choiceOf([four], [unknown('outside')])])).toBeNull();
    expect(textsOf([choiceOf([four], [disk]), choiceOf([four], [disk])], 3)).toBeNull();
    const many = choiceOf(...Array.from({ length: 17 }, (_, index): Value => [pieceIn(String(index), String(index))]));
    expect(textsOf([many])).toBeNull();
    expect(textsOf([many], 17)).toHaveLength(17);
  });
  test('every cause is named, also those within a choice', () => {
    expect(causesIn([four, unknown('sourced'), choiceOf([unknown('printed')], [disk])])).toEqual([
      'sourced',
      'printed',
    ]);
    expect(causesIn([four])).toEqual([]);
  });
  test('a default is one wherever it stands', () => {
    const preset = { ...four, isDefault: true };
    expect([[preset], [choiceOf([], [disk, preset])], [four, disk]].map(hasDefault)).toEqual([true, true, false]);
  });
});

describe('a piece and its place', () => {
  test('a part of a piece knows where in the script it stands', () => {
    expect(slicePiece(disk, 1, 3)).toEqual({ ...disk, text: 'is', start: disk.start + 1, end: disk.start + 3 });
  });
  test('an escaped character keeps its whole place', () => {
    expect(slicePiece(quote, 0, 1)).toEqual(quote);
  });
  test('two pieces are the same where they stand at one place, whatever way they came', () => {
    const viaName = { ...four, via: [wayIn(SCRIPT, '$mem')] };
    expect(isSamePiece(four, viaName)).toBe(true);
    expect(isSamePiece(four, { ...four, start: 0, end: 2 })).toBe(false);
    expect(isSamePiece(unknown('outside'), unknown('outside'))).toBe(false);
  });
});

describe('where a value can be replaced', () => {
  test('one stretch of the script, whole or in part', () => {
    expect(writtenAt([disk, ending], 0, 8)).toEqual(spanIn(SCRIPT, 'disk.img'));
    expect(writtenAt([disk, ending], 2, 6)).toEqual(spanIn(SCRIPT, 'sk.i'));
  });
  test('nowhere, if it stands in several places or is not known', () => {
    expect(writtenAt([name, disk], 0, 6)).toBeNull();
    expect(writtenAt([disk, unknown('outside')], 0, 5)).toBeNull();
    expect(writtenAt([], 0, 0)).toBeNull();
  });
  test('what is not known may stand beside it', () => {
    expect(writtenAt([unknown('outside'), disk], 1, 5)).toEqual(spanIn(SCRIPT, 'disk'));
  });
  test('an escaped character goes as a whole', () => {
    expect(writtenAt([name, quote], 0, 3)).toEqual(spanIn(SCRIPT, `it\\'`));
    const escapedTwice = pieceIn('\\u4f60', '\\u4f60', { text: '你们' });
    expect(writtenAt([escapedTwice], 0, 1)).toBeNull();
  });
  test('a value that comes from a variable is replaced where the variable is used, and the variable stays', () => {
    const use = wayIn(SCRIPT, '$mem');
    expect(writtenAt([{ ...four, via: [use] }], 0, 2)).toBe(use);
    expect(writtenAt([pieceIn(SCRIPT, '-m'), { ...four, via: [use] }], 2, 4)).toBe(use);
  });
  test('of several ways the last one counts, which is nearest to the command', () => {
    const [first, last] = [wayIn(SCRIPT, 'mem'), wayIn(SCRIPT, '$mem')];
    expect(writtenAt([{ ...four, via: [first, last] }], 0, 2)).toBe(last);
  });
  test('a part of what an expansion gives is replaced where the text stands', () => {
    const use = wayIn(SCRIPT, '$mem');
    expect(writtenAt([{ ...four, via: [use] }], 0, 1)).toEqual({ start: four.start, end: four.start + 1 });
    const both = [
      { ...disk, via: [use] },
      { ...ending, via: [use] },
    ];
    expect(writtenAt(both, 4, 8)).toEqual(spanIn(SCRIPT, '.img'));
  });
});
