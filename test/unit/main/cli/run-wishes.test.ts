import { describe, expect, it } from 'vitest';
import { USUAL_WISHES } from '../../../../common/plan-request';
import { parseCommandLine } from '../../../../main/cli/parse-command-line';
import { parseWishes, wishOptions } from '../../../../main/cli/run-wishes';

function wishesOf(...options: readonly string[]) {
  return parseWishes(parseCommandLine(['plan', ...options]).options);
}

describe('parseWishes', () => {
  it('takes what is usual where nothing is said', () => {
    expect(wishesOf()).toEqual({ kind: 'value', value: USUAL_WISHES });
  });
  it('takes each wish', () => {
    expect(wishesOf('--drop-caches', '--if-short', 'undo', '--if-failed', 'keep')).toEqual({
      kind: 'value',
      value: { mayDropCaches: true, onShort: 'undo', onFailure: 'keep' },
    });
  });
  it.each(['--if-short', '--if-failed'])('refuses another word for %s, and names those that it knows', (option) => {
    const parsed = wishesOf(option, 'ask');
    expect(parsed).toMatchObject({ kind: 'error', error: { id: 'wish-unknown', text: { values: { option } } } });
  });
});

describe('wishOptions', () => {
  it('say what differs from what is usual', () => {
    expect(wishOptions(USUAL_WISHES)).toEqual([]);
    const wishes = { mayDropCaches: true, onShort: 'undo', onFailure: 'keep' } as const;
    expect(wishOptions(wishes).join(' ')).toBe('--drop-caches --if-short undo --if-failed keep');
  });
});
