import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hugetlbMounts, mountHolding, parseMountinfo } from '../../../common/mount-text';

const ROOT = '27 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw,errors=remount-ro';
const HUGE = '35 24 0:31 / /dev/hugepages rw,relatime shared:16 master:2 - hugetlbfs hugetlbfs rw,pagesize=2M';

describe('parseMountinfo', () => {
  it('reads a line, its options once each, with any number of optional fields', () => {
    expect(parseMountinfo(`${HUGE}\n${HUGE.replace(' shared:16 master:2', '')}\n`)).toEqual(
      Array.from({ length: 2 }, () => ({
        root: '/',
        mountPoint: '/dev/hugepages',
        type: 'hugetlbfs',
        source: 'hugetlbfs',
        options: ['rw', 'relatime', 'pagesize=2M'],
      })),
    );
  });
  it('undoes the escapes of blanks in paths', () => {
    expect(parseMountinfo('60 27 254:2 /a\\040b /srv/virtual\\040machines rw - xfs /dev/my\\040disk rw')).toMatchObject(
      [{ root: '/a b', mountPoint: '/srv/virtual machines', source: '/dev/my disk' }],
    );
  });
  it('leaves out lines that are none', () => {
    expect(parseMountinfo('\nnonsense\n1 2 3 - x\n')).toEqual([]);
  });
  it('never throws, and finds a good line behind any noise', () => {
    fc.assert(
      fc.property(
        fc.string().filter((line) => !line.includes('\n')),
        (noise) => {
          expect(parseMountinfo(`${noise}\n${HUGE}`).at(-1)).toMatchObject({ mountPoint: '/dev/hugepages' });
        },
      ),
    );
  });
});

describe('hugetlbMounts', () => {
  it('keeps every layer of a stack, in the order of the kernel', () => {
    const stacked = `${ROOT}\n${HUGE}\n${HUGE.replace('pagesize=2M', 'gid=104,pagesize=2M')}\n`;
    expect(hugetlbMounts(parseMountinfo(stacked))).toEqual([
      { mountPoint: '/dev/hugepages', options: 'rw,relatime,pagesize=2M' },
      { mountPoint: '/dev/hugepages', options: 'rw,relatime,gid=104,pagesize=2M' },
    ]);
  });
});

describe('mountHolding', () => {
  const mounts = parseMountinfo(
    [
      ROOT,
      '65 27 0:32 /etc /etc ro,relatime - btrfs /dev/vda3 rw',
      '66 27 0:33 / /etcetera rw - tmpfs tmpfs rw',
      '67 27 0:34 / /etc rw - overlay overlay rw',
    ].join('\n'),
  );
  it('is the topmost of the longest mount points above a path', () => {
    expect(mountHolding(mounts, '/etc/fstab')).toMatchObject({ type: 'overlay' });
    expect(mountHolding(mounts.slice(0, 3), '/etc/fstab')).toMatchObject({ type: 'btrfs' });
    expect(mountHolding(mounts, '/home/user')).toMatchObject({ type: 'ext4' });
  });
  it('is not a mount point that only begins alike', () => {
    expect(mountHolding(mounts, '/etceteras/x')).toMatchObject({ type: 'ext4' });
    expect(mountHolding(mounts, '/etcetera')).toMatchObject({ type: 'tmpfs' });
  });
  it('is null where nothing is known', () => {
    expect(mountHolding([], '/etc/fstab')).toBeNull();
  });
});
