import { describe, expect, test } from 'vitest';
import { bytesOf, decodeScript } from '../../../../common/script/script-encoding';

describe('decodeScript', () => {
  test('UTF-8 is read as it is', () => {
    expect(decodeScript(Buffer.from('# 启动虚拟机\nkvm\n'))).toEqual({
      text: '# 启动虚拟机\nkvm\n',
      encoding: 'utf-8',
    });
  });
  test('a byte order mark stays', () => {
    expect(decodeScript(Buffer.from('\uFEFF#!/bin/sh\n'))).toEqual({ text: '\uFEFF#!/bin/sh\n', encoding: 'utf-8' });
  });
  test.each([
    ['Latin-1', [0x66, 0xfc, 0x72, 0x0a]],
    ['GBK', [0xc6, 0xf4, 0xb6, 0xaf, 0x0a]],
    ['UTF-8 that breaks off', [0x23, 0xe5, 0x90, 0x0a]],
    ['bytes that windows-1252 reads otherwise', [0x80, 0x9f, 0xff, 0xfe, 0x0a]],
  ])('%s: one letter for each byte', (_, bytes) => {
    const { text, encoding } = decodeScript(Uint8Array.from(bytes));
    expect(encoding).toBe('latin1');
    expect(Array.from(text, (letter) => letter.charCodeAt(0))).toEqual(bytes);
  });
  test('every byte can be found again', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    expect([...Buffer.from(decodeScript(bytes).text, 'latin1')]).toEqual([...bytes]);
  });
  test('an empty file is an empty text', () => {
    expect(decodeScript(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
  });
});

test.each([
  ['kvm -m 4G', 'utf-8', 9],
  ['启动', 'utf-8', 6],
  ['😀', 'utf-8', 4],
  ['\uFEFF', 'utf-8', 3],
  ['f\xfcr', 'latin1', 3],
  ['', 'utf-8', 0],
] as const)('%j in %s takes %d bytes', (text, encoding, bytes) => {
  expect(bytesOf(text, { encoding })).toBe(bytes);
});
