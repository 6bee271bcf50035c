import { describe, expect, it } from 'vitest';
import { containerEvidence } from '../../../common/container-evidence';
import { parseMountinfo } from '../../../common/mount-text';

const DISK = '27 1 254:1 / / rw,relatime - ext4 /dev/vda1 rw';
const NOTHING = { systemdNote: null, hasContainerenv: false, hasDockerenv: false, mounts: parseMountinfo(DISK) };

describe('containerEvidence', () => {
  it('finds none on an ordinary machine', () => {
    expect(containerEvidence(NOTHING)).toBeNull();
  });
  it('believes what systemd noted, except of WSL', () => {
    expect(containerEvidence({ ...NOTHING, systemdNote: 'lxc\n' })).toEqual({
      file: '/run/systemd/container',
      value: 'lxc',
    });
    expect(containerEvidence({ ...NOTHING, systemdNote: 'wsl\n' })).toBeNull();
    expect(containerEvidence({ ...NOTHING, systemdNote: '' })).toBeNull();
  });
  it('finds Podman, Toolbox and Distrobox', () => {
    expect(containerEvidence({ ...NOTHING, hasContainerenv: true })?.file).toBe('/run/.containerenv');
  });
  it.each([
    ['overlay', '1045 1044 0:154 / / rw - overlay overlay rw,lowerdir=/l'],
    ['a folder of a disk', '1045 1044 0:30 /@/var/lib/docker/btrfs/subvolumes/1 / rw - btrfs /dev/vda1 rw'],
    ['a data set', '1045 1044 0:30 / / rw - zfs pool/docker/1 rw'],
  ])('finds Docker where the root is %s', (_, root) => {
    const evidence = containerEvidence({ ...NOTHING, hasDockerenv: true, mounts: parseMountinfo(root) });
    expect(evidence?.file).toBe('/.dockerenv');
  });
  it('is not fooled by a mark that a disk image brought along', () => {
    expect(containerEvidence({ ...NOTHING, hasDockerenv: true })).toBeNull();
    expect(containerEvidence({ ...NOTHING, hasDockerenv: true, mounts: [] })).toBeNull();
  });
  it('finds LXC by lxcfs over /proc/meminfo', () => {
    const lxcfs = '90 80 0:60 /proc/meminfo /proc/meminfo rw,nosuid,nodev - fuse.lxcfs lxcfs rw';
    expect(containerEvidence({ ...NOTHING, mounts: parseMountinfo(`${DISK}\n${lxcfs}`) })).toEqual({
      file: '/proc/self/mountinfo',
      value: 'fuse.lxcfs /proc/meminfo',
    });
  });
});
