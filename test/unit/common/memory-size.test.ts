import { describe, expect, it } from 'vitest';
import { compactMemory, formatExactMemory, formatMemory, parseMemorySize } from '../../../common/memory-size';

const GIB = 1_048_576;
const NOT_A_SIZE = { kind: 'not-a-size' };
const NOT_POSITIVE = { kind: 'not-positive' };

describe('parseMemorySize', () => {
  it.each([
    ['4G', 4 * GIB],
    ['4g', 4 * GIB],
    ['4 GiB', 4 * GIB],
    ['4GB', 4 * GIB],
    ['4 gib', 4 * GIB],
    ['  4G\t', 4 * GIB],
    ['+4G', 4 * GIB],
    ['4096', 4 * GIB],
    ['4096M', 4 * GIB],
    ['4194304K', 4 * GIB],
    ['1T', 1_024 * GIB],
    ['1.5g', 1_572_864],
    ['0.5 MiB', 512],
    ['007', 7_168],
  ])('reads %j as %i KiB', (typed, KiB) => {
    expect(parseMemorySize(typed)).toEqual({ kind: 'size', KiB });
  });

  it.each([
    ['４０９６', 4 * GIB],
    ['４Ｇ', 4 * GIB],
    ['４　ＧｉＢ', 4 * GIB],
    ['１．５Ｇ', 1_572_864],
  ])('reads %j, as a Chinese input method types it', (typed, KiB) => {
    expect(parseMemorySize(typed)).toEqual({ kind: 'size', KiB });
  });

  it('rounds up to whole KiB, so that no VM gets less than was asked', () => {
    expect(parseMemorySize('0.1G')).toEqual({ kind: 'size', KiB: 104_858 });
    expect(parseMemorySize('0.0001K')).toEqual({ kind: 'size', KiB: 1 });
  });

  it.each(['0', '0G', '-1', '-4G', '-0', '-0.0001K', '－１', '0.0'])('calls %j not positive', (typed) => {
    expect(parseMemorySize(typed)).toEqual(NOT_POSITIVE);
  });

  it.each([
    ['', 'nothing'],
    ['四', 'a Chinese numeral'],
    ['1e9G', 'an exponent'],
    ['0x200', 'hexadecimal'],
    ['4,5G', 'a decimal comma'],
    ['4 096', 'a blank inside'],
    ['4P', 'an unknown unit'],
    ['4Gi B', 'a broken unit'],
    ['4GG', 'a doubled unit'],
    ['GiB', 'a unit alone'],
    ['.5G', 'no digit before the point'],
    ['4.', 'no digit after the point'],
    ['--4', 'two signs'],
    ['4G; reboot', 'something behind it'],
    ['4G\n5G', 'two lines'],
    ['Infinity', 'a word'],
    ['NaN', 'a word'],
    ['٤G', 'digits of another script'],
  ])('calls %j no size (%s)', (typed) => {
    expect(parseMemorySize(typed)).toEqual(NOT_A_SIZE);
  });

  it('refuses what a number cannot hold exactly', () => {
    expect(parseMemorySize('9007199254740991K')).toEqual({ kind: 'size', KiB: Number.MAX_SAFE_INTEGER });
    expect(parseMemorySize('9007199254740992K')).toEqual(NOT_A_SIZE);
    expect(parseMemorySize('8388608T')).toEqual(NOT_A_SIZE);
    expect(parseMemorySize('9'.repeat(400))).toEqual(NOT_A_SIZE);
  });
});

describe('formatMemory', () => {
  it.each([
    [0, '0 KiB'],
    [1, '1 KiB'],
    [1_023, '1,023 KiB'],
    [1_024, '1 MiB'],
    [525_312, '513 MiB'],
    [1_572_864, '1.5 GiB'],
    [4 * GIB, '4 GiB'],
    [16_303_412, '15.55 GiB'],
    [1_024 * GIB, '1 TiB'],
    [-4 * GIB, '-4 GiB'],
  ])('writes %i KiB as %s', (KiB, words) => {
    expect(formatMemory(KiB, 'en')).toBe(words);
  });
  it('writes the number as the language does', () => {
    expect(formatMemory(1_572_864, 'de')).toBe('1,5 GiB');
    expect(formatMemory(1_572_864, 'zh-CN')).toBe('1.5 GiB');
  });
});

describe('formatExactMemory', () => {
  it.each([
    [4 * GIB, '4 GiB'],
    [1_573_888, '1,537 MiB'],
    [4 * GIB + 1, '4,194,305 KiB'],
    [1_024 * GIB, '1 TiB'],
    [1_572_864, '1,536 MiB'],
    [0, '0 KiB'],
  ])('writes %i KiB as %s, without rounding', (KiB, words) => {
    expect(formatExactMemory(KiB, 'en')).toBe(words);
  });
});

describe('compactMemory', () => {
  it.each([
    [4 * GIB, '4G'],
    [1_572_864, '1536M'],
    [2_048, '2M'],
    [64, '64K'],
    [16 * GIB, '16G'],
  ])('writes %i KiB as %s', (KiB, word) => {
    expect(compactMemory(KiB)).toBe(word);
  });
});
