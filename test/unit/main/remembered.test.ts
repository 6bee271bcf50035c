import { describe, expect, it } from 'vitest';
import { Remembered } from '../../../main/remembered';

describe('Remembered', () => {
  it('finds what was kept and nothing else', () => {
    const remembered = new Remembered<number>();
    remembered.keep('a', 1);
    expect([remembered.find('a'), remembered.find('b'), remembered.find('constructor')]).toEqual([
      1,
      undefined,
      undefined,
    ]);
  });
  it('remembers the fifty newest', () => {
    const remembered = new Remembered<number>();
    for (let number = 0; number < 51; number += 1) remembered.keep(String(number), number);
    expect([remembered.find('0'), remembered.find('1'), remembered.find('50')]).toEqual([undefined, 1, 50]);
  });
});
