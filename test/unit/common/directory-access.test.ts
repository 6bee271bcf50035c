import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupMayWrite, userMayWrite } from '../../../common/directory-access';
import type { DirectoryFacts } from '../../../common/snapshot';

const KVM = 104;

function directory(uid: number, gid: number, mode: number): DirectoryFacts {
  return {
    path: '/dev/hugepages',
    kind: 'directory',
    isHugetlbfs: true,
    pageKiB: 2_048,
    uid,
    gid,
    mode,
    hasLibvirtFolder: false,
  };
}

describe('groupMayWrite', () => {
  it('takes 01770 and what libvirt makes of it, 01771', () => {
    expect(groupMayWrite(directory(0, KVM, 0o1770), KVM)).toBe(true);
    expect(groupMayWrite(directory(0, KVM, 0o1771), KVM)).toBe(true);
    expect(groupMayWrite(directory(0, KVM, 0o770), KVM)).toBe(true);
  });
  it('refuses the root:root 0755 that systemd mounts', () => {
    expect(groupMayWrite(directory(0, 0, 0o755), KVM)).toBe(false);
  });
  it('needs search as well as write', () => {
    expect(groupMayWrite(directory(0, KVM, 0o760), KVM)).toBe(false);
    expect(groupMayWrite(directory(0, KVM, 0o750), KVM)).toBe(false);
  });
  it('goes by the bits of everybody only where the group is another', () => {
    expect(groupMayWrite(directory(0, 0, 0o1777), KVM)).toBe(true);
    expect(groupMayWrite(directory(0, KVM, 0o1707), KVM)).toBe(false);
  });
  it('is false for what could not be looked at', () => {
    expect(groupMayWrite({ ...directory(0, KVM, 0o1770), kind: 'other' }, KVM)).toBe(false);
    expect(groupMayWrite({ ...directory(0, KVM, 0o1770), mode: null, gid: null, kind: 'unreadable' }, KVM)).toBe(false);
  });
});

describe('userMayWrite', () => {
  it('lets root through whatever the bits are, but only into a directory', () => {
    expect(userMayWrite(directory(5, 5, 0), 0, [0])).toBe(true);
    expect(userMayWrite({ ...directory(5, 5, 0o777), kind: 'missing' }, 0, [0])).toBe(false);
  });
  it('goes by the owner first, then any of the groups, then everybody', () => {
    expect(userMayWrite(directory(1_000, KVM, 0o300), 1_000, [])).toBe(true);
    expect(userMayWrite(directory(1_000, KVM, 0o077), 1_000, [KVM])).toBe(false);
    expect(userMayWrite(directory(0, KVM, 0o1770), 1_000, [4, KVM])).toBe(true);
    expect(userMayWrite(directory(0, KVM, 0o1770), 1_000, [4])).toBe(false);
  });
  it('agrees with groupMayWrite for a person who is in that one group and owns nothing', () => {
    fc.assert(
      fc.property(fc.nat(0o7777), fc.nat(3), fc.nat(3), (mode, gid, ownGid) => {
        const found = directory(0, gid, mode);
        expect(userMayWrite(found, 1_000, [ownGid])).toBe(groupMayWrite(found, ownGid));
      }),
    );
  });
});
