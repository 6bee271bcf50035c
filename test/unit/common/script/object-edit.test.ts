import { describe, expect, test } from 'vitest';
import type { PatchTarget } from '../../../../common/script/patch-target';
import { patchOf, PREALLOCATING, TARGET } from '../../../fakes/parsed-script';

const VIRTIOFS = '-chardev socket,id=c,path=/run/vfs -device vhost-user-fs-pci,chardev=c,tag=host';

interface Edited {
  readonly text: string;
  readonly reasons: readonly string[];
}

/** What becomes of the script of a VM whose memory comes from `ram0`. */
async function edited(script: string, target: PatchTarget = TARGET): Promise<Edited> {
  const { text, edits } = await patchOf(script, target);
  return { text, reasons: edits.flatMap(({ reasons }) => reasons.map(({ key }) => key)) };
}

/** The same for the object alone, as it stands on the command line. */
async function object(typed: string, { target = TARGET, more = '' } = {}): Promise<Edited> {
  const [before, behind] = ['kvm -m 4G -machine q35,memory-backend=ram0 -object ', `${more}\n`];
  const { text, reasons } = await edited(before + typed + behind, target);
  expect(text.startsWith(before) && text.endsWith(behind)).toBe(true);
  return { text: text.slice(before.length, -behind.length), reasons };
}

async function objectText(typed: string, options = {}): Promise<string> {
  return (await object(typed, options)).text;
}

describe('an object on ordinary memory', () => {
  test('becomes a file of the same id and size, and says why', async () => {
    expect(await object('memory-backend-ram,id=ram0,size=4G')).toEqual({
      text: 'memory-backend-file,mem-path=/dev/hugepages,id=ram0,size=4G',
      reasons: ['patch.reason.object-file'],
    });
  });
  test('keeps what else it has', async () => {
    expect(await objectText('memory-backend-ram,size=4G,id=ram0,host-nodes=1,policy=bind,share=on')).toBe(
      'memory-backend-file,mem-path=/dev/hugepages,size=4G,id=ram0,host-nodes=1,policy=bind,share=on',
    );
  });
  test('may name its type by its key', async () => {
    expect(await objectText('qom-type=memory-backend-ram,id=ram0,size=4G')).toBe(
      'qom-type=memory-backend-file,mem-path=/dev/hugepages,id=ram0,size=4G',
    );
  });
  test('may stand between quotes', async () => {
    expect(await objectText('"memory-backend-ram,id=ram0,size=4G"')).toBe(
      '"memory-backend-file,mem-path=/dev/hugepages,id=ram0,size=4G"',
    );
    expect(await objectText(`memory-backend-ram,id=ram0,'size=4G'`)).toBe(
      `memory-backend-file,mem-path=/dev/hugepages,id=ram0,'size=4G'`,
    );
  });
});

describe('an object in a file', () => {
  test('without a path gets one', async () => {
    expect(await objectText('memory-backend-file,id=ram0,size=4G')).toBe(
      'memory-backend-file,mem-path=/dev/hugepages,id=ram0,size=4G',
    );
  });
  test('on ordinary memory gets another path, and says which one it had', async () => {
    expect(await object('memory-backend-file,id=ram0,size=4G,mem-path=/dev/shm,share=on')).toEqual({
      text: 'memory-backend-file,id=ram0,size=4G,mem-path=/dev/hugepages,share=on',
      reasons: ['patch.reason.object-path'],
    });
  });
  test('of a path given twice the last one counts', async () => {
    expect(await objectText('memory-backend-file,id=ram0,mem-path=/dev/hugepages,mem-path=/tmp,size=4G')).toBe(
      'memory-backend-file,id=ram0,mem-path=/dev/hugepages,mem-path=/dev/hugepages,size=4G',
    );
  });
  test('a path with a comma in it goes as a whole', async () => {
    expect(await objectText('memory-backend-file,id=ram0,mem-path=/tmp/a,,b,size=4G')).toBe(
      'memory-backend-file,id=ram0,mem-path=/dev/hugepages,size=4G',
    );
  });
  test.each(['/dev/hugepages', '/dev/hugepages/', '/dev/hugepages/libvirt/qemu'])(
    'in %s is left alone',
    async (path) => {
      const typed = `memory-backend-file,id=ram0,size=4G,mem-path=${path}`;
      expect(await object(typed)).toEqual({ text: typed, reasons: [] });
    },
  );
});

