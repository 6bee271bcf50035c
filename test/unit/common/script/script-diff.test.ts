import { describe, expect, test } from 'vitest';
import { patchScript } from '../../../../common/script/patch-script';
import type { DiffHunk, DiffLine } from '../../../../common/script/reading';
import { diffHunks } from '../../../../common/script/script-diff';
import { spanIn, TARGET, withScript } from '../../../fakes/parsed-script';

/** The hunks of the patch of a script. */
function hunksOf(text: string): Promise<readonly DiffHunk[]> {
  return withScript(text, ({ root, parser }) => {
    const { edits } = patchScript(root, text, parser, TARGET);
    return diffHunks({ text, root }, edits);
  });
}

/** The hunks of changes of the test's own. */
function hunksWith(
  text: string,
  ...changes: readonly (readonly [part: string, put: string])[]
): Promise<readonly DiffHunk[]> {
  return withScript(text, ({ root }) => {
    const edits = changes.map(([part, put]) => ({ ...spanIn(text, part), text: put, reasons: [] }));
    return diffHunks({ text, root }, edits);
  });
}

const SIGNS = { same: ' ', removed: '-', added: '+' } as const;

/** As `diff -u` shows it; what is changed within a line stands in brackets. */
function shownLine({ kind, spans }: DiffLine): string {
  const text = spans.map((span) => (span.isChanged ? `[${span.text}]` : span.text)).join('');
  return (SIGNS[kind] + text).replaceAll('][', '');
}

function shown(hunks: readonly DiffHunk[]): readonly (readonly string[])[] {
  return hunks.map(({ lines }) => lines.map(shownLine));
}

const tenLines = Array.from({ length: 10 }, (_, index) => `echo ${String(index + 1)}\n`);
/** Starts at these of thirty lines. */
function scriptWith(...starts: readonly number[]): string {
  const lines = [...tenLines, ...tenLines, ...tenLines];
  return lines.map((line, index) => (starts.includes(index + 1) ? 'kvm -m 4G\n' : line)).join('');
}

describe('hunks', () => {
  test('show the change with two lines before and behind', async () => {
    const hunks = await hunksOf('#!/bin/sh\ncd /vm\nset -e\nkvm -m 4G\necho bye\nexit 0\nfalse\n');
    expect(shown(hunks)).toEqual([
      [' cd /vm', ' set -e', '-kvm -m 4G', '+kvm[ -mem-path /dev/hugepages] -m 4G', ' echo bye', ' exit 0'],
    ]);
    expect(hunks).toMatchObject([{ oldStart: 2, newStart: 2 }]);
  });
  test('number the lines of both sides', async () => {
    const [hunk] = await hunksOf('cd /vm\nkvm -m 4G\nexit\n');
    expect(hunk?.lines.map(({ oldNumber, newNumber }) => [oldNumber, newNumber])).toEqual([
      [1, 1],
      [2, null],
      [null, 2],
      [3, 3],
    ]);
  });
  test('say why, each reason once', async () => {
    const [hunk] = await hunksOf('kvm -m 1G &\nkvm -m 2G -mem-path /tmp &\nkvm -m 3G &\n');
    expect(hunk?.reasons.map(({ key }) => key)).toEqual(['patch.reason.mem-path', 'patch.reason.replace-path']);
  });
  test.each([
    [[3], [1]],
    [[15], [13]],
    [
      [3, 20],
      [1, 18],
    ],
    [[3, 8], [1]],
    [
      [3, 9],
      [1, 7],
    ],
    [[3, 4], [1]],
    [[3, 8, 13], [1]],
    [[1], [1]],
    [[30], [28]],
  ])('changes in lines %j are in hunks that begin at %j: those that touch are one', async (changed, begins) => {
    const hunks = await hunksOf(scriptWith(...changed));
    expect(hunks.map(({ oldStart, newStart }) => [oldStart, newStart])).toEqual(begins.map((line) => [line, line]));
    const removed = hunks.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'removed'));
    expect(removed.map(({ oldNumber }) => oldNumber)).toEqual(changed);
  });
  test('each line stands in one hunk only', async () => {
    const numbers = (await hunksOf(scriptWith(3, 8, 9, 15, 30))).flatMap(({ lines }) =>
      lines.flatMap(({ oldNumber }) => (oldNumber === null ? [] : [oldNumber])),
    );
    expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
  });
  test('each has the reasons of its own changes', async () => {
    const hunks = await hunksOf(`kvm -m 4G\n${tenLines.join('')}kvm -m 4G -mem-path /tmp\n`);
    expect(hunks.map(({ reasons }) => reasons.map(({ key }) => key))).toEqual([
      ['patch.reason.mem-path'],
      ['patch.reason.replace-path'],
    ]);
  });
  test('without changes there are none', async () => {
    expect(await hunksOf('echo kvm\n')).toEqual([]);
  });
});

