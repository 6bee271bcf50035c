import { describe, expect, it } from 'vitest';
import { OneRun } from '../../../main/one-run';

describe('OneRun', () => {
  it('is busy while one is at work, and free again once it has ended, well or badly', async () => {
    const run = new OneRun();
    let finish: (result: string) => void = () => undefined;
    const first = run.of(() => new Promise<string>((resolve) => (finish = resolve)), 'busy');
    expect(await run.of(() => Promise.resolve('second'), 'busy')).toBe('busy');
    finish('first');
    expect(await first).toBe('first');
    await expect(run.of(() => Promise.reject(new Error('a bug')), 'busy')).rejects.toThrow('a bug');
    expect(await run.of(() => Promise.resolve('third'), 'busy')).toBe('third');
  });
});
