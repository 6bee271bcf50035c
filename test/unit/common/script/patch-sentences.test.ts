import { describe, expect, test } from 'vitest';
import type { patchText } from '../../../../common/text/en/patch';
import { patchOf, TARGET } from '../../../fakes/parsed-script';

const VIRTIOFS = '-chardev socket,id=c,path=/run/vfs -device vhost-user-fs-pci,chardev=c,tag=host';

describe('every sentence of the patcher', () => {
  type Sentence = Exclude<keyof typeof patchText, `patch.note.${'windows-line-ends' | 'generated'}`>;
  const object = '-M memory-backend=r -object memory-backend';

  /** A script for each of them; those about the file as a whole are main/scripts/read-script.ts's. */
  const SCRIPTS: Readonly<Record<Sentence, string>> = {
    'patch.reason.mem-path': 'kvm -m 4G\n',
    'patch.reason.prealloc': 'kvm -m 4G\n',
    'patch.reason.replace-path': 'kvm -m 4G -mem-path /tmp\n',
    'patch.reason.remove-mem-path': `kvm -mem-path /tmp ${object}-ram,id=r,size=4G\n`,
    'patch.reason.object-file': `kvm ${object}-ram,id=r,size=4G\n`,
    'patch.reason.object-path': `kvm ${object}-file,id=r,size=4G,mem-path=/tmp\n`,
    'patch.reason.object-memfd': `kvm ${object}-memfd,id=r,size=4G\n`,
    'patch.reason.share': `kvm ${object}-ram,id=r,size=4G ${VIRTIOFS}\n`,
    'patch.reason.shared': `kvm -m 4G ${VIRTIOFS}\n`,
    'patch.declined.remote': 'ssh host qemu-system-x86_64 -m 4G\n',
    'patch.declined.daemon': 'daemon --name vm qemu-system-x86_64 -m 4G\n',
    'patch.declined.options-sourced': '. ./conf\nkvm $OPTS\n',
    'patch.declined.options-printed': 'kvm $(cat opts)\n',
    'patch.declined.options-computed': 'kvm ${OPTS#-}\n',
    'patch.declined.no-place': 'q=kvm\neval $q -m 4G\n',
    'patch.declined.readconfig': 'kvm -readconfig vm.cfg\n',
    'patch.declined.smaller-than-page': 'kvm -m 1M\n',
    'patch.declined.mem-path-unknown': 'kvm -m 4G -mem-path $DIR\n',
    'patch.declined.not-one-place': `kvm ${object}-ram,id=r,size=4G -mem-path \\\n /tmp\n`,
    'patch.declined.object-not-found': 'kvm -m 4G -M memory-backend=r\n',
    'patch.declined.backing-depends': `o=()\na && o+=(${object}-ram,id=r,size=4G)\nkvm "\${o[@]}"\n`,
    'patch.declined.object-not-editable': `kvm ${object}-epc,id=r,size=4G\n`,
    'patch.declined.size-unknown': `kvm -m $1 ${VIRTIOFS}\n`,
    'patch.declined.not-confirmed': 'bash -c kvm\\ -m\\ 4G\n',
    'patch.note.outside-options': 'kvm -m 4G "$@"\n',
    'patch.note.rounds': 'kvm -m 513\n',
    'patch.note.default-memory': 'kvm -nographic\n',
    'patch.note.plugged': 'kvm -m 4G -object memory-backend-ram,id=m,size=1G -device pc-dimm,memdev=m\n',
    'patch.note.orphan': 'kvm -m 4G -object memory-backend-ram,id=m,size=1G\n',
    'patch.note.mem-path-ignored': 'kvm -mem-path /tmp -object memory-backend-ram,id=r,size=4G -numa node,memdev=r\n',
    'patch.note.named-file': 'kvm -m 4G -mem-path /dev/hugepages/win10\n',
  };

  test.each(Object.entries(SCRIPTS))('%s', async (key, script) => {
    const { starts, edits } = await patchOf(script, { ...TARGET, preallocates: key === 'patch.reason.prealloc' });
    const said = [
      ...edits.flatMap(({ reasons }) => reasons),
      ...starts.flatMap(({ notes }) => notes.map(({ text }) => text)),
      ...starts.flatMap(({ treatment }) => (treatment.kind === 'declined' ? [treatment.reason] : [])),
    ];
    expect(said.map((message) => message.key)).toContain(key);
  });
});
