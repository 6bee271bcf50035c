import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applySplices } from '../../../../common/script/apply-splices';
import type { ByteSplice } from '../../../../common/script/script-edit';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const textOf = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : Buffer.from(bytes).toString('latin1');
const splice = (offsetBytes: number, removedBytes: number, text: string): ByteSplice => ({
  offsetBytes,
  removedBytes,
  text,
});

/** Pieces of a file, each kept or given way: the splices between them fit by construction. */
const pieces = fc.array(
  fc.record({
    kept: fc.uint8Array({ maxLength: 8 }),
    removed: fc.uint8Array({ maxLength: 8 }),
    text: fc.string({ unit: 'binary-ascii', maxLength: 8 }),
  }),
  { maxLength: 6 },
);

describe('applySplices', () => {
  it('adds, removes and replaces, each at its place in the old file', () => {
    const old = bytesOf('qemu -m 4G -cpu host disk.img\n');
    const splices = [splice(5, 0, '-mem-path /dev/hugepages '), splice(8, 2, '8G'), splice(10, 10, '')];
    expect(textOf(applySplices(old, splices))).toBe('qemu -mem-path /dev/hugepages -m 8G disk.img\n');
  });
  it('gives the file back where there is nothing to do', () => {
    expect(textOf(applySplices(bytesOf('a\xff\r\n'), []))).toBe('a\xff\r\n');
  });
  it('reaches the first and the last byte', () => {
    expect(textOf(applySplices(bytesOf('abc'), [splice(0, 1, 'A'), splice(3, 0, 'D')]))).toBe('AbcD');
    expect(textOf(applySplices(bytesOf(''), [splice(0, 0, 'x')]))).toBe('x');
  });
  it.each([
    ['overlap', [splice(0, 2, ''), splice(1, 1, '')]],
    ['are out of order', [splice(2, 0, 'a'), splice(0, 0, 'b')]],
    ['begin behind the end', [splice(4, 0, 'a')]],
    ['remove more than there is', [splice(2, 2, '')]],
    ['begin before the start', [splice(-1, 1, '')]],
    ['remove less than nothing', [splice(2, -1, '')]],
    ['stand between two bytes', [splice(0.5, 0, 'a')]],
    ['stand nowhere', [splice(Number.NaN, 0, 'a')]],
    ['are not ASCII', [splice(0, 0, 'ä')]],
    ['are beyond Latin-1', [splice(0, 0, '大')]],
    ['hold half a letter', [splice(0, 0, '\ud83d')]],
  ])('refuses splices that %s', (_, splices) => {
    expect(applySplices(bytesOf('abc'), splices)).toBeNull();
  });
  it('changes what the splices name and nothing else', () => {
    fc.assert(
      fc.property(pieces, fc.uint8Array({ maxLength: 8 }), (parts, rest) => {
        const old = Buffer.concat([...parts.flatMap(({ kept, removed }) => [kept, removed]), rest]);
        const wanted = Buffer.concat([...parts.flatMap(({ kept, text }) => [kept, bytesOf(text)]), rest]);
        let at = 0;
        const splices = parts.map(({ kept, removed, text }) => {
          const made = splice(at + kept.length, removed.length, text);
          at += kept.length + removed.length;
          return made;
        });
        expect(textOf(applySplices(old, splices))).toBe(textOf(wanted));
      }),
    );
  });
  it('never throws, whatever it is given', () => {
    const anySplice = fc.record({
      offsetBytes: fc.double({ min: -2, max: 12 }).map((n) => (n > 3 ? Math.trunc(n) : n)),
      removedBytes: fc.integer({ min: -2, max: 12 }),
      text: fc.constantFrom('', 'a', '-m 4G', 'ä', '\0', '大'),
    });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 10 }), fc.array(anySplice, { maxLength: 4 }), (bytes, splices) => {
        const result = applySplices(bytes, splices);
        const added = splices.reduce((sum, { removedBytes, text }) => sum + text.length - removedBytes, 0);
        expect(result === null || result.length === bytes.length + added).toBe(true);
      }),
    );
  });
});
