import { describe, expect, test } from 'vitest';
import { applyEdits, firstError } from '../../../../common/script/shell-node';
import { openShellParser } from '../../../../main/scripts/shell-parser';
import { spanIn } from '../../../fakes/parsed-script';

describe('applyEdits', () => {
  test('puts in, takes out and replaces, each at its place in the old text', () => {
    const edits = [
      { start: 3, end: 3, text: ' -mem-path /dev/hugepages' },
      { start: 7, end: 9, text: '8G' },
      { start: 9, end: 12, text: '' },
    ];
    expect(applyEdits('kvm -m 4G -s\n', edits)).toBe('kvm -mem-path /dev/hugepages -m 8G\n');
  });
  test('without any the text stays', () => {
    expect(applyEdits('kvm\n', [])).toBe('kvm\n');
  });
  test('reaches the first and the last letter', () => {
    const edits = [
      { start: 0, end: 0, text: 'a' },
      { start: 1, end: 1, text: 'c' },
    ];
    expect(applyEdits('b', edits)).toBe('abc');
  });
});

async function errorIn(text: string): Promise<number | null> {
  const parser = await openShellParser();
  try {
    return firstError(parser.parse(text));
  } finally {
    parser.release();
  }
}

describe('firstError', () => {
  test.each([
    ['a plain script', '#!/bin/bash\nkvm -m 4G\n'],
    ['no script at all', ''],
    ['comments', '# nothing\n'],
    ['a here-document', `cat <<'END'\n$(unfinished\nEND\n`],
    [
      'a test with escaped parentheses, which the grammar lacks',
      'if [ "$a" = 1 -a \\( "$b" = 2 -o "$c" = 3 \\) ]; then\n  kvm\nfi\n',
    ],
  ])('none in %s', async (_, text) => {
    expect(await errorIn(text)).toBeNull();
  });
  test.each([
    ['a loop that never ends', 'kvm -m 4G\nwhile true; do\n', 'while true; do\n'],
    ['a quote that never ends', 'kvm -m 4G\necho "x\n', 'echo "x\n'],
    ['an if that never ends', 'kvm -m 4G\nif a; then\n  echo\n', 'if a; then\n  echo\n'],
    ['a parenthesis too many', 'kvm -m 4G\necho )\nls\n', 'echo )'],
  ])('%s is found where it is', async (_, text, part) => {
    const { start, end } = spanIn(text, part);
    const error = (await errorIn(text)) ?? -1;
    expect(error).toBeGreaterThanOrEqual(start);
    expect(error).toBeLessThanOrEqual(end);
  });
});