describe('lines', () => {
  test('what is replaced is marked on both sides', async () => {
    expect(shown(await hunksOf('kvm -m 4G -mem-path "/dev/shm" -s\n'))).toEqual([
      ['-kvm -m 4G -mem-path ["/dev/shm"] -s', '+kvm -m 4G -mem-path [/dev/hugepages] -s'],
    ]);
  });
  test('what goes is marked on the old side only', async () => {
    const object = '-M memory-backend=r -object memory-backend-file,id=r,mem-path=/dev/hugepages';
    expect(shown(await hunksOf(`kvm ${object} -mem-path /tmp -s\n`))).toEqual([
      [`-kvm ${object}[ -mem-path /tmp] -s`, `+kvm ${object} -s`],
    ]);
  });
  test('several changes of a line are in one pair', async () => {
    expect(shown(await hunksWith('kvm -m 4G -hda a -s\n', ['4G', '8G'], [' -hda a', ''], ['-s', '-S']))).toEqual([
      ['-kvm -m [4G][ -hda a] [-s]'.replaceAll('][', ''), '+kvm -m [8G] [-S]'],
    ]);
  });
  test('the first and the last letter of a line can change', async () => {
    expect(shown(await hunksWith('a=1\nb=2\n', ['a', 'c'], ['2', '3']))).toEqual([
      ['-[a]=1', '+[c]=1', '-b=[2]', '+b=[3]'],
    ]);
  });
  test('a change at the end of a line, or of a file without line end, is seen', async () => {
    expect(shown(await hunksOf('kvm\nexit\n'))).toEqual([['-kvm', '+kvm[ -mem-path /dev/hugepages]', ' exit']]);
    expect(shown(await hunksOf('cd /vm\nkvm'))).toEqual([[' cd /vm', '-kvm', '+kvm[ -mem-path /dev/hugepages]']]);
  });
  test('line ends of Windows are no part of a line', async () => {
    expect(shown(await hunksOf('cd /vm\r\nif true; then\r\n  kvm -m 4G -s\r\nfi\r\n'))).toEqual([
      [' cd /vm', ' if true; then', '-  kvm -m 4G -s', '+  kvm[ -mem-path /dev/hugepages] -m 4G -s', ' fi'],
    ]);
  });
  test('Chinese text keeps its place', async () => {
    expect(shown(await hunksOf('# 启动\nkvm -name "办公 电脑" -mem-path /tmp -s # 大页\n'))).toEqual([
      [
        ' # 启动',
        '-kvm -name "办公 电脑" -mem-path [/tmp] -s # 大页',
        '+kvm -name "办公 电脑" -mem-path [/dev/hugepages] -s # 大页',
      ],
    ]);
  });
  test('an empty line has no pieces', async () => {
    const [hunk] = await hunksOf('\nkvm -m 4G\n\n');
    expect(hunk?.lines.filter(({ kind }) => kind === 'same').map(({ spans }) => spans)).toEqual([[], []]);
  });
});

describe('tints', () => {
  test('every piece has its own', async () => {
    const [hunk] = await hunksOf('if true; then kvm -m "$mem" -s; fi # go\n');
    const tintsOf = (kind: DiffLine['kind']): readonly string[] =>
      hunk?.lines.find((line) => line.kind === kind)?.spans.map(({ text, tint }) => `${tint}:${text}`) ?? [];
    expect(tintsOf('removed')).toEqual([
      'keyword:if',
      'plain: true; ',
      'keyword:then',
      'plain: ',
      'program:kvm',
      'plain: ',
      'option:-m',
      'plain: ',
      'string:"',
      'variable:$mem',
      'string:"',
      'plain: ',
      'option:-s',
      'plain:; ',
      'keyword:fi',
      'plain: ',
      'comment:# go',
    ]);
    expect(tintsOf('added')).toContain('option: -mem-path /dev/hugepages');
  });
  test('what takes the place of a string is tinted as a string', async () => {
    const [hunk] = await hunksOf('kvm -m 4G -mem-path "/dev/shm"\n');
    const spans = hunk?.lines.flatMap((line) => line.spans).filter(({ isChanged }) => isChanged);
    expect(spans).toEqual([
      { text: '"/dev/shm"', tint: 'string', isChanged: true },
      { text: '/dev/hugepages', tint: 'string', isChanged: true },
    ]);
  });
  test('the pieces of a line are the line', async () => {
    const text = 'o="-m 4G $X" # kvm\nfor i in 1 2; do kvm $o -name \'a\'; done\n';
    const hunks = await hunksOf(text);
    const old = hunks.flatMap(({ lines }) => lines.filter(({ kind }) => kind !== 'added'));
    expect(old.map(({ spans }) => spans.map((span) => span.text).join(''))).toEqual(text.trimEnd().split('\n'));
    for (const { spans } of old) expect(spans.every((span) => span.text !== '')).toBe(true);
  });
});
