import { describe, expect, test } from 'vitest';
import type { PatchTarget } from '../../../../common/script/patch-target';
import type { ScriptNote } from '../../../../common/script/reading';
import { patchOf, TARGET } from '../../../fakes/parsed-script';

async function notesOf(script: string, target: PatchTarget = TARGET): Promise<readonly ScriptNote[]> {
  const { starts } = await patchOf(script, target);
  return starts.flatMap(({ notes }) => notes);
}

async function keysOf(script: string, target: PatchTarget = TARGET): Promise<readonly string[]> {
  return (await notesOf(script, target)).map(({ text }) => text.key);
}

describe('startNotes', () => {
  test('there is nothing to say about a plain start', async () => {
    expect(await notesOf('kvm -m 4G -nographic -hda win10.img\n')).toEqual([]);
  });
  test.each(['kvm -m 4G "$@"\n', 'kvm -m 4G $EXTRA\n', 'kvm -m 4G ${QEMU_OPTS}\n'])(
    '%j: options that come from outside cannot be seen',
    async (script) => {
      expect(await notesOf(script)).toEqual([
        { severity: 'hint', text: { key: 'patch.note.outside-options', values: {} } },
      ]);
    },
  );
  test('what comes from outside as a value is no option', async () => {
    expect(await keysOf('kvm -m 4G -name "$1" -hda "$DISK"\n')).toEqual([]);
  });
  test('memory that is no whole number of pages is rounded up', async () => {
    expect(await notesOf('kvm -m 513\n')).toEqual([
      {
        severity: 'hint',
        text: { key: 'patch.note.rounds', values: { guestKiB: 525_312, pageKiB: 2_048, roundedKiB: 526_336 } },
      },
    ]);
    const gigantic = { ...TARGET, pageKiB: 1_048_576 };
    expect(await notesOf('kvm -m 1536\n', gigantic)).toMatchObject([{ text: { values: { roundedKiB: 2_097_152 } } }]);
    expect(await keysOf('kvm -m 4G\n', gigantic)).toEqual([]);
  });
  test('without -m there is QEMU’s default', async () => {
    expect(await notesOf('kvm -nographic\n')).toEqual([
      { severity: 'hint', text: { key: 'patch.note.default-memory', values: { guestKiB: 131_072 } } },
    ]);
    expect(await keysOf('kvm -M memory-backend=r -object memory-backend-ram,id=r,size=4G\n')).toEqual([]);
  });
  test('a module that is plugged in is not main memory', async () => {
    const script = 'kvm -m 4G,slots=2,maxmem=8G -object memory-backend-ram,id=m1,size=1G -device pc-dimm,memdev=m1\n';
    expect(await notesOf(script)).toEqual([
      { severity: 'hint', text: { key: 'patch.note.plugged', values: { id: 'm1' } } },
    ]);
    expect(await keysOf('kvm -m 4G -device nvdimm,memdev=elsewhere\n')).toEqual([]);
  });
  test('an object that nothing uses takes memory all the same', async () => {
    expect(await notesOf('kvm -m 4G -object memory-backend-ram,id=ram0,size=4G\n')).toEqual([
      { severity: 'warning', text: { key: 'patch.note.orphan', values: { id: 'ram0' } } },
    ]);
    expect(await keysOf('kvm -m 4G -object memory-backend-ram,id=r,size=4G -numa node,memdev=r\n')).toEqual([]);
    expect(await keysOf('kvm -m 4G -object rng-random,id=rng0,filename=/dev/urandom\n')).toEqual([]);
  });
  test('-mem-path beside nodes that name their memory is ignored', async () => {
    const script = 'kvm -m 4G -mem-path /tmp -object memory-backend-ram,id=r,size=4G -numa node,memdev=r\n';
    expect(await notesOf(script)).toEqual([
      { severity: 'hint', text: { key: 'patch.note.mem-path-ignored', values: {} } },
    ]);
  });
  test('-mem-path that names a file leaves that behind', async () => {
    expect(await notesOf('kvm -m 4G -mem-path /dev/hugepages/win10\n')).toEqual([
      { severity: 'warning', text: { key: 'patch.note.named-file', values: { path: '/dev/hugepages/win10' } } },
    ]);
    expect(await keysOf('kvm -m 4G -mem-path /dev/hugepages/\n')).toEqual([]);
  });
  test('a start that is reached several times says each thing once', async () => {
    const script = 'run() { kvm -m 513 "$@"; }\nrun -s $EXTRA\nrun -S $EXTRA\n';
    expect(await keysOf(script)).toEqual(['patch.note.outside-options', 'patch.note.rounds']);
  });
});
