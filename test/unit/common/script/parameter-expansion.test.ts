import { beforeEach, describe, expect, test } from 'vitest';
import { hasDefault, textOf, textsOf } from '../../../../common/script/pieces';
import { Scope } from '../../../../common/script/scope';
import { causesFor, onlyWord, textsFor, usualScope } from '../../../fakes/expanded-words';

let scope: Scope;

beforeEach(() => {
  scope = usualScope();
});

describe('defaults and alternatives', () => {
  test('a default stands for what nobody sets, and remembers that it is one', async () => {
    for (const typed of ['${MEM:-4G}', '${MEM-4G}', '"${MEM:-4G}"', '${MEM:=4G}', '${MEM=4G}']) {
      scope = new Scope();
      const { pieces } = await onlyWord(typed, scope);
      expect([textOf(pieces), hasDefault(pieces)]).toEqual(['4G', true]);
    }
  });
  test('what the script sets comes first', async () => {
    expect(await textsFor('${mem:-8G} ${mem-8G} ${mem:=8G} ${mem:?no memory} ${mem?}', scope)).toEqual(
      Array.from({ length: 5 }, () => '4G'),
    );
    expect(hasDefault((await onlyWord('${mem:-8G}', scope)).pieces)).toBe(false);
  });
  test('with a colon an empty text counts as none, without one it counts', async () => {
    expect(await textsFor('${none:-8G} "${none-8G}x"', scope)).toEqual(['8G', 'x']);
  });
  test('an assigned default is there from then on', async () => {
    expect(await textsFor('"${CPUS:=4}" $CPUS', scope)).toEqual(['4', '4']);
  });
  test('a default may hold other variables, and quotes', async () => {
    expect(await textsFor('"${DISK:-$disk.img}"', scope)).toEqual(['my disk.img']);
    expect(await textsFor('${DISK:-"my disk"}', scope)).toEqual(['my disk']);
    expect(await textsFor('"${MEM:-${mem}}"', scope)).toEqual(['4G']);
  });
  test('a default does not stand for what a command printed: that is there', async () => {
    scope.set('found', { kind: 'text', value: [{ kind: 'unknown', cause: 'printed' }] });
    expect(await causesFor('"${found:-4G}"', scope)).toEqual(['printed']);
  });
  test('an alternative is given where the variable is, and is not where it is empty', async () => {
    expect(await textsFor('${mem:+-nographic} ${none:+-s}', scope)).toEqual(['-nographic']);
  });
  test('where only running the script would tell, it is given or not', async () => {
    expect(textsOf((await onlyWord('${DEBUG:+-s}', scope)).pieces)).toEqual(['', '-s']);
    expect(textsOf((await onlyWord('"${DEBUG+-s}"', scope)).pieces)).toEqual(['', '-s']);
  });
  test('what must be set from outside is not known', async () => {
    expect(await causesFor('"${MEM:?please set MEM}"', scope)).toEqual(['outside']);
  });
});
