import { describe, expect, test } from 'vitest';
import {
  choice,
  looseWord,
  patternOf,
  type Piece,
  unknown,
  type Value,
  type Word,
} from '../../../../common/script/pieces';
import { joinWords, type Part, splitWords } from '../../../../common/script/split-words';
import { pieceIn, plainWords, shown, spanIn, wayIn } from '../../../fakes/parsed-script';

const SCRIPT = `opts="-m 4G -smp 2"; disk='my disk'; kvm -x"$opts"y $opts a\\ b "" $none`;
const ARGUMENT = { ...spanIn(SCRIPT, '-x"$opts"y'), wordEnd: spanIn(SCRIPT, '-x"$opts"y').end };

const glued = (piece: Piece): Part => ({ kind: 'piece', piece, isSplit: false });
const split = (piece: Piece): Part => ({ kind: 'piece', piece, isSplit: true });
const list = (words: readonly Word[], isOwn = false): Part => ({ kind: 'list', words, isOwn });
const quoted = (text: string): Piece => pieceIn(SCRIPT, text, { isQuoted: true });
const oneOf = (...texts: readonly string[]): Piece =>
  choice(texts.map((text): Value => (text === '' ? [] : [pieceIn(text, text)])));

function wordsOf(...parts: readonly Part[]): readonly Word[] {
  return splitWords(parts, ARGUMENT);
}

function texts(...parts: readonly Part[]): readonly string[] {
  return wordsOf(...parts).map(shown);
}

describe('splitWords', () => {
  test('what is not quoted is split at its blanks, what is quoted stays one word', () => {
    expect(texts(split(quoted('-m 4G -smp 2')))).toEqual(['-m', '4G', '-smp', '2']);
    expect(texts(glued(quoted('-m 4G -smp 2')))).toEqual(['-m 4G -smp 2']);
  });
  test('tabs and line ends are blanks too, at the ends as well', () => {
    const text = ' \t-m\n\t4G \n';
    expect(texts(split(pieceIn(text, text)))).toEqual(['-m', '4G']);
  });
  test('what stands right before and behind belongs to the first and the last word', () => {
    const parts = [glued(quoted('-x')), split(quoted('-m 4G -smp 2')), glued(quoted('y'))];
    expect(texts(...parts)).toEqual(['-x-m', '4G', '-smp', '2y']);
  });
  test('a blank at the edge of what is split ends the word before it', () => {
    const text = ' -m ';
    expect(texts(glued(quoted('-x')), split(pieceIn(text, text)), glued(quoted('y')))).toEqual(['-x', '-m', 'y']);
  });
  test('nothing is no word, but nothing between quotes is one', () => {
    expect(texts(split(pieceIn(SCRIPT, '')))).toEqual([]);
    expect(texts(glued(pieceIn(SCRIPT, '', { isQuoted: true })))).toEqual(['']);
  });
  test('an escaped blank that is split ends a word', () => {
    const escaped = pieceIn(SCRIPT, '\\ ', { text: ' ' });
    expect(texts(split(pieceIn(SCRIPT, 'a')), split(escaped), split(pieceIn(SCRIPT, 'b')))).toEqual(['a', 'b']);
    expect(texts(glued(pieceIn(SCRIPT, 'a')), glued(escaped), glued(pieceIn(SCRIPT, 'b')))).toEqual(['a b']);
  });
  test('what is not known may be no word, or several, unless it is quoted', () => {
    expect(wordsOf(split(unknown('outside'))).map(({ maySplit }) => maySplit)).toEqual([true]);
    expect(wordsOf(glued(unknown('outside'))).map(({ maySplit }) => maySplit)).toEqual([false]);
    expect(texts(glued(quoted('-x')), split(unknown('outside')))).toEqual(['-x…']);
  });
});

