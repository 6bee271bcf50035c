import { describe, expect, test } from 'vitest';
import { changedLines, declined, PREALLOCATING, reasonsOf, startOf } from '../../../fakes/parsed-script';

const VIRTIOFS = '-chardev socket,id=c,path=/run/vfs -device vhost-user-fs-pci,chardev=c,tag=host';
const GIB_IN_KIB = 1_048_576;

describe('memory objects', () => {
  test('that of the machine is changed, and no -mem-path comes beside it', async () => {
    const script = 'kvm -m 4G -M memory-backend=r -object memory-backend-ram,id=r,size=4G\n';
    expect(await changedLines(script)).toEqual([
      'kvm -m 4G -M memory-backend=r -object memory-backend-file,mem-path=/dev/hugepages,id=r,size=4G',
    ]);
    expect((await startOf(script)).backing).toEqual({ kind: 'object', type: 'memory-backend-ram', path: null });
  });
  test('those of two nodes are changed', async () => {
    const script =
      'kvm -m 4G \\\n  -object memory-backend-ram,id=a,size=2G -numa node,memdev=a \\\n' +
      '  -object memory-backend-ram,id=b,size=2G,host-nodes=1,policy=bind -numa node,memdev=b\n';
    expect(await changedLines(script)).toEqual([
      '  -object memory-backend-file,mem-path=/dev/hugepages,id=a,size=2G -numa node,memdev=a \\',
      '  -object memory-backend-file,mem-path=/dev/hugepages,id=b,size=2G,host-nodes=1,policy=bind -numa node,memdev=b',
    ]);
  });
  test('of two nodes, one may be on huge pages already', async () => {
    const script =
      'kvm -m 4G -object memory-backend-file,id=a,size=2G,mem-path=/dev/hugepages -numa node,memdev=a \\\n' +
      '  -object memory-backend-ram,id=b,size=2G -numa node,memdev=b\n';
    expect(await changedLines(script)).toHaveLength(1);
  });
  test('one on huge pages is left alone, and its path is told', async () => {
    const start = await startOf('kvm -M memory-backend=r -object memory-backend-file,id=r,mem-path=/dev/hugepages/\n');
    expect([start.treatment.kind, start.backing]).toEqual([
      'already',
      { kind: 'object', type: 'memory-backend-file', path: '/dev/hugepages' },
    ]);
  });
  test('that of a module that is plugged in is not main memory', async () => {
    const script = 'kvm -m 4G,slots=2,maxmem=8G -object memory-backend-ram,id=m,size=1G -device pc-dimm,memdev=m\n';
    expect(await changedLines(script)).toEqual([script.trim().replace('kvm', 'kvm -mem-path /dev/hugepages')]);
  });
  test('one that is not in the script is declined, with what to give it', async () => {
    expect(await declined('kvm -m 4G -machine q35,memory-backend=pc.ram\n')).toEqual({
      reason: { key: 'patch.declined.object-not-found', values: { id: 'pc.ram' } },
      byHand: 'memory-backend-file,mem-path=/dev/hugepages',
    });
    expect((await startOf('kvm -m 4G -machine q35,memory-backend=pc.ram\n')).backing).toEqual({ kind: 'unknown' });
  });
  test('one whose name is not known is declined, and shown with a gap', async () => {
    expect((await declined('kvm -m 4G -machine q35,memory-backend=ram$N\n')).reason.values).toEqual({ id: 'ram…' });
  });
  test('one of a kind that has no huge pages is declined', async () => {
    expect(await declined('kvm -m 4G -M memory-backend=e -object memory-backend-epc,id=e,size=4G\n')).toEqual({
      reason: { key: 'patch.declined.object-not-editable', values: { id: 'e', type: 'memory-backend-epc' } },
      byHand: 'memory-backend-file,mem-path=/dev/hugepages',
    });
  });
  test('an anonymous file that cannot be changed gets words of its own', async () => {
    const json = `'{"qom-type":"memory-backend-memfd","id":"r","hugetlb":false,"size":4294967296}'`;
    expect((await declined(`kvm -m 4G -M memory-backend=r -object ${json}\n`)).byHand).toBe(
      'memory-backend-memfd,hugetlb=on,hugetlbsize=2M',
    );
  });
  test.each([
    'o=\nif a; then o="-M memory-backend=r -object memory-backend-ram,id=r,size=4G"; fi\nkvm -m 4G $o\n',
    'o=(-nographic)\n[ -n "$1" ] && o+=(-M memory-backend=r)\nkvm -m 4G -object memory-backend-ram,id=r,size=4G "${o[@]}"\n',
  ])('one that is used on some ways only is declined', async (script) => {
    expect((await declined(script)).reason).toEqual({ key: 'patch.declined.backing-depends', values: { id: 'r' } });
  });
});

