import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseMountinfo } from '../../../common/mount-text';
import { hostFiles } from '../../../main/host-files';
import { readFstab, readSysctl } from '../../../main/kernel-etc';
import { makeHost, removeMadeHosts } from '../../fakes/made-host';

describe('readFstab', () => {
  removeMadeHosts();

  it('keeps every byte, whatever its encoding', () => {
    const { root, write } = makeHost();
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    write('etc/fstab', bytes);
    expect(Buffer.from(readFstab(hostFiles(root), []).text, 'latin1').equals(bytes)).toBe(true);
  });
  it('does not take a folder or a giant for an fstab', () => {
    const folder = makeHost();
    folder.write('etc/fstab/x', '');
    expect(readFstab(hostFiles(folder.root), [])).toMatchObject({ kind: 'unreadable', text: '' });
    const giant = makeHost();
    giant.write('etc/fstab', Buffer.alloc(5 * 1_048_576, '# \n'));
    expect(readFstab(hostFiles(giant.root), [])).toMatchObject({ kind: 'unreadable', text: '' });
  });
  it('follows a link for the text and says where it leads', () => {
    const { root, write } = makeHost();
    write('etc/made/fstab', '# made\n');
    symlinkSync('made/fstab', join(root, 'etc/fstab'));
    expect(readFstab(hostFiles(root), [])).toMatchObject({
      kind: 'symlink',
      linkTarget: 'made/fstab',
      text: '# made\n',
    });
  });
  it('is read-only when the mount it lies on is, by its own options or its file system’s', () => {
    const { root } = makeHost();
    const isReadOnly = (mounts: string): boolean => readFstab(hostFiles(root), parseMountinfo(mounts)).isReadOnly;
    expect(isReadOnly('27 1 254:1 / / ro,relatime - ext4 /dev/vda1 rw\n')).toBe(true);
    expect(isReadOnly('27 1 254:1 / / rw,relatime - squashfs /dev/loop0 ro\n')).toBe(true);
    expect(isReadOnly('27 1 254:1 / / rw,errors=remount-ro - ext4 /dev/vda1 rw,errors=remount-ro\n')).toBe(false);
    expect(isReadOnly('27 1 254:1 / / ro - ext4 /dev/vda1 ro\n28 27 0:9 / /etc rw - overlay overlay rw\n')).toBe(false);
  });
});

describe('readSysctl', () => {
  removeMadeHosts();

  it.each(['../sysctl.conf', '/etc/sysctl.conf'])('takes /etc/sysctl.conf for read where a link says %s', (target) => {
    const { root, write } = makeHost();
    write('etc/sysctl.conf', 'vm.nr_hugepages = 7\n');
    write('etc/sysctl.d/README', '');
    symlinkSync(target, join(root, 'etc/sysctl.d/99-sysctl.conf'));
    expect(readSysctl(hostFiles(root)).sysctlUnread).toEqual([]);
  });
  it('keeps it apart where no link leads to it', () => {
    const { root, write } = makeHost();
    write('etc/sysctl.conf', 'vm.nr_hugepages = 7\n');
    write('etc/sysctl.d/10-other.conf', 'kernel.panic = 1\n');
    expect(readSysctl(hostFiles(root))).toEqual({
      sysctl: [],
      sysctlUnread: [{ file: '/etc/sysctl.conf', line: 1, pages: 7 }],
    });
  });
  it('reads nothing from a file that is masked by a link to nowhere', () => {
    const { root, write } = makeHost();
    write('usr/lib/sysctl.d/60-pool.conf', 'vm.nr_hugepages = 7\n');
    write('etc/sysctl.d/README', '');
    symlinkSync('/dev/null', join(root, 'etc/sysctl.d/60-pool.conf'));
    expect(readSysctl(hostFiles(root)).sysctl).toEqual([]);
  });
});