describe('an anonymous file', () => {
  test('gets huge pages of the size that is wished, without any path', async () => {
    expect(await object('memory-backend-memfd,id=ram0,size=4G')).toEqual({
      text: 'memory-backend-memfd,hugetlb=on,hugetlbsize=2M,id=ram0,size=4G',
      reasons: ['patch.reason.object-memfd'],
    });
    expect(
      await objectText('memory-backend-memfd,id=ram0,size=4G', { target: { ...TARGET, pageKiB: 1_048_576 } }),
    ).toBe('memory-backend-memfd,hugetlb=on,hugetlbsize=1G,id=ram0,size=4G');
  });
  test.each([
    ['hugetlb=off,', 'hugetlb=on,hugetlbsize=2M,'],
    ['nohugetlb,', 'hugetlb=on,hugetlbsize=2M,'],
    ['hugetlb=no,hugetlbsize=1G,', 'hugetlb=on,hugetlbsize=1G,'],
  ])('%s becomes %s', async (had, has) => {
    expect(await objectText(`memory-backend-memfd,${had}id=ram0,size=4G`)).toBe(
      `memory-backend-memfd,${has}id=ram0,size=4G`,
    );
  });
  test.each(['hugetlb=on', 'hugetlb', 'hugetlb=yes,hugetlbsize=1G'])('with %s is left alone', async (has) => {
    const typed = `memory-backend-memfd,id=ram0,${has},size=4G`;
    expect(await objectText(typed)).toBe(typed);
  });
});

describe('JSON', () => {
  test.each([
    [
      'between single quotes',
      `'{"qom-type":"memory-backend-ram","id":"ram0","size":4294967296}'`,
      `'{"qom-type":"memory-backend-file","mem-path":"/dev/hugepages","id":"ram0","size":4294967296}'`,
    ],
    [
      'between double quotes',
      String.raw`"{\"qom-type\":\"memory-backend-ram\",\"id\":\"ram0\",\"size\":4294967296}"`,
      String.raw`"{\"qom-type\":\"memory-backend-file\",\"mem-path\":\"/dev/hugepages\",\"id\":\"ram0\",\"size\":4294967296}"`,
    ],
    [
      'with blanks',
      `'{ "id": "ram0", "qom-type": "memory-backend-ram", "size": 4294967296 }'`,
      `'{ "id": "ram0", "qom-type": "memory-backend-file","mem-path":"/dev/hugepages", "size": 4294967296 }'`,
    ],
    [
      'with another path',
      `'{"qom-type":"memory-backend-file","id":"ram0","mem-path":"/tmp/ram","size":4294967296}'`,
      `'{"qom-type":"memory-backend-file","id":"ram0","mem-path":"/dev/hugepages","size":4294967296}'`,
    ],
    [
      'of an anonymous file, where a size is a number',
      `'{"qom-type":"memory-backend-memfd","id":"ram0","size":4294967296}'`,
      `'{"qom-type":"memory-backend-memfd","hugetlb":true,"hugetlbsize":2097152,"id":"ram0","size":4294967296}'`,
    ],
  ])('%s', async (_, typed, expected) => {
    expect(await objectText(typed)).toBe(expected);
  });
  test('that says false to sharing says true afterwards', async () => {
    const typed = `'{"qom-type":"memory-backend-file","id":"ram0","mem-path":"/dev/hugepages","share":false}'`;
    expect(await objectText(typed, { more: ` ${VIRTIOFS}` })).toBe(typed.replace('false', 'true'));
  });
});

describe('sharing, for processes beside QEMU', () => {
  const options = { more: ` ${VIRTIOFS}` };

  test('is added where it is missing, and says why', async () => {
    expect(await object('memory-backend-ram,id=ram0,size=4G', options)).toEqual({
      text: 'memory-backend-file,mem-path=/dev/hugepages,share=on,id=ram0,size=4G',
      reasons: ['patch.reason.object-file', 'patch.reason.share'],
    });
  });
  test('is switched on where it is off', async () => {
    expect(await objectText('memory-backend-file,id=ram0,mem-path=/dev/hugepages,share=off', options)).toBe(
      'memory-backend-file,id=ram0,mem-path=/dev/hugepages,share=on',
    );
    expect(await objectText('memory-backend-memfd,id=ram0,size=4G,share=off,hugetlb=on', options)).toBe(
      'memory-backend-memfd,id=ram0,size=4G,share=on,hugetlb=on',
    );
  });
  test('is not written for an anonymous file, which is shared by itself', async () => {
    expect(await objectText('memory-backend-memfd,id=ram0,size=4G', options)).toBe(
      'memory-backend-memfd,hugetlb=on,hugetlbsize=2M,id=ram0,size=4G',
    );
  });
  test('is not added where nobody needs it', async () => {
    expect((await object('memory-backend-file,id=ram0,mem-path=/dev/hugepages,share=off')).reasons).toEqual([]);
  });
});