describe('-mem-path beside a machine’s object', () => {
  const object = '-M memory-backend=r -object memory-backend-file,id=r,size=4G,mem-path=/dev/hugepages';

  test.each([
    ['in the middle', `kvm -m 4G -mem-path /tmp ${object}\n`, `kvm -m 4G ${object}`],
    ['at the end', `kvm -m 4G ${object}   -mem-path /tmp\n`, `kvm -m 4G ${object}`],
    ['on a line of its own', `kvm -m 4G \\\n  -mem-path /tmp \\\n  ${object}\n`, ' \\'],
    ['in a list', `o=(-s -mem-path /tmp)\nkvm -m 4G ${object} "\${o[@]}"\n`, 'o=(-s)'],
    ['in a text', `o="-s -mem-path /tmp"\nkvm -m 4G ${object} $o\n`, 'o="-s"'],
  ])('goes: %s', async (_, script, line) => {
    expect(await changedLines(script)).toEqual([line]);
    expect(await reasonsOf(script)).toEqual([{ key: 'patch.reason.remove-mem-path', values: {} }]);
  });
  test('that is not in one piece is declined', async () => {
    expect(await declined(`kvm -m 4G ${object} -mem-path \\\n  /tmp\n`)).toEqual({
      reason: { key: 'patch.declined.not-one-place', values: {} },
      byHand: 'memory-backend-file,mem-path=/dev/hugepages',
    });
  });
  test('stays beside nodes that name their own memory, which is no error', async () => {
    const script = 'kvm -m 4G -mem-path /tmp -numa node,memdev=r -object memory-backend-ram,id=r,size=4G\n';
    expect(await changedLines(script)).toEqual([
      'kvm -m 4G -mem-path /tmp -numa node,memdev=r -object memory-backend-file,mem-path=/dev/hugepages,id=r,size=4G',
    ]);
  });
});

describe('memory that another process shares', () => {
  const added = '-object memory-backend-file,id=hugepages,size=4096M,mem-path=/dev/hugepages,share=on';

  test('becomes an object as large as -m, and says so', async () => {
    expect(await changedLines(`kvm -m 4G ${VIRTIOFS}\n`)).toEqual([
      `kvm ${added} -machine memory-backend=hugepages -m 4G ${VIRTIOFS}`,
    ]);
    expect(await reasonsOf(`kvm -m 4G ${VIRTIOFS}\n`)).toEqual([
      { key: 'patch.reason.shared', values: { guestKiB: 4 * GIB_IN_KIB, path: '/dev/hugepages' } },
    ]);
  });
  test('with all pages at once where that is wished', async () => {
    expect(await changedLines(`kvm -m 4G ${VIRTIOFS}\n`, PREALLOCATING)).toEqual([
      `kvm ${added},prealloc=on -machine memory-backend=hugepages -m 4G ${VIRTIOFS}`,
    ]);
  });
  test('a -mem-path that was there goes', async () => {
    expect(await changedLines(`kvm -m 4G -mem-path /dev/hugepages ${VIRTIOFS}\n`)).toEqual([
      `kvm ${added} -machine memory-backend=hugepages -m 4G ${VIRTIOFS}`,
    ]);
  });
  test('the object gets another name where that is taken', async () => {
    const other = '-object memory-backend-ram,id=hugepages,size=1G -device pc-dimm,memdev=hugepages';
    const [line] = await changedLines(`kvm -m 4G,slots=1,maxmem=8G ${other} ${VIRTIOFS}\n`);
    expect(line).toContain('-object memory-backend-file,id=hugepages2,size=4096M,');
    expect(line).toContain('-machine memory-backend=hugepages2 ');
  });
  test('a size that is no whole MiB is written in KiB', async () => {
    const [line] = await changedLines(`kvm -m 3000K ${VIRTIOFS}\n`);
    expect(line).toContain('size=3000K,');
  });
  test.each(['$1', '${MEM:-4G}', '4GB'])('is declined where the size may be another: -m %s', async (typed) => {
    expect(await declined(`kvm -m ${typed} ${VIRTIOFS}\n`)).toEqual({
      reason: { key: 'patch.declined.size-unknown', values: {} },
      byHand: `${added.replace('4096M', 'MEMORY')} -machine memory-backend=hugepages`,
    });
  });
});
