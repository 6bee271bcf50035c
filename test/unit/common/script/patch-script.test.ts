import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../../common/script/shell-node';
import { changedLines, patchOf, PREALLOCATING, TARGET } from '../../../fakes/parsed-script';

const GIB_IN_KIB = 1_048_576;

async function treatments(script: string): Promise<readonly string[]> {
  return (await patchOf(script)).starts.map(({ treatment }) =>
    treatment.kind === 'declined' ? treatment.reason.key : treatment.kind,
  );
}

describe('the starts of a script', () => {
  test('each is told with its line, its program and its memory', async () => {
    const script =
      '#!/bin/sh\n\nqemu-system-x86_64 -m 4G\n/usr/bin/kvm -mem-path /dev/hugepages -m 512\n' +
      'arch=aarch64\n"qemu-system-$arch" \\\n  -m 1G\n';
    expect((await patchOf(script)).starts).toMatchObject([
      { line: 3, program: 'qemu-system-x86_64', guestKiB: 4 * GIB_IN_KIB, treatment: { kind: 'change' } },
      { line: 4, program: 'kvm', guestKiB: GIB_IN_KIB / 2, treatment: { kind: 'already' } },
      { line: 6, program: 'qemu-system-aarch64', guestKiB: GIB_IN_KIB, treatment: { kind: 'change' } },
    ]);
  });
  test('one from a variable is at the line where it is started', async () => {
    const { starts } = await patchOf('cmd="qemu-system-x86_64 -m 4G"\necho go\n$cmd\n');
    expect(starts.map(({ line }) => line)).toEqual([3]);
  });
  test('one that only asks QEMU about itself is none', async () => {
    const script =
      'if kvm -device help 2>&1 | grep -q virtio; then\n  kvm -m 1G -device virtio-net\nfi\nkvm --version\n';
    expect((await patchOf(script)).starts.map(({ line }) => line)).toEqual([2]);
  });
  test('a script without any has none, and stays as it is', async () => {
    const script = 'echo kvm\n';
    expect(await patchOf(script)).toEqual({ starts: [], edits: [], text: script });
  });
});

describe('several starts', () => {
  test('are changed one by one', async () => {
    const script =
      'if a; then\n  kvm -m 1G\nelse\n  kvm -m 2G -mem-path /dev/hugepages\nfi\nkvm -m 3G -mem-path /tmp\n';
    expect(await changedLines(script)).toEqual([
      '  kvm -mem-path /dev/hugepages -m 1G',
      'kvm -m 3G -mem-path /dev/hugepages',
    ]);
  });
  test('may share a line', async () => {
    expect(await changedLines('kvm -m 1G & kvm -m 2G &\n')).toEqual([
      'kvm -mem-path /dev/hugepages -m 1G & kvm -mem-path /dev/hugepages -m 2G &',
    ]);
  });
  test('one that is declined does not keep the others from being changed', async () => {
    const script = 'kvm -m 1G $(cat opts)\nkvm -m 2G\n';
    expect(await treatments(script)).toEqual(['patch.declined.options-printed', 'change']);
    expect(await changedLines(script)).toEqual(['kvm -mem-path /dev/hugepages -m 2G']);
  });
  test('that share their options share the change of them', async () => {
    const script = 'o="-m 1G -mem-path /tmp"\nkvm $o -vnc :1\nkvm $o -vnc :2\n';
    expect(await changedLines(script)).toEqual(['o="-m 1G -mem-path /dev/hugepages"']);
    expect(await treatments(script)).toEqual(['change', 'change']);
  });
});

describe('a start that the script comes to in several ways', () => {
  test('is changed once', async () => {
    const script = 'run() { kvm -m 1G "$@"; }\nrun -s\nrun -S\n';
    expect(await changedLines(script)).toEqual(['run() { kvm -mem-path /dev/hugepages -m 1G "$@"; }']);
    expect((await patchOf(script)).starts).toHaveLength(1);
  });
  test('has the memory of all ways, or none that can be told', async () => {
    const sizeOf = async (script: string): Promise<number | null | undefined> =>
      (await patchOf(script)).starts[0]?.guestKiB;
    expect(await sizeOf('run() { kvm "$@"; }\nrun -m 1G\nrun -s -m 1024\n')).toBe(GIB_IN_KIB);
    expect(await sizeOf('run() { kvm "$@"; }\nrun -m 1G\nrun -m 2G\n')).toBeNull();
  });
  test('is changed on each way that needs it', async () => {
    const script = 'run() { kvm "$@"; }\nrun -m 1G -mem-path /tmp\nrun -m 1G -mem-path /var\n';
    expect(await changedLines(script)).toEqual([
      'run -m 1G -mem-path /dev/hugepages',
      'run -m 1G -mem-path /dev/hugepages',
    ]);
  });
  test('is left alone where one of them cannot be seen through', async () => {
    const script = 'run() { kvm "$@"; }\nrun -m 1G\nrun -m 1G $(cat opts)\n';
    expect(await treatments(script)).toEqual(['patch.declined.options-printed']);
    expect(await changedLines(script)).toEqual([]);
  });
});