describe('lists', () => {
  const words = plainWords('-m 4G');

  test('each element is a word, whatever is in it', () => {
    const disk = looseWord([pieceIn(SCRIPT, 'my disk', { isQuoted: true })], false);
    expect(texts(list([...words, disk]))).toEqual(['-m', '4G', 'my disk']);
    expect(texts(list([]))).toEqual([]);
  });
  test('what stands right before the list belongs to its first element', () => {
    expect(texts(glued(quoted('-x')), list(words))).toEqual(['-x-m', '4G']);
  });
  test('the words of a call keep the place where the call has them', () => {
    const [first] = wordsOf(list(words, true));
    expect(first).toBe(words[0]);
    const [other] = wordsOf(list(words));
    expect(other?.written).toEqual({ ...spanIn(SCRIPT, '-x"$opts"y'), isLast: false });
  });
  test('joined, they are one text with a blank between each two', () => {
    expect(patternOf(joinWords(words))).toBe('-m 4G');
    expect(joinWords([])).toEqual([]);
  });
  test('joined, a word that is not always there is a choice', () => {
    const perhaps = words.map((word, index) => ({ ...word, isCertain: index === 0 }));
    expect(joinWords(perhaps)).toMatchObject([{ text: '-m' }, { kind: 'choice', options: [[], [{}, { text: '4G' }]] }]);
  });
});

describe('choices', () => {
  test('between single words stays one word that may be none', () => {
    const [word, ...others] = wordsOf(split(oneOf('', '-nographic')));
    expect([word?.maySplit, word?.isCertain, others]).toEqual([true, true, []]);
  });
  test('between texts of several words gives the words of all of them, none of them certain', () => {
    expect(texts(split(oneOf('', '-m 4G')))).toEqual(['(-m)', '(4G)']);
    expect(texts(split(oneOf('-s', '-m 4G')))).toEqual(['(-s)', '(-m)', '(4G)']);
  });
  test('words around it stay certain', () => {
    const behind = ' -S';
    expect(texts(glued(quoted('-x')), split(oneOf('', ' -m 4G')), split(pieceIn(behind, behind)))).toEqual([
      '-x',
      '(-m)',
      '(4G)',
      '-S',
    ]);
  });
  test('one that goes on with the word before it leaves that word unknown', () => {
    expect(texts(glued(quoted('-x')), split(oneOf('a b', 'c')))[0]).toBe('-x…');
  });
});

describe('where words are written', () => {
  test('the only word of an argument is the argument', () => {
    const [word] = wordsOf(glued(quoted('-m 4G -smp 2')));
    expect(word?.alone).toEqual(spanIn(SCRIPT, '-x"$opts"y'));
    expect(word?.written).toEqual({ ...spanIn(SCRIPT, '-x"$opts"y'), isLast: true });
  });
  test('one of several is not', () => {
    const words = wordsOf(split(quoted('-m 4G -smp 2')));
    expect(words.map(({ alone }) => alone)).toEqual([null, null, null, null]);
    expect(words.map(({ written }) => written.isLast)).toEqual([false, false, false, true]);
  });
  test('between quotes a word can be put behind each of them; behind the last one it is the end of the argument', () => {
    expect(wordsOf(split(quoted('-m 4G -smp 2'))).map(({ end }) => end)).toEqual([
      spanIn(SCRIPT, '-m').end,
      spanIn(SCRIPT, '4G').end,
      spanIn(SCRIPT, '-smp').end,
      ARGUMENT.wordEnd,
    ]);
  });
  test('without quotes it cannot', () => {
    const words = wordsOf(split(pieceIn(SCRIPT, '-m 4G -smp 2')));
    expect(words.map(({ end }) => end)).toEqual([null, null, null, ARGUMENT.wordEnd]);
  });
  test('an expansion that gives several words is the way to none of them alone', () => {
    const use = wayIn(SCRIPT, '$opts');
    const several = wordsOf(split(pieceIn(SCRIPT, '-m 4G -smp 2', { isQuoted: true, via: [use] })));
    expect(several.flatMap(({ pieces }) => pieces)).toMatchObject(Array.from({ length: 4 }, () => ({ via: [] })));
    const single = wordsOf(split(pieceIn(SCRIPT, 'my', { isQuoted: true, via: [use] })));
    expect(single[0]?.pieces).toMatchObject([{ via: [use] }]);
  });
});
