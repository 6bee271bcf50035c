import { beforeEach, describe, expect, test } from 'vitest';
import { causesIn } from '../../../../common/script/pieces';
import type { Scope } from '../../../../common/script/scope';
import { causesFor, expand, onlyWord, textsFor, usualScope } from '../../../fakes/expanded-words';
import { plainWords } from '../../../fakes/parsed-script';

let scope: Scope;

beforeEach(() => {
  scope = usualScope();
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
    expect(await textsFor(typed, scope)).toEqual(expected);
  });
  test('what nobody sets comes from outside; without quotes it may be no word or several', async () => {
    expect(await causesFor('$MEM', scope)).toEqual(['outside']);
    expect((await onlyWord('$MEM', scope)).maySplit).toBe(true);
    expect((await onlyWord('"$MEM"', scope)).maySplit).toBe(false);
    expect(await textsFor('"$HOME/vm/a.img"', scope)).toEqual(['…/vm/a.img']);
  });
  test('once a file was read in, that file may have set it', async () => {
    scope.disturb('sourced');
    expect(await causesFor('$MEM', scope)).toEqual(['sourced']);
  });
  test('a list by its name alone is its first element', async () => {
    expect(await textsFor('$args "${args}"', scope)).toEqual(['-m', '-m']);
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
    expect(await textsFor(typed, scope)).toEqual(expected);
  });
  test.each(['"${args[$i]}"', '"${args[@]:1}"', '${#args[@]}', '"${!args[@]}"', '"${args[7]}"'])(
    '%s is computed',
    async (typed) => {
      expect(await causesFor(typed, scope)).toEqual(['computed']);
    },
  );
  test('an element is not certain where the list has words that are not', async () => {
    const [first, second] = plainWords('-m 4G');
    if (first !== undefined && second !== undefined) scope.setList('args', [{ ...first, isCertain: false }, second]);
    expect(await causesFor('"${args[1]}"', scope)).toEqual(['computed']);
  });
});

describe('arguments', () => {
  test('those of the script come from outside, none, one or several', async () => {
    const word = await onlyWord('"$@"', scope);
    expect([causesIn(word.pieces), word.maySplit]).toEqual([['outside'], true]);
    expect(await causesFor('$*', scope)).toEqual(['outside']);
  });
  test('those that are known are taken one by one, or as one text', async () => {
    scope.positional = plainWords('-m 4G');
    expect(await textsFor('"$@"', scope)).toEqual(['-m', '4G']);
    expect(await textsFor('$*', scope)).toEqual(['-m', '4G']);
    expect(await textsFor('"$*"', scope)).toEqual(['-m 4G']);
    expect(await textsFor('-nographic "$@" -s', scope)).toEqual(['-nographic', '-m', '4G', '-s']);
  });
  test('those of a call stay where the call has them', async () => {
    const words = plainWords('-m 4G');
    scope.positional = words;
    scope.isCall = true;
    expect(await expand('"$@"', scope)).toEqual(words);
  });
  test.each(['"$?"', '"$$"', '"$!"', '"$#"'])('%s is nothing that can be read', async (typed) => {
    expect(await textsFor(typed, scope)).toEqual(['…']);
  });
});
