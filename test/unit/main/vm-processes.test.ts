import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileSystemStat } from '../../../main/machine-probe';
import { readVms } from '../../../main/vm-processes';
import { hugetlbfs } from '../../fakes/fixture-host';

const EXT4: FileSystemStat = { type: 0xef53, blockBytes: 4_096 };
const QEMU = ['qemu-system-x86_64', '-accel', 'tcg', '-display', 'none', '-S'];

let root: string;
/** What statfs finds; a path that is not listed cannot be reached. */
let fileSystems: Record<string, FileSystemStat>;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vm-processes-'));
  fileSystems = { '/': EXT4, '/dev': EXT4, '/dev/hugepages': hugetlbfs(2_048), '/tmp': EXT4 };
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function addProcess(pid: number, argv: readonly string[], status = 'Name:\tqemu-system-x86\n'): void {
  const folder = join(root, 'proc', String(pid));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'cmdline'), argv.map((argument) => `${argument}\0`).join(''));
  writeFileSync(join(folder, 'status'), status);
}

function read(): ReturnType<typeof readVms> {
  return readVms(root, { statFileSystem: (path) => fileSystems[path] ?? null });
}

describe('readVms', () => {
  it('finds a QEMU started as the how-to says, with the pages it has', () => {
    const status = 'Name:\tqemu-system-x86\nVmSwap:\t       0 kB\nHugetlbPages:\t 1040384 kB\nThreads:\t3\n';
    addProcess(9_414, [...QEMU, '-m', '1G', '-mem-path', '/dev/hugepages', '-name', 'win10'], status);
    expect(read()).toEqual([
      {
        pid: 9_414,
        name: 'win10',
        program: 'qemu-system-x86_64',
        guestKiB: 1_048_576,
        hugetlbKiB: 1_040_384,
        pageKiB: 2_048,
        backing: { kind: 'mem-path', path: '/dev/hugepages', isHugetlbfs: true },
      },
    ]);
  });
  it('finds several, by process id, and nothing but QEMU', () => {
    addProcess(100, [...QEMU, '-name', 'B']);
    addProcess(9, [...QEMU, '-name', 'A']);
    addProcess(50, ['/usr/bin/qemu-img', 'convert', 'a', 'b']);
    addProcess(51, ['bash', '-c', 'qemu-system-x86_64 -m 1G']);
    addProcess(2, []);
    mkdirSync(join(root, 'proc/sys'));
    expect(read().map(({ name }) => name)).toEqual(['A', 'B']);
  });
  it('keeps a Chinese name whole', () => {
    addProcess(7, [...QEMU, '-name', 'guest=办公虚拟机,debug-threads=on']);
    expect(read()[0]?.name).toBe('办公虚拟机');
  });
  it('does not know the pages of a process whose status does not show them', () => {
    addProcess(7, QEMU);
    expect(read()[0]).toMatchObject({ hugetlbKiB: null, pageKiB: null, backing: { kind: 'ordinary' } });
  });
  it('passes over processes that are gone or hidden, and a machine without /proc', () => {
    mkdirSync(join(root, 'proc/77'), { recursive: true });
    expect(read()).toEqual([]);
    rmSync(join(root, 'proc'), { recursive: true });
    expect(read()).toEqual([]);
  });

  it('tells a plain directory from hugetlbfs by statfs, whatever it is called', () => {
    addProcess(7, [...QEMU, '-mem-path', '/tmp/hugepages']);
    expect(read()[0]).toMatchObject({ pageKiB: null, backing: { path: '/tmp/hugepages', isHugetlbfs: false } });
  });
  it('takes a folder that this user may not enter for a part of the mount above it', () => {
    const path = '/dev/hugepages/libvirt/qemu/1-win10';
    addProcess(7, [...QEMU, '-object', `memory-backend-file,id=m,size=1G,mem-path=${path}`, '-M', 'memory-backend=m']);
    expect(read()[0]).toMatchObject({ pageKiB: 2_048, backing: { kind: 'file-object', path, isHugetlbfs: true } });
  });
  it('asks in the process’ own mount namespace first, where it may', () => {
    addProcess(7, [...QEMU, '-mem-path', '/dev/hugepages']);
    fileSystems['/proc/7/root/dev/hugepages'] = hugetlbfs(1_048_576);
    expect(read()[0]?.pageKiB).toBe(1_048_576);
  });
  it('follows a relative path from the process’ own folder, and knows nothing where it may not look there', () => {
    addProcess(7, [...QEMU, '-mem-path', 'huge']);
    expect(read()[0]?.backing).toEqual({ kind: 'mem-path', path: 'huge', isHugetlbfs: false });
    fileSystems['/proc/7/cwd/huge'] = hugetlbfs(2_048);
    expect(read()[0]?.backing).toEqual({ kind: 'mem-path', path: 'huge', isHugetlbfs: true });
  });
  it('knows the page size of a huge memfd only where the option names it', () => {
    const memfd = (more: string): readonly string[] => [
      ...[...QEMU, '-m', '64M', '-object', `memory-backend-memfd,id=mem,size=64M,hugetlb=on${more}`],
      ...['-machine', 'q35,memory-backend=mem'],
    ];
    addProcess(7, memfd(',hugetlbsize=2M,share=on'));
    addProcess(8, memfd(''));
    expect(read()).toMatchObject([
      { pageKiB: 2_048, backing: { kind: 'memfd', isHugetlb: true } },
      { pageKiB: null, backing: { kind: 'memfd', isHugetlb: true } },
    ]);
  });
  it('lets the node without huge pages decide', () => {
    const file = 'memory-backend-file,id=b,size=64M,mem-path=/dev/hugepages';
    const nodes = ['-numa', 'node,memdev=b', '-numa', 'node,memdev=a'];
    addProcess(7, [...QEMU, '-m', '128M', '-object', 'memory-backend-ram,id=a,size=64M', '-object', file, ...nodes]);
    addProcess(8, [...QEMU, '-m', '64M', '-object', file, '-numa', 'node,memdev=b']);
    expect(read()).toMatchObject([{ backing: { kind: 'ordinary' } }, { backing: { kind: 'file-object' } }]);
  });
});
