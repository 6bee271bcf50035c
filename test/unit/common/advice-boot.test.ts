import { describe, expect, it } from 'vitest';
import type { Finding, FindingId } from '../../../common/finding';
import { bootFindings } from '../../../common/advice-boot';
import type { FileFacts, HostSnapshot, SysctlAssignment } from '../../../common/snapshot';
import { type FixtureHost, fixtureHost } from '../../fakes/fixture-host';

const plain = fixtureHost('plain');
const OURS = '/etc/sysctl.d/40-hugepage.conf';

function findingOf(snapshot: HostSnapshot, id: FindingId): Finding | undefined {
  return bootFindings(snapshot).find((finding) => finding.id === id);
}
function lightAndKey(snapshot: HostSnapshot, id: FindingId): string {
  const found = findingOf(snapshot, id);
  return `${String(found?.light)} ${String(found?.sentence.key)}`;
}
function withFstab(facts: Partial<FileFacts>, snapshot = plain): HostSnapshot {
  return { ...snapshot, fstab: { ...snapshot.fstab, ...facts } };
}
function withLine(options: string, snapshot = plain): HostSnapshot {
  return withFstab({ text: `hugetlbfs /dev/hugepages hugetlbfs ${options} 0 0\n` }, snapshot);
}
function withSysctl(snapshot: HostSnapshot, ...sysctl: readonly SysctlAssignment[]): HostSnapshot {
  return { ...snapshot, sysctl };
}
const ofFixture = (host: FixtureHost, id: FindingId): string => lightAndKey(fixtureHost(host), id);

describe('fstab', () => {
  it('knows no line, our line and a safe line of the person', () => {
    expect(ofFixture('plain', 'fstab')).toBe('warning finding.fstab.none');
    expect(ofFixture('crlf-fstab', 'fstab')).toBe('ok finding.fstab.ours');
    expect(ofFixture('no-newline-fstab', 'fstab')).toBe('ok finding.fstab.own');
  });
  it('warns that the line of the how-to can stop a boot, and shows the line', () => {
    const found = findingOf(fixtureHost('how-to-done'), 'fstab');
    expect(found).toMatchObject({
      light: 'warning',
      sentence: { key: 'finding.fstab.boot-risk', values: { line: 6 } },
    });
    expect(found?.evidence).toEqual([
      {
        file: '/etc/fstab:6',
        value: 'hugetlbfs       /dev/hugepages  hugetlbfs       mode=01770,gid=kvm        0 0',
      },
    ]);
  });
  it('warns of a group that does not exist, more so without nofail', () => {
    const noGroup = { ...plain, group: { ...plain.group, gid: null } };
    expect(lightAndKey(withLine('gid=kvm,nofail', noGroup), 'fstab')).toBe('warning finding.fstab.unknown-group');
    expect(lightAndKey(withLine('gid=kvm', noGroup), 'fstab')).toBe('warning finding.fstab.unknown-group-boot-risk');
    expect(lightAndKey(withLine('gid=104,nofail', noGroup), 'fstab')).toBe('ok finding.fstab.own');
  });
  it('warns of two lines, another file system and noauto', () => {
    const two = 'a /dev/hugepages hugetlbfs nofail\nb /dev/hugepages hugetlbfs nofail\n';
    expect(findingOf(withFstab({ text: two }), 'fstab')).toMatchObject({
      light: 'warning',
      sentence: { key: 'finding.fstab.several', values: { entries: 2, lines: '1, 2' } },
    });
    expect(lightAndKey(withFstab({ text: 'x /dev/hugepages tmpfs nofail\n' }), 'fstab')).toBe(
      'warning finding.fstab.other-type',
    );
    expect(lightAndKey(withLine('noauto,nofail'), 'fstab')).toBe('warning finding.fstab.noauto');
  });
  it('says why the file cannot be changed', () => {
    expect(findingOf(fixtureHost('nixos'), 'fstab')).toMatchObject({
      light: 'warning',
      sentence: { key: 'finding.fstab.symlink', values: { target: '/etc/static/fstab' } },
    });
    expect(lightAndKey(withFstab({ kind: 'unreadable', text: '' }), 'fstab')).toBe('warning finding.fstab.unreadable');
    expect(lightAndKey(withFstab({ isReadOnly: true }), 'fstab')).toBe('warning finding.fstab.read-only');
  });
  it('takes a missing file for one without a line', () => {
    expect(ofFixture('empty', 'fstab')).toBe('warning finding.fstab.none');
  });
});

