import { describe, expect, test } from 'vitest';
import { causesIn, textOf, textsOf, type Value } from '../../../../common/script/pieces';
import { type Binding, Scope } from '../../../../common/script/scope';
import { pieceIn, plainWords, shown } from '../../../fakes/parsed-script';

const text = (of: string): Binding => ({ kind: 'text', value: of === '' ? [] : [pieceIn(of, of)] });

function valueOf(scope: Scope, name = 'mem'): Value {
  const binding = scope.get(name);
  return binding?.kind === 'text' ? binding.value : [];
}

function branches(scope: Scope, ...mem: readonly string[]): readonly Scope[] {
  return mem.map((of) => {
    const way = scope.fork();
    way.set('mem', text(of));
    return way;
  });
}

describe('variables', () => {
  test('one that the script never sets comes from outside', () => {
    const scope = new Scope();
    expect(scope.get('mem')).toBeUndefined();
    expect(causesIn(scope.textOf('mem'))).toEqual(['outside']);
    expect(scope.listOf('opts')).toEqual([]);
  });
  test('the last setting holds', () => {
    const scope = new Scope();
    scope.set('mem', text('2G'));
    scope.set('mem', text('4G'));
    expect(textOf(valueOf(scope))).toBe('4G');
  });
  test('a list read as a text is its first word, and a text read as a list is one word', () => {
    const scope = new Scope();
    scope.setList('opts', plainWords('-m 4G'));
    scope.set('mem', text('8 G'));
    scope.set('none', text(''));
    expect(textOf(scope.textOf('opts'))).toBe('-m');
    expect(scope.listOf('mem').map(shown)).toEqual(['8 G']);
    expect(scope.listOf('none')).toEqual([]);
  });
});

describe('branches', () => {
  test('a fork sees what was set before, and what it sets stays with it', () => {
    const scope = new Scope();
    scope.set('mem', text('2G'));
    const [way] = branches(scope, '4G');
    expect(textOf(valueOf(scope))).toBe('2G');
    expect(way && textOf(valueOf(way))).toBe('4G');
    expect(textOf(valueOf(scope.fork()))).toBe('2G');
  });
  test('after them it is any of what they set', () => {
    const scope = new Scope();
    scope.set('mem', text('1G'));
    scope.join(branches(scope, '2G', '4G'), false);
    expect(textsOf(valueOf(scope))).toEqual(['2G', '4G']);
  });
  test('where perhaps none is taken, it may also be what it was', () => {
    const scope = new Scope();
    scope.set('mem', text('1G'));
    scope.join(branches(scope, '2G'), true);
    expect(textsOf(valueOf(scope))).toEqual(['1G', '2G']);
  });
  test('one that only a branch sets may come from outside', () => {
    const scope = new Scope();
    scope.join(branches(scope, '2G'), true);
    expect(causesIn(valueOf(scope))).toEqual(['outside']);
  });
  test('what all of them leave as it was stays as certain as it was', () => {
    const scope = new Scope();
    scope.set('disk', text('win10.img'));
    scope.join(branches(scope, '2G', '4G'), false);
    expect(textOf(valueOf(scope, 'disk'))).toBe('win10.img');
  });
  test('a branch that ends the script has no say in what comes after', () => {
    const scope = new Scope();
    const [ends, goesOn] = branches(scope, '2G', '4G');
    if (ends !== undefined && goesOn !== undefined) {
      ends.hasEnded = true;
      scope.join([ends, goesOn], false);
    }
    expect(textOf(valueOf(scope))).toBe('4G');
    expect(scope.hasEnded).toBe(false);
  });
  test('when all branches end, and one is certainly taken, the script has ended', () => {
    const scope = new Scope();
    const ways = branches(scope, '2G', '4G');
    for (const way of ways) way.hasEnded = true;
    scope.join(ways, true);
    expect(scope.hasEnded).toBe(false);
    scope.join(ways, false);
    expect(scope.hasEnded).toBe(true);
  });
  test('what texts have in common stays certain', () => {
    const scope = new Scope();
    const start = pieceIn('-nographic -s', '-nographic');
    scope.set('opts', { kind: 'text', value: [start] });
    const way = scope.fork();
    way.set('opts', { kind: 'text', value: [start, pieceIn('-nographic -s', ' -s')] });
    scope.join([way], true);
    expect(valueOf(scope, 'opts')).toMatchObject([{ text: '-nographic' }, { kind: 'choice', options: [[], [{}]] }]);
  });
  test('what lists have in common stays certain, and the words that only one has do not', () => {
    const scope = new Scope();
    const words = plainWords('-m 4G -nographic');
    scope.setList('opts', words.slice(0, 2));
    const way = scope.fork();
    way.setList('opts', words);
    scope.join([way], true);
    expect(scope.listOf('opts').map(shown)).toEqual(['-m', '4G', '(-nographic)']);
  });
  test('the arguments are known after branches that leave them alone, and no more where one has set its own', () => {
    const scope = new Scope();
    scope.positional = plainWords('-m 4G');
    scope.join([scope.fork()], true);
    expect(scope.positional.map(shown)).toEqual(['-m', '4G']);
    const way = scope.fork();
    way.positional = null;
    scope.join([way], true);
    expect(scope.positional).toBeNull();
  });
});

describe('files that are read in', () => {
  test('may set anything anew that was set before', () => {
    const scope = new Scope();
    scope.set('mem', text('4G'));
    scope.setList('opts', plainWords('-m 4G'));
    scope.disturb('sourced');
    expect(scope.causeOfOthers).toBe('sourced');
    expect(causesIn(valueOf(scope))).toEqual(['sourced']);
    expect(scope.listOf('opts').map(shown)).toEqual(['-m', '4G', '(…)']);
  });
  test('have no say in what is set afterwards', () => {
    const scope = new Scope();
    scope.disturb('sourced');
    scope.set('mem', text('4G'));
    expect(textOf(valueOf(scope))).toBe('4G');
  });
  test('count when only a branch reads them', () => {
    const scope = new Scope();
    scope.set('mem', text('4G'));
    const way = scope.fork();
    way.disturb('sourced');
    scope.join([way], true);
    expect(causesIn(valueOf(scope))).toEqual(['sourced']);
  });
});
