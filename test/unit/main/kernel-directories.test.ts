import { describe, expect, it } from 'vitest';
import { parseMountinfo } from '../../../common/mount-text';
import type { DirectoryFacts } from '../../../common/snapshot';
import { hostFiles } from '../../../main/host-files';
import { readDirectories } from '../../../main/kernel-directories';
import type { MachineProbe } from '../../../main/machine-probe';
import { fixtureProbe, hugetlbfs } from '../../fakes/fixture-host';
import { makeHost, removeMadeHosts } from '../../fakes/made-host';

const line = (path: string): string => `35 24 0:31 / ${path} rw - hugetlbfs hugetlbfs rw,pagesize=2M\n`;
const mounted: Partial<MachineProbe> = {
  stat: () => ({ kind: 'directory', uid: 0, gid: 104, mode: 0o1770 }),
  statFileSystem: () => hugetlbfs(2_048),
};

function readOne(overrides: Partial<MachineProbe>): DirectoryFacts | undefined {
  return readDirectories(hostFiles('/nowhere'), fixtureProbe(undefined, overrides), [])[0];
}

describe('readDirectories', () => {
  removeMadeHosts();

  it('looks at every place huge pages are mounted at, each once, with libvirt’s folder in it or not', () => {
    const { root, write } = makeHost();
    write('srv/huge pages/libvirt/qemu/.keep', '');
    const mounts = parseMountinfo(
      `${line('/dev/hugepages')}${line('/dev/hugepages')}${line('/srv/huge\\040pages')}27 1 8:1 / / rw - ext4 /dev/sda rw`,
    );
    const directories = readDirectories(hostFiles(root), fixtureProbe(undefined, mounted), mounts);
    expect(directories.map(({ path, hasLibvirtFolder }) => [path, hasLibvirtFolder])).toEqual([
      ['/dev/hugepages', false],
      ['/srv/huge pages', true],
    ]);
  });
  it('reads owner, permissions and page size', () => {
    expect(readOne(mounted)).toMatchObject({ isHugetlbfs: true, pageKiB: 2_048, uid: 0, gid: 104, mode: 0o1770 });
  });
  it('goes by the type of the file system, also where it comes as a signed number', () => {
    const tmpfs = { type: 0x01021994, blockBytes: 2_097_152 };
    expect(readOne({ ...mounted, statFileSystem: () => tmpfs })).toMatchObject({ isHugetlbfs: false, pageKiB: null });
    const signed = { type: 0x958458f6 | 0, blockBytes: 2_097_152 };
    expect(readOne({ ...mounted, statFileSystem: () => signed })).toMatchObject({ isHugetlbfs: true });
    expect(readOne({ ...mounted, statFileSystem: () => null })).toMatchObject({ isHugetlbfs: false });
  });
  it('asks for no file system where there is no directory', () => {
    const statFileSystem = (): never => {
      throw new Error('Nobody should ask.');
    };
    expect(readOne({ stat: () => ({ kind: 'missing' }), statFileSystem })).toMatchObject({
      kind: 'missing',
      mode: null,
    });
    const file = { kind: 'other', uid: 0, gid: 0, mode: 0o644 } as const;
    expect(readOne({ stat: () => file, statFileSystem })).toMatchObject({ kind: 'other', mode: 0o644 });
  });
});