describe('sysctl', () => {
  it('is fine where the value that wins is the pool of now', () => {
    expect(ofFixture('how-to-done', 'sysctl')).toBe('ok finding.sysctl.ok');
  });
  it('says that nothing is kept', () => {
    expect(ofFixture('plain', 'sysctl')).toBe('warning finding.sysctl.none');
  });
  it('names the later file that wins, and what it makes of the pool', () => {
    expect(findingOf(fixtureHost('later-sysctl-wins'), 'sysctl')).toMatchObject({
      light: 'warning',
      sentence: {
        key: 'finding.sysctl.later-wins',
        values: { file: OURS, pages: 2_050, winnerFile: '/etc/sysctl.d/99-sysctl.conf', line: 2, winnerPages: 512 },
      },
      evidence: { length: 3 },
    });
  });
  it('does not mind a later file that says the same', () => {
    const same = withSysctl(
      fixtureHost('how-to-done'),
      { file: OURS, line: 1, pages: 2_050 },
      { file: '/etc/sysctl.d/50-same.conf', line: 1, pages: 2_050 },
    );
    expect(lightAndKey(same, 'sysctl')).toBe('ok finding.sysctl.ok');
  });
  it('warns of a file that would win over the one the plan writes, by name and not by folder', () => {
    expect(ofFixture('many-users-pool', 'sysctl')).toBe('warning finding.sysctl.would-win');
    const earlier = withSysctl(plain, { file: '/etc/sysctl.d/10-pool.conf', line: 1, pages: 0 });
    expect(lightAndKey(earlier, 'sysctl')).toBe('ok finding.sysctl.ok');
    const earlierVendor = withSysctl(plain, { file: '/usr/lib/sysctl.d/10-pool.conf', line: 1, pages: 0 });
    expect(lightAndKey(earlierVendor, 'sysctl')).toBe('ok finding.sysctl.ok');
    const vendor = withSysctl(plain, { file: '/usr/lib/sysctl.d/90-pool.conf', line: 1, pages: 0 });
    expect(lightAndKey(vendor, 'sysctl')).toBe('warning finding.sysctl.would-win');
  });
  it('points out that the pool is not what the boot sets', () => {
    const differs = withSysctl(plain, { file: OURS, line: 1, pages: 2_050 });
    expect(findingOf(differs, 'sysctl')).toMatchObject({
      light: 'hint',
      sentence: { key: 'finding.sysctl.differs', values: { pages: 2_050, now: 0 } },
    });
  });
  it('warns of a value in /etc/sysctl.conf, which systemd does not read', () => {
    expect(findingOf(fixtureHost('crlf-fstab'), 'sysctl')).toMatchObject({
      light: 'warning',
      sentence: { key: 'finding.sysctl.unread', values: { pages: 1_024 } },
      evidence: [{ file: '/etc/sysctl.conf:1', value: 'vm.nr_hugepages = 1024' }],
    });
  });
  it('sees a pool that the boot parameters fill', () => {
    expect(findingOf(fixtureHost('1g-default'), 'sysctl')).toMatchObject({
      light: 'hint',
      sentence: { key: 'finding.sysctl.boot-parameter' },
      evidence: [{ file: '/proc/cmdline', value: 'default_hugepagesz=1G hugepagesz=1G hugepages=8' }],
    });
  });
  it('does not take a default size alone for a pool', () => {
    const system = { ...plain.system, bootParameters: 'ro default_hugepagesz=1G transparent_hugepages=never' };
    expect(lightAndKey({ ...plain, system }, 'sysctl')).toBe('warning finding.sysctl.none');
  });
});
