import { describe, expect, it } from 'vitest';
import { CoreLine } from '../../../renderer/src/state/core-line.svelte';

describe('CoreLine', () => {
  it('hands on what a call came to', async () => {
    const line = new CoreLine();
    expect(await line.ask(Promise.resolve(7))).toEqual({ value: 7 });
    expect(line.failure).toBeNull();
  });

  it('tells an answer of null from a broken call', async () => {
    expect(await new CoreLine().ask(Promise.resolve(null))).toEqual({ value: null });
  });

  it('keeps the words of a call that broke, whatever was thrown', async () => {
    const line = new CoreLine();
    expect(await line.ask(Promise.reject(new Error('the core is gone')))).toBeNull();
    expect(line.failure).toBe('the core is gone');
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    await line.ask(Promise.reject('plain words'));
    expect(line.failure).toBe('plain words');
  });
});
