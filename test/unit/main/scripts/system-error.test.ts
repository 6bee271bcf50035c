import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { systemErrorCode, systemErrorWords } from '../../../../main/scripts/system-error';

function errorOf(fail: () => unknown): unknown {
  try {
    fail();
    return null;
  } catch (error) {
    return error;
  }
}

describe('systemErrorCode and systemErrorWords', () => {
  it('tell what the system answered, without the paths', () => {
    const error = errorOf(() => readFileSync('/nowhere, really'));
    expect([systemErrorCode(error), systemErrorWords(error)]).toEqual(['ENOENT', 'ENOENT: no such file or directory']);
  });
  it('tell everything that another error says', () => {
    expect([systemErrorCode(new Error('a, b')), systemErrorWords(new Error('a, b'))]).toEqual([null, 'a, b']);
    expect([systemErrorCode('a, b'), systemErrorWords('a, b')]).toEqual([null, 'a, b']);
  });
});
