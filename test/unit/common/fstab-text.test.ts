import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fstabEntriesFor } from '../../../common/fstab-text';
import { fixtureHost } from '../../fakes/fixture-host';

const TARGET = '/dev/hugepages';
const OURS = [
  '# hugepages-guide begin',
  'hugetlbfs /dev/hugepages hugetlbfs mode=01770,gid=kvm,nofail 0 0',
  '# hugepages-guide end',
];

describe('fstabEntriesFor', () => {
  it('finds the line of the how-to between others', () => {
    expect(fstabEntriesFor(fixtureHost('how-to-done').fstab.text, TARGET)).toEqual([
      {
        line: 6,
        spec: 'hugetlbfs',
        target: '/dev/hugepages',
        type: 'hugetlbfs',
        options: ['mode=01770', 'gid=kvm'],
        isOurs: false,
      },
    ]);
  });
  it('finds nothing where only other mount points stand', () => {
    expect(fstabEntriesFor(fixtureHost('plain').fstab.text, TARGET)).toEqual([]);
    expect(fstabEntriesFor('x /dev/hugepages1G hugetlbfs pagesize=1G 0 0\n', TARGET)).toEqual([]);
  });
  it('reads a last line without newline, with tabs', () => {
    expect(fstabEntriesFor(fixtureHost('no-newline-fstab').fstab.text, TARGET)).toMatchObject([
      { line: 6, options: ['gid=kvm', 'mode=1770', 'nofail'] },
    ]);
  });
  it('reads CRLF lines without the CR, and knows our lines among them', () => {
    const [entry, ...more] = fstabEntriesFor(fixtureHost('crlf-fstab').fstab.text, TARGET);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ line: 7, isOurs: true });
    expect(entry?.options.at(-1)).toBe('X-mount.mkdir');
    expect(fstabEntriesFor('none /dev/hugepages hugetlbfs nofail\r\n', TARGET)[0]?.options).toEqual(['nofail']);
  });
  it('leaves comments out, also those that look like entries', () => {
    expect(
      fstabEntriesFor(`  # hugetlbfs ${TARGET} hugetlbfs defaults\n#hugetlbfs ${TARGET} hugetlbfs a\n`, TARGET),
    ).toEqual([]);
  });
  it('finds every line for the target and tells ours apart', () => {
    const text = [...OURS, 'none /dev/hugepages hugetlbfs defaults 0 0', ''].join('\n');
    expect(fstabEntriesFor(text, TARGET).map(({ line, isOurs }) => [line, isOurs])).toEqual([
      [2, true],
      [4, false],
    ]);
  });
  it('takes a begin marker without its end for a comment', () => {
    const text = ['# hugepages-guide begin', ...OURS.slice(1, 2), 'x / ext4 defaults'].join('\n');
    expect(fstabEntriesFor(text, TARGET)).toMatchObject([{ isOurs: false }]);
    const again = ['# hugepages-guide begin', 'a /dev/hugepages b c', ...OURS].join('\n');
    expect(fstabEntriesFor(again, TARGET).map(({ isOurs }) => isOurs)).toEqual([false, true]);
  });
  it('takes an end marker without a begin for a comment', () => {
    expect(fstabEntriesFor([...OURS.slice(1)].join('\n'), TARGET)).toMatchObject([{ isOurs: false }]);
  });
  it('compares mount points, not spellings', () => {
    expect(fstabEntriesFor('none /dev//hugepages/ hugetlbfs\n', TARGET)).toMatchObject([{ options: [] }]);
    expect(fstabEntriesFor('none /srv/a\\040b hugetlbfs defaults\n', '/srv/a b')).toHaveLength(1);
  });
  it('leaves out lines with too few fields', () => {
    expect(fstabEntriesFor(`hugetlbfs\nhugetlbfs ${TARGET}\n`, TARGET)).toEqual([]);
  });
  it('finds an entry wherever it stands, whatever stands around it', () => {
    const noise = fc.array(fc.string({ unit: 'binary-ascii' }).filter((line) => !/hugepages|[\r\n]/.test(line)));
    fc.assert(
      fc.property(noise, noise, fc.constantFrom('\n', '\r\n'), (before, after, end) => {
        const text = [...before, ...OURS, ...after].join(end);
        expect(fstabEntriesFor(text, TARGET)).toMatchObject([{ line: before.length + 2, isOurs: true }]);
      }),
    );
  });
});
