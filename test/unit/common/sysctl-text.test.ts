import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isReadAfter,
  SYSCTL_FOLDERS,
  sysctlAssignments,
  sysctlReadOrder,
  sysctlWinner,
} from '../../../common/sysctl-text';

const FILE = '/etc/sysctl.d/40-hugepage.conf';
const pagesOf = (text: string): readonly number[] => sysctlAssignments(FILE, text).map(({ pages }) => pages);

describe('sysctlAssignments', () => {
  it('reads the line of the how-to', () => {
    expect(sysctlAssignments(FILE, '# pool\nvm.nr_hugepages = 2050\n')).toEqual([
      { file: FILE, line: 2, pages: 2_050 },
    ]);
  });
  it.each([
    'vm.nr_hugepages=2050',
    'vm/nr_hugepages = 2050',
    '-vm.nr_hugepages=2050',
    '- vm.nr_hugepages = 2050',
    '  vm.nr_hugepages\t=\t2050  \r',
    '/vm/nr_hugepages=2050',
    'vm//nr_hugepages=2050',
    'vm.nr_hugepages = 2050 # pages',
  ])('takes "%s" as systemd-sysctl does', (line) => {
    expect(pagesOf(line)).toEqual([2_050]);
  });
  it.each([
    '# vm.nr_hugepages = 2050',
    ';vm.nr_hugepages = 2050',
    'vm.nr_hugepages',
    'vm.nr_hugepages 2050',
    'vm.nr_hugepages_mempolicy = 2050',
    'vm.nr_overcommit_hugepages = 2050',
    'vm/nr.hugepages = 2050',
    'kernel.nr_hugepages = 2050',
  ])('leaves "%s" alone', (line) => {
    expect(pagesOf(line)).toEqual([]);
  });
  it('reads numbers as the kernel does: hexadecimal and octal too', () => {
    expect(pagesOf('vm.nr_hugepages=0x10\nvm.nr_hugepages=010\nvm.nr_hugepages=0\n')).toEqual([16, 8, 0]);
  });
  it.each(['', '-3', '+4', '7abc', '4,5', '1e1', '08', '0x', '99999999999999999999999'])(
    'leaves out the value "%s", which the kernel refuses',
    (value) => {
      expect(pagesOf(`vm.nr_hugepages=${value}`)).toEqual([]);
    },
  );
  it('reads back any whole number among any other lines', () => {
    const noise = fc.array(fc.string().filter((line) => !line.includes('nr_hugepages') && !line.includes('\n')));
    fc.assert(
      fc.property(noise, fc.nat(), (before, pages) => {
        const text = [...before, `vm.nr_hugepages = ${String(pages)}`].join('\n');
        expect(sysctlAssignments(FILE, text)).toEqual([{ file: FILE, line: before.length + 1, pages }]);
      }),
    );
  });
});

describe('sysctlReadOrder', () => {
  const order = (names: Record<string, readonly string[]>): readonly string[] =>
    sysctlReadOrder((folder) => names[folder] ?? []);

  it('sorts by file name across the folders', () => {
    expect(
      order({
        '/etc/sysctl.d': ['99-sysctl.conf', '40-hugepage.conf'],
        '/run/sysctl.d': ['10-early.conf'],
        '/usr/lib/sysctl.d': ['60-database.conf'],
      }),
    ).toEqual([
      '/run/sysctl.d/10-early.conf',
      '/etc/sysctl.d/40-hugepage.conf',
      '/usr/lib/sysctl.d/60-database.conf',
      '/etc/sysctl.d/99-sysctl.conf',
    ]);
  });
  it('lets the strongest folder hide files of the same name', () => {
    const everywhere = Object.fromEntries(SYSCTL_FOLDERS.map((folder) => [folder, ['a.conf']]));
    expect(order(everywhere)).toEqual(['/etc/sysctl.d/a.conf']);
    expect(order({ ...everywhere, '/etc/sysctl.d': [] })).toEqual(['/run/sysctl.d/a.conf']);
    expect(order({ '/usr/local/lib/sysctl.d': ['a.conf'], '/usr/lib/sysctl.d': ['a.conf'] })).toEqual([
      '/usr/local/lib/sysctl.d/a.conf',
    ]);
  });
  it('leaves out what systemd leaves out', () => {
    expect(order({ '/etc/sysctl.d': ['README.sysctl', '.hidden.conf', 'a.conf~', 'b.conf.dpkg-old'] })).toEqual([]);
  });
  it('sorts as strcmp does, capitals before small letters', () => {
    expect(order({ '/etc/sysctl.d': ['a.conf', 'Z.conf', '9.conf', '10.conf'] })).toEqual(
      ['10.conf', '9.conf', 'Z.conf', 'a.conf'].map((name) => `/etc/sysctl.d/${name}`),
    );
  });
});

describe('sysctlWinner', () => {
  it('is the last assignment, in whatever file it stands', () => {
    const assignments = [
      { file: FILE, line: 1, pages: 2_050 },
      { file: '/etc/sysctl.d/99-sysctl.conf', line: 7, pages: 0 },
    ];
    expect(sysctlWinner(assignments)).toEqual({ file: '/etc/sysctl.d/99-sysctl.conf', line: 7, pages: 0 });
  });
  it('is nobody where nothing is assigned', () => {
    expect(sysctlWinner([])).toBeNull();
  });
});

describe('isReadAfter', () => {
  it('goes by the file’s name, whatever its folder', () => {
    expect(isReadAfter('/usr/lib/sysctl.d/60-database.conf', FILE)).toBe(true);
    expect(isReadAfter('/etc/sysctl.d/99-sysctl.conf', FILE)).toBe(true);
    expect(isReadAfter('/run/sysctl.d/10-early.conf', FILE)).toBe(false);
  });
  it('takes a file of the same name for none that comes later', () => {
    expect(isReadAfter('/usr/lib/sysctl.d/40-hugepage.conf', FILE)).toBe(false);
  });
});