describe('the result', () => {
  test.each([
    'kvm -m 4G\n',
    'o=(-m 4G -mem-path /tmp)\nnice kvm "${o[@]}"\n',
    'bash -c "kvm -m 4G"\n',
    'kvm -m 4G -M memory-backend=r -object memory-backend-ram,id=r,size=4G -mem-path /tmp\n',
    'kvm -m 4G -chardev socket,id=c,path=/x -device vhost-user-fs-pci,chardev=c\n',
    'run() { "$@"; }\nrun kvm -m 4G\n',
  ])('is on huge pages, and reading it again changes nothing: %j', async (script) => {
    const first = await patchOf(script);
    expect(first.text).not.toBe(script);
    expect(first.text).toBe(applyEdits(script, first.edits));
    const second = await patchOf(first.text);
    expect(second.edits).toEqual([]);
    expect(second.starts.map(({ treatment }) => treatment.kind)).toEqual(['already']);
    expect(second.starts.map(({ guestKiB }) => guestKiB)).toEqual(first.starts.map(({ guestKiB }) => guestKiB));
  });
  test('has its changes in the order of the script, whatever order they were found in', async () => {
    const script = 'b=(-mem-path /tmp)\nrun() { kvm -m 1G "$@"; }\nrun -mem-path /var\nkvm -m 2G "${b[@]}"\n';
    const { edits } = await patchOf(script, PREALLOCATING);
    expect(edits.map(({ start }) => start)).toEqual(
      [...edits.map(({ start }) => start)].sort((one, other) => one - other),
    );
    expect(await changedLines(script)).toEqual(['b=(-mem-path /dev/hugepages)', 'run -mem-path /dev/hugepages']);
  });
  test('may end without a line end', async () => {
    expect((await patchOf('kvm -m 4G')).text).toBe('kvm -mem-path /dev/hugepages -m 4G');
  });
  test('keeps the line ends of Windows', async () => {
    const script = '#!/bin/bash\r\nif true; then\r\n  kvm -m 4G -name "a b"\r\nfi\r\n';
    expect((await patchOf(script)).text).toBe(script.replace('kvm', 'kvm -mem-path /dev/hugepages'));
  });
  test('keeps every other line as it is, with its blanks and comments', async () => {
    const script = '#!/bin/sh   \n#  kvm -m 1G\n\n\texec   kvm\t-m 4G   # kvm\n\n\n';
    expect((await patchOf(script)).text).toBe(script.replace('exec   kvm', 'exec   kvm -mem-path /dev/hugepages'));
  });
});

describe('a change that would not come out as planned', () => {
  const NOT_CONFIRMED = 'patch.declined.not-confirmed';

  test('because the argument would end there', async () => {
    const script = String.raw`bash -c kvm\ -m\ 4G` + '\n';
    const patch = await patchOf(script);
    expect(patch.starts.map(({ treatment }) => treatment)).toEqual([
      { kind: 'declined', reason: { key: NOT_CONFIRMED, values: {} }, byHand: '-mem-path /dev/hugepages' },
    ]);
    expect([patch.edits, patch.text]).toEqual([[], script]);
  });
  test('because what is right for one call is wrong for the next', async () => {
    const script =
      'run() { kvm -m 1G "$@"; }\nrun -M memory-backend=r -object memory-backend-ram,id=r,size=1G\nrun -nographic\n';
    expect(await treatments(script)).toEqual([NOT_CONFIRMED]);
    expect(await changedLines(script)).toEqual([]);
  });
  test('because the pages are nowhere that counts as huge pages', async () => {
    const patch = await patchOf('kvm -m 4G\n', { ...TARGET, hugePaths: [] });
    expect(patch.starts[0]?.treatment).toMatchObject({ kind: 'declined', reason: { key: NOT_CONFIRMED } });
  });
  test('keeps every other change of that script back too, and says so of each', async () => {
    const script = String.raw`bash -c kvm\ -m\ 4G` + '\nkvm -m 2G\nkvm -m 1G -mem-path /dev/hugepages\n';
    expect(await treatments(script)).toEqual([NOT_CONFIRMED, NOT_CONFIRMED, 'already']);
    expect(await changedLines(script)).toEqual([]);
  });
});