describe('taking all pages at the start', () => {
  const options = { target: PREALLOCATING };

  test('is added, and says why', async () => {
    expect(await object('memory-backend-file,id=ram0,size=4G,mem-path=/dev/hugepages', options)).toEqual({
      text: 'memory-backend-file,prealloc=on,id=ram0,size=4G,mem-path=/dev/hugepages',
      reasons: ['patch.reason.prealloc'],
    });
  });
  test('comes with the other changes in one place', async () => {
    expect(await objectText('memory-backend-ram,id=ram0,size=4G', options)).toBe(
      'memory-backend-file,mem-path=/dev/hugepages,prealloc=on,id=ram0,size=4G',
    );
    expect(await objectText('memory-backend-file,id=ram0,size=4G,mem-path=/tmp', options)).toBe(
      'memory-backend-file,id=ram0,size=4G,mem-path=/dev/hugepages,prealloc=on',
    );
    expect(await objectText('memory-backend-memfd,id=ram0,hugetlb=off,size=4G', options)).toBe(
      'memory-backend-memfd,id=ram0,hugetlb=on,hugetlbsize=2M,prealloc=on,size=4G',
    );
  });
  test('is switched on where it is off', async () => {
    expect(await objectText('memory-backend-file,id=ram0,mem-path=/dev/hugepages,prealloc=off', options)).toBe(
      'memory-backend-file,id=ram0,mem-path=/dev/hugepages,prealloc=on',
    );
  });
  test.each(['prealloc=on', 'prealloc=yes', 'prealloc'])('%s is enough', async (has) => {
    const typed = `memory-backend-file,id=ram0,mem-path=/dev/hugepages,${has}`;
    expect(await objectText(typed, options)).toBe(typed);
  });
  test('-mem-prealloc is enough for every object', async () => {
    const typed = 'memory-backend-file,id=ram0,mem-path=/dev/hugepages';
    expect(await objectText(typed, { ...options, more: ' -mem-prealloc' })).toBe(typed);
  });
});

describe('an object that a variable has a part in', () => {
  test.each([
    [
      'its size',
      'mem=4G\nkvm -m $mem -M memory-backend=ram0 -object memory-backend-ram,id=ram0,size=$mem\n',
      'memory-backend-file,mem-path=/dev/hugepages,id=ram0,size=$mem',
    ],
    [
      'a size from outside',
      'kvm -m $1 -M memory-backend=ram0 -object memory-backend-ram,id=ram0,size=$1\n',
      'memory-backend-file,mem-path=/dev/hugepages,id=ram0,size=$1',
    ],
    [
      'its id',
      'id=ram0\nkvm -M memory-backend=$id -object memory-backend-ram,id=$id,size=4G\n',
      'memory-backend-file,mem-path=/dev/hugepages,id=$id,size=4G',
    ],
    [
      'its type, which others use too',
      't=memory-backend-ram\nkvm -M memory-backend=ram0 -object $t,id=ram0,size=4G -object $t,id=hp,size=1G -device pc-dimm,memdev=hp\n',
      'memory-backend-file,mem-path=/dev/hugepages,id=ram0,size=4G -object $t,id=hp,size=1G',
    ],
    [
      'its path',
      'dir=/tmp/ram\nkvm -M memory-backend=ram0 -object memory-backend-file,id=ram0,size=4G,mem-path=$dir,share=on\n',
      'memory-backend-file,id=ram0,size=4G,mem-path=/dev/hugepages,share=on',
    ],
    [
      'all of it',
      'obj="memory-backend-ram,id=ram0,size=4G"\nkvm -M memory-backend=ram0 -object "$obj"\n',
      'obj="memory-backend-file,mem-path=/dev/hugepages,id=ram0,size=4G"',
    ],
    [
      'all of it in a list',
      'o=(-object memory-backend-ram,id=ram0,size=4G)\nkvm -M memory-backend=ram0 "${o[@]}"\n',
      'o=(-object memory-backend-file,mem-path=/dev/hugepages,id=ram0,size=4G)',
    ],
    [
      'all options in one text',
      'o="-M memory-backend=ram0 -object memory-backend-ram,id=ram0,size=4G"\nkvm -m 4G $o\n',
      'o="-M memory-backend=ram0 -object memory-backend-file,mem-path=/dev/hugepages,id=ram0,size=4G"',
    ],
  ])('%s', async (_, script, expected) => {
    const { text } = await edited(script);
    expect(text).toContain(expected);
    expect(text.split('\n').filter((line, index) => line !== script.split('\n')[index])).toHaveLength(1);
  });
  test('a part of its type only cannot be replaced', async () => {
    const script = 't=ram\nkvm -M memory-backend=ram0 -object memory-backend-$t,id=ram0,size=4G\n';
    expect((await edited(script)).text).toBe(script);
  });
  test('a path that is not known is not touched', async () => {
    const script = 'kvm -M memory-backend=ram0 -object memory-backend-file,id=ram0,size=4G,mem-path=$DIR\n';
    expect((await edited(script)).text).toBe(script);
  });
});
