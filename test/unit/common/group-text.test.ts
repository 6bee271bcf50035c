import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountOf, groupNamed } from '../../../common/group-text';

const GROUP = 'root:x:0:\nkvm-users:x:990:a\nkvm:x:104:user,other\nvideo:x:44:\n';
const PASSWD =
  'root:x:0:0:root:/root:/bin/bash\nuser:x:1000:1001:,,,:/home/user:/bin/bash\nsecond:x:1000:7::/:/bin/sh\n';

describe('groupNamed', () => {
  it('reads number and members', () => {
    expect(groupNamed(GROUP, 'kvm')).toEqual({ name: 'kvm', gid: 104, members: ['user', 'other'] });
    expect(groupNamed(GROUP, 'video')).toEqual({ name: 'video', gid: 44, members: [] });
  });
  it('is null for a group that is not there, also where another begins alike', () => {
    expect(groupNamed('kvm-users:x:990:a\n', 'kvm')).toBeNull();
    expect(groupNamed('mykvm:x:1:\n', 'kvm')).toBeNull();
  });
  it('skips a line without a number and does not trip over blanks, CR or a missing newline', () => {
    expect(groupNamed('kvm:x::user\nkvm:x:36: user , ,other\r', 'kvm')).toEqual({
      name: 'kvm',
      gid: 36,
      members: ['user', 'other'],
    });
  });
  it('gives back whoever was written into the line', () => {
    const names = fc.array(fc.stringMatching(/^[a-z_][a-z0-9_-]{0,30}$/));
    fc.assert(
      fc.property(names, fc.nat(), (members, gid) => {
        const text = `${GROUP.replace('kvm:', 'other:')}kvm:x:${String(gid)}:${members.join(',')}\n`;
        expect(groupNamed(text, 'kvm')).toEqual({ name: 'kvm', gid, members });
      }),
    );
  });
});

describe('accountOf', () => {
  it('finds the first account with the number', () => {
    expect(accountOf(PASSWD, 1_000)).toEqual({ name: 'user', uid: 1_000, gid: 1_001 });
    expect(accountOf(PASSWD, 0)).toMatchObject({ name: 'root' });
  });
  it('is null for an account kept elsewhere', () => {
    expect(accountOf(PASSWD, 70_001)).toBeNull();
    expect(accountOf('', 0)).toBeNull();
    expect(accountOf('+::::::\n:x:0:0::/:\nroot:x:0\n', 0)).toBeNull();
  });
});
