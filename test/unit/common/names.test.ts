import { describe, expect, it } from 'vitest';
import { isPlanId, isUsableMountPoint, isUsableName } from '../../../common/names';

/** What no name, path or id may bring into root text. */
const HOSTILE = [
  '',
  ' ',
  'a b',
  "a'b",
  'a"b',
  'a`id`',
  '$(id)',
  'a;b',
  'a|b',
  'a\\b',
  'a:b',
  'a,b',
  'a/b',
  '../a',
  '-a',
  '--help',
  'a\n',
  '\na',
  'a\nroot',
  'a\r',
  'a\0',
  'a\t',
  'ä',
  '明',
  'a‮b',
];

describe('isUsableName', () => {
  it.each(['kvm', 'ming', 'Ming', '_apt', 'user1', '1user', 'first.last', 'user@corp.example', 'a-b', 'a'.repeat(64)])(
    'takes %j',
    (name) => {
      expect(isUsableName(name)).toBe(true);
    },
  );
  it.each([...HOSTILE, '.hidden', '@a', 'machine$', 'a'.repeat(65)])('refuses %j', (name) => {
    expect(isUsableName(name)).toBe(false);
  });
});

describe('isUsableMountPoint', () => {
  it.each(['/dev/hugepages', '/dev/hugepages1G', '/dev/hugepages2M', '/dev/hugepages64K'])('takes %s', (path) => {
    expect(isUsableMountPoint(path)).toBe(true);
  });
  it.each([
    ...HOSTILE,
    '/dev/hugepages/',
    '/dev/hugepages\n',
    '/dev/hugepages/../sda',
    '/dev/hugepagesG',
    '/dev/hugepages1g',
    '/dev/hugepages1G2M',
    '/dev//hugepages',
    'dev/hugepages',
    '/dev/hugepages;id',
    '/mnt/huge',
    '/',
  ])('refuses %j', (path) => {
    expect(isUsableMountPoint(path)).toBe(false);
  });
});

describe('isPlanId', () => {
  it('takes a time and eight hexadecimal digits', () => {
    expect(isPlanId('20261123T101500Z-1f6a09c2')).toBe(true);
  });
  it.each([
    ...HOSTILE,
    '20261123T101500Z-1f6a09c',
    '20261123T101500Z-1F6A09C2',
    '20261123T101500Z-1f6a09c2\n',
    '20261123T101500Z-1f6a09c2/..',
    '../../../etc',
  ])('refuses %j', (id) => {
    expect(isPlanId(id)).toBe(false);
  });
});
