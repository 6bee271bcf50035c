import { describe, expect, test } from 'vitest';
import { applySplices } from '../../../../common/script/apply-splices';
import { editSplices } from '../../../../common/script/edit-splices';
import { decodeScript } from '../../../../common/script/script-encoding';
import { applyEdits, type TextEdit } from '../../../../common/script/shell-node';
import { patchOf, spanIn } from '../../../fakes/parsed-script';

const PATCH = ' -mem-path /dev/hugepages';

/** The bytes after the patch, by its splices. */
async function patchedBytes(bytes: Buffer): Promise<Buffer> {
  const decoded = decodeScript(bytes);
  const { edits } = await patchOf(decoded.text);
  expect(edits).not.toEqual([]);
  return Buffer.from(applySplices(bytes, editSplices(decoded, edits)) ?? []);
}

describe('editSplices', () => {
  test('letters of plain English are bytes', () => {
    const script = decodeScript(Buffer.from('kvm -m 4G\n'));
    expect(editSplices(script, [{ start: 3, end: 3, text: PATCH }])).toEqual([
      { offsetBytes: 3, removedBytes: 0, text: PATCH },
    ]);
  });
  test('without edits there are none', () => {
    expect(editSplices(decodeScript(Buffer.from('kvm\n')), [])).toEqual([]);
  });
  test('Chinese letters take three bytes each, in front, between and in what is removed', () => {
    const text = '# 启动\nkvm -name 办公 -mem-path /内存 -s\n';
    const edits: readonly TextEdit[] = [
      { ...spanIn(text, '办公'), text: 'office' },
      { ...spanIn(text, '/内存'), text: '/dev/hugepages' },
    ];
    const splices = editSplices(decodeScript(Buffer.from(text)), edits);
    expect(splices).toEqual([
      { offsetBytes: Buffer.from(text).indexOf('办公'), removedBytes: 6, text: 'office' },
      { offsetBytes: Buffer.from(text).indexOf('/内存'), removedBytes: 7, text: '/dev/hugepages' },
    ]);
    expect(Buffer.from(applySplices(Buffer.from(text), splices) ?? []).toString()).toBe(applyEdits(text, edits));
  });
  test.each([
    ['Chinese', Buffer.from('#!/bin/sh\n# 用大页启动 Windows 10\nkvm -name 办公 -m 4G\n')],
    ['signs of two units each', Buffer.from('# 🖥️🚀\nkvm -name "🐧" -m 4G\n')],
    ['a byte order mark before a comment', Buffer.from('\uFEFF# vm\nkvm -m 4G\n')],
    ['Latin-1', Buffer.from('# f\xfcr B\xfcro\nkvm -name "B\xfcro" -m 4G\n', 'latin1')],
    ['GBK', Buffer.concat([Buffer.from('# '), Buffer.from([0xc6, 0xf4, 0xb6, 0xaf]), Buffer.from('\nkvm -m 4G\n')])],
    ['line ends of Windows', Buffer.from('#!/bin/sh\r\n# 启动\r\nkvm -m 4G -s x\r\n')],
    ['no line end', Buffer.from('# 启动\nkvm -m 4G')],
  ])('%s: every other byte stays as it is', async (_, bytes) => {
    const at = bytes.indexOf('kvm') + 3;
    const expected = Buffer.concat([bytes.subarray(0, at), Buffer.from(PATCH), bytes.subarray(at)]);
    expect((await patchedBytes(bytes)).equals(expected)).toBe(true);
  });
});
