import { describe, expect, it } from 'vitest';
import { message } from '../../../common/message';

describe('message', () => {
  it('carries the key and what fills its gaps', () => {
    expect(message('refusal.container', { file: '/.dockerenv' })).toEqual({
      key: 'refusal.container',
      values: { file: '/.dockerenv' },
    });
  });
  it('carries no values where the sentence has no gaps', () => {
    expect(message('refusal.memory-unknown')).toEqual({ key: 'refusal.memory-unknown', values: {} });
  });
  it('is held to the catalogue by the compiler', () => {
    // @ts-expect-error no such key
    message('refusal.no-such-key');
    // @ts-expect-error a gap is left open
    message('refusal.container');
    // @ts-expect-error a gap that the sentence does not have
    message('refusal.container', { file: '/.dockerenv', colour: 'red' });
    // @ts-expect-error a sentence without gaps takes no values
    message('refusal.memory-unknown', { file: '/.dockerenv' });
  });
});
