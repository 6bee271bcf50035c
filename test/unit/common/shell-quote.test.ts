import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellQuote, shellWord } from '../../../common/shell-quote';

/** What /bin/sh makes of these words, each handed to printf. */
function throughShell(words: readonly string[], quote: (text: string) => string = shellQuote): readonly string[] {
  const calls = words.map((word) => `printf '%s\\0' ${quote(word)}`).join('\n');
  const { stdout, stderr, status } = spawnSync('/bin/sh', ['-s'], { input: calls, encoding: 'utf8' });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return stdout.split('\0').slice(0, -1);
}

const anyText = fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => !text.includes('\0'));
const shellText = fc.string({
  unit: fc.constantFrom(...Array.from(`'"\`$(){};|&<>*?~#!\\ \n\r\t=-aä大`)),
  maxLength: 30,
});

describe('shellQuote', () => {
  it.each([
    ['kvm', "'kvm'"],
    ['', "''"],
    ["it's", "'it'\\''s'"],
    ["'", "''\\'''"],
    ['$(reboot)', "'$(reboot)'"],
    ['a\nb', "'a\nb'"],
  ])('quotes %j', (text, word) => {
    expect(shellQuote(text)).toBe(word);
  });

  it('survives a real /bin/sh, whatever the text holds', () => {
    const words = fc.array(fc.oneof(anyText, shellText), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(words, (texts) => {
        expect(throughShell(texts)).toEqual(texts);
      }),
      { numRuns: 20 },
    );
  });

  it('throws on a NUL, which no shell word can hold', () => {
    expect(() => shellQuote('a\0b')).toThrow('NUL');
  });
});

describe('shellWord', () => {
  it.each([
    ['/opt/vm/start-win10.sh', '/opt/vm/start-win10.sh'],
    ['', "''"],
    ['/opt/my vm', "'/opt/my vm'"],
    ['/opt/虚拟机', "'/opt/虚拟机'"],
    ['~/vm', "'~/vm'"],
    ['/opt/vm\n', "'/opt/vm\n'"],
  ])('quotes %j only where it must', (text, word) => {
    expect(shellWord(text)).toBe(word);
  });
  it('survives a real /bin/sh too', () => {
    const path = fc.stringMatching(/^\/[\w@%+=:,./ '$~-]{0,20}$/);
    fc.assert(
      fc.property(fc.array(path, { minLength: 30, maxLength: 30 }), (paths) => {
        expect(throughShell(paths, shellWord)).toEqual(paths);
      }),
      { numRuns: 10 },
    );
  });
});
