import { describe, expect, it } from 'vitest';
import type { Finding, FindingId } from '../../../common/finding';
import { accessFindings } from '../../../common/advice-access';
import type { DirectoryFacts, HostSnapshot, UserFacts } from '../../../common/snapshot';
import { fixtureHost } from '../../fakes/fixture-host';

const plain = fixtureHost('plain');
const done = fixtureHost('how-to-done');

function findingOf(snapshot: HostSnapshot, id: FindingId): Finding | undefined {
  return accessFindings(snapshot).find((finding) => finding.id === id);
}
function lightAndKey(snapshot: HostSnapshot, id: FindingId): string {
  const found = findingOf(snapshot, id);
  return `${String(found?.light)} ${String(found?.sentence.key)}`;
}
function withDirectory(snapshot: HostSnapshot, facts: Partial<DirectoryFacts>): HostSnapshot {
  return { ...snapshot, directories: snapshot.directories.map((directory) => ({ ...directory, ...facts })) };
}
function withUser(snapshot: HostSnapshot, facts: Partial<UserFacts>): HostSnapshot {
  return { ...snapshot, user: { ...snapshot.user, ...facts } };
}

describe('mount', () => {
  it('is fine where hugetlbfs of the default size is mounted once', () => {
    expect(lightAndKey(plain, 'mount')).toBe('ok finding.mount.ok');
    expect(lightAndKey(fixtureHost('1g-default'), 'mount')).toBe('ok finding.mount.ok');
  });
  it('is not deceived by a plain directory, which QEMU takes without a word', () => {
    const facts = { isHugetlbfs: false, pageKiB: null };
    expect(lightAndKey(withDirectory(plain, facts), 'mount')).toBe('warning finding.mount.plain');
  });
  it('tells missing, closed and wrong things apart', () => {
    expect(lightAndKey(fixtureHost('wsl'), 'mount')).toBe('warning finding.mount.missing');
    expect(lightAndKey(withDirectory(plain, { kind: 'unreadable' }), 'mount')).toBe('warning finding.mount.unreadable');
    expect(lightAndKey(withDirectory(plain, { kind: 'other' }), 'mount')).toBe('problem finding.mount.not-a-directory');
  });
  it('sees another page size by the block size, not by the options', () => {
    expect(lightAndKey(withDirectory(plain, { pageKiB: 1_048_576 }), 'mount')).toBe('hint finding.mount.other-size');
  });
  it('warns of mounts on top of each other and shows all of them', () => {
    const found = findingOf({ ...plain, mounts: [...plain.mounts, ...done.mounts] }, 'mount');
    expect(found).toMatchObject({
      light: 'warning',
      sentence: { key: 'finding.mount.stacked', values: { mounts: 2 } },
    });
    expect(found?.evidence).toHaveLength(3);
  });
});

describe('access', () => {
  it('is fine with 1770, and with the 1771 that libvirt makes of it', () => {
    expect(lightAndKey(done, 'access')).toBe('ok finding.access.ok');
    expect(lightAndKey(fixtureHost('two-nodes'), 'access')).toBe('ok finding.access.ok');
  });
  it('goes by stat, whatever the mount options claim', () => {
    const found = findingOf(withDirectory(done, { gid: 0, mode: 0o755 }), 'access');
    expect(done.mounts[0]?.options).toContain('gid=104,mode=1770');
    expect(found).toMatchObject({
      light: 'warning',
      sentence: { key: 'finding.access.denied' },
      evidence: [{ file: '/dev/hugepages', value: 'uid 0, gid 0, mode 0755' }],
    });
  });
  it('refuses the directory of a database group', () => {
    expect(lightAndKey(fixtureHost('many-users-pool'), 'access')).toBe('warning finding.access.denied');
  });
  it('points out that everybody may write', () => {
    expect(lightAndKey(withDirectory(done, { mode: 0o1777 }), 'access')).toBe('hint finding.access.everybody');
  });
  it('says when the person may write but the group may not', () => {
    const own = withDirectory(plain, { uid: 1_000, mode: 0o755 });
    expect(lightAndKey(own, 'access')).toBe('hint finding.access.only-you');
    expect(lightAndKey(withUser(own, { isRoot: true }), 'access')).toBe('warning finding.access.denied');
  });
  it('waits for the mount', () => {
    expect(lightAndKey(fixtureHost('wsl'), 'access')).toBe('hint finding.access.not-yet');
  });
});

describe('group', () => {
  it('exists, is only in /usr/lib, or is missing', () => {
    expect(lightAndKey(plain, 'group')).toBe('ok finding.group.ok');
    expect(lightAndKey(fixtureHost('ostree'), 'group')).toBe('warning finding.group.usr-lib');
    expect(lightAndKey(fixtureHost('empty'), 'group')).toBe('warning finding.group.missing');
  });
});

describe('membership', () => {
  it('has three states: listed and active, listed only, not at all', () => {
    expect(lightAndKey(done, 'membership')).toBe('ok finding.membership.ok');
    expect(lightAndKey(withUser(done, { activeGids: [1_000] }), 'membership')).toBe(
      'warning finding.membership.not-active',
    );
    expect(lightAndKey(plain, 'membership')).toBe('warning finding.membership.not-a-member');
  });
  it('counts the primary group of the account', () => {
    const primary = withUser(plain, { primaryGid: 104, activeGids: [104] });
    expect(lightAndKey(primary, 'membership')).toBe('ok finding.membership.ok');
  });
  it('sees a group that only this session has', () => {
    const session = withUser(plain, { activeGids: [1_000, 104] });
    expect(lightAndKey(session, 'membership')).toBe('hint finding.membership.only-session');
  });
  it('does not judge the session from root’s groups', () => {
    const underSudo = { isRoot: true, activeGids: [0] };
    expect(lightAndKey(withUser(done, underSudo), 'membership')).toBe('hint finding.membership.listed');
    expect(lightAndKey(withUser(plain, { ...underSudo, activeGids: [0, 104] }), 'membership')).toBe(
      'warning finding.membership.not-a-member',
    );
  });
  it('asks nothing of root, and says when the account has no name', () => {
    expect(lightAndKey(fixtureHost('container'), 'membership')).toBe('hint finding.membership.root');
    expect(lightAndKey(withUser(plain, { name: '' }), 'membership')).toBe('warning finding.membership.unknown');
  });
});
