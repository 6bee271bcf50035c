import { describe, expect, it } from 'vitest';
import { parseQemuCommandLine } from '../../../common/qemu-command-line';

const MIB = 1_024;
const QEMU = ['/usr/bin/qemu-system-x86_64', '-accel', 'tcg', '-display', 'none'];

function read(...argv: readonly string[]): ReturnType<typeof parseQemuCommandLine> {
  return parseQemuCommandLine([...QEMU, ...argv]);
}

describe('which processes are VMs', () => {
  it.each(['qemu-system-x86_64', '/usr/bin/qemu-system-aarch64', '/usr/libexec/qemu-kvm', 'kvm', '/usr/bin/kvm'])(
    '%s is one',
    (program) => {
      expect(parseQemuCommandLine([program])).toMatchObject({
        program: program.split('/').at(-1),
        guestKiB: 128 * MIB,
      });
    },
  );
  it.each(['qemu-img', 'qemu-nbd', '/usr/bin/qemu-ga', 'qemu-io', 'qemu-x86_64', 'virtqemud', 'bash', 'kvm_stat', ''])(
    '“%s” is none',
    (program) => {
      expect(parseQemuCommandLine([program, '-m', '1G'])).toBeNull();
    },
  );
  it('a shell, sudo or editor that only names QEMU is none', () => {
    expect(parseQemuCommandLine(['sudo', 'qemu-system-x86_64', '-m', '1G'])).toBeNull();
    expect(parseQemuCommandLine(['vim', '/home/user/qemu-system-x86_64'])).toBeNull();
    expect(parseQemuCommandLine([])).toBeNull();
  });
  it('a QEMU that libvirt only asks what it can do is none', () => {
    const probe = [
      '-S',
      '-no-user-config',
      '-nodefaults',
      '-nographic',
      '-machine',
      'none,accel=kvm:tcg',
      '-daemonize',
    ];
    expect(read(...probe)).toBeNull();
  });
});

describe('its name', () => {
  it.each([
    [['-name', 'win10'], 'win10'],
    [['-name', 'guest=win10,debug-threads=on'], 'win10'],
    [['-name', 'debug-threads=on', '-name', 'guest=win10'], 'win10'],
    [['-name', 'Windows 10,, Büro,process=w'], 'Windows 10, Büro'],
    [['--name', '虚拟机'], '虚拟机'],
    [[], 'qemu-system-x86_64'],
    [['-name', ''], 'qemu-system-x86_64'],
    [['-name', 'process=w'], 'qemu-system-x86_64'],
  ])('from %j is %s', (argv, name) => {
    expect(read(...argv)?.name).toBe(name);
  });
});

describe('its memory', () => {
  it('is what -m says, the last one winning', () => {
    expect(read('-m', '256M', '--m', '512M')?.guestKiB).toBe(512 * MIB);
  });
  it('is the size of its memory object where there is no -m', () => {
    const object = ['-object', 'memory-backend-ram,id=mem,size=300M'];
    expect(read(...object, '-machine', 'memory-backend=mem')?.guestKiB).toBe(300 * MIB);
  });
  it('may stand in the machine option', () => {
    expect(read('-M', 'pc,memory.size=300M')?.guestKiB).toBe(300 * MIB);
  });
  it('cannot be read from a size that QEMU would refuse', () => {
    expect(read('-m', '1GB')?.guestKiB).toBeNull();
    expect(read('-M', 'pc,memory.size=1GB')?.guestKiB).toBeNull();
  });
  it('cannot be read where a configuration file may change it', () => {
    expect(read('-m', '1G', '-readconfig', '/home/user/vm.cfg')?.guestKiB).toBeNull();
  });
});

describe('where its memory comes from', () => {
  it('nothing named means ordinary memory', () => {
    expect(read('-m', '256M')?.backings).toEqual([]);
  });
  it('-mem-path counts, the last one', () => {
    expect(read('-mem-path', '/tmp', '--mem-path', '/dev/hugepages', '-mem-prealloc')?.backings).toEqual([
      { kind: 'mem-path', path: '/dev/hugepages' },
    ]);
  });
  it('a file object counts once the machine names it', () => {
    const object = ['-object', 'memory-backend-file,id=mem,size=64M,mem-path=/dev/hugepages,share=on'];
    expect(read('-m', '64M', ...object, '-M', 'q35', '-M', 'memory-backend=mem')?.backings).toEqual([
      { kind: 'file-object', path: '/dev/hugepages' },
    ]);
    expect(read('-m', '64M', ...object)?.backings).toEqual([]);
  });
  it('is read from the JSON that libvirt writes', () => {
    const argv = [
      ...['-name', 'guest=json,debug-threads=on', '-machine', 'pc,usb=off,memory-backend=pc.ram', '-m', 'size=131072k'],
      '-object',
      '{"qom-type":"memory-backend-file","id":"pc.ram","mem-path":"/dev/hugepages/libvirt/qemu/1-json","prealloc":true,"size":134217728}',
    ];
    expect(read(...argv)).toEqual({
      program: 'qemu-system-x86_64',
      name: 'json',
      guestKiB: 128 * MIB,
      backings: [{ kind: 'file-object', path: '/dev/hugepages/libvirt/qemu/1-json' }],
    });
  });
  it('memfd is huge only with hugetlb=on, of its own page size or the default one', () => {
    const memfd = (more: string): unknown =>
      read('-object', `memory-backend-memfd,id=mem,size=64M${more}`, '-machine', 'q35,memory-backend=mem')?.backings[0];
    expect(memfd(',hugetlb=on,hugetlbsize=2M,share=on')).toEqual({ kind: 'memfd', isHugetlb: true, pageKiB: 2_048 });
    expect(memfd(',hugetlb=on')).toEqual({ kind: 'memfd', isHugetlb: true, pageKiB: null });
    expect(memfd(',hugetlbsize=2M')).toMatchObject({ kind: 'memfd', isHugetlb: false });
  });
  it('-numa memdev= makes QEMU ignore -mem-path', () => {
    const argv = ['-m', '64M', '-object', 'memory-backend-ram,id=a,size=64M', '-numa', 'node,memdev=a'];
    expect(read(...argv, '-mem-path', '/dev/hugepages')?.backings).toEqual([{ kind: 'ordinary' }]);
  });
  it('each node counts', () => {
    const argv = [
      ...['-m', '128M', '-object', 'memory-backend-ram,id=a,size=64M'],
      ...['-object', 'memory-backend-file,id=b,size=64M,mem-path=/dev/hugepages,prealloc=on'],
      ...['-numa', 'node,memdev=a', '-numa', 'node,nodeid=1,memdev=b', '-numa', 'cpu,node-id=0,socket-id=0'],
    ];
    expect(read(...argv)?.backings).toEqual([{ kind: 'ordinary' }, { kind: 'file-object', path: '/dev/hugepages' }]);
  });
  it('a -numa node without an object leaves -mem-path in force', () => {
    expect(read('-numa', 'node,nodeid=0', '-mem-path', '/dev/hugepages')?.backings).toEqual([
      { kind: 'mem-path', path: '/dev/hugepages' },
    ]);
  });
  it('an object that is named but not there is ordinary memory', () => {
    expect(read('-machine', 'memory-backend=gone')?.backings).toEqual([{ kind: 'ordinary' }]);
    expect(read('-object', 'memory-backend-file,id=m,size=64M', '-machine', 'memory-backend=m')?.backings).toEqual([
      { kind: 'ordinary' },
    ]);
  });
  it('an option at the very end, without its value, is passed over', () => {
    expect(read('-m', '64M', '-mem-path')?.backings).toEqual([]);
  });
});
