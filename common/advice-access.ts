import type { Evidence, Finding } from './finding';
import { groupMayWrite, userMayWrite } from './directory-access';
import { message } from './message';
import { directoryAt } from './mount-point';
import { DEFAULT_MOUNT_POINT } from './names';
import { isListedInGroup } from './plan-steps';
import type { DirectoryFacts, HostSnapshot } from './snapshot';

const path = DEFAULT_MOUNT_POINT;
const OTHERS_WRITE = 0o2;

/** May QEMU, started by this person, take pages through /dev/hugepages? */
export function accessFindings(snapshot: HostSnapshot): readonly Finding[] {
  return [mount(snapshot), access(snapshot), group(snapshot), membership(snapshot)];
}

function mount(snapshot: HostSnapshot): Finding {
  const directory = directoryAt(snapshot, path);
  const entries = snapshot.mounts.filter(({ mountPoint }) => mountPoint === path);
  const evidence = [
    ...entries.map(({ options }) => ({ file: '/proc/self/mountinfo', value: `${path} hugetlbfs ${options}` })),
    { file: path, value: directory.isHugetlbfs ? 'statfs: hugetlbfs' : directory.kind },
  ];
  const finding = (light: Finding['light'], sentence: Finding['sentence']): Finding => {
    return { id: 'mount', light, sentence, evidence };
  };
  switch (directory.kind) {
    case 'missing':
      return finding('warning', message('finding.mount.missing', { path }));
    case 'other':
      return finding('problem', message('finding.mount.not-a-directory', { path }));
    case 'unreadable':
      return finding('warning', message('finding.mount.unreadable', { path }));
    case 'directory':
      break;
  }
  const { pageKiB } = directory;
  const defaultKiB = snapshot.defaultPageKiB;
  if (!directory.isHugetlbfs || pageKiB === null) return finding('warning', message('finding.mount.plain', { path }));
  if (entries.length > 1) return finding('warning', message('finding.mount.stacked', { path, mounts: entries.length }));
  if (defaultKiB !== null && pageKiB !== defaultKiB) {
    return finding('hint', message('finding.mount.other-size', { path, pageKiB, defaultKiB }));
  }
  return finding('ok', message('finding.mount.ok', { path, pageKiB }));
}

function access(snapshot: HostSnapshot): Finding {
  const directory = directoryAt(snapshot, path);
  const { user } = snapshot;
  const { gid, name } = snapshot.group;
  const place = { path, group: name };
  const evidence = [statEvidence(directory)];
  if (!directory.isHugetlbfs) {
    return { id: 'access', light: 'hint', sentence: message('finding.access.not-yet', place), evidence };
  }
  if (((directory.mode ?? 0) & OTHERS_WRITE) !== 0) {
    return { id: 'access', light: 'hint', sentence: message('finding.access.everybody', place), evidence };
  }
  if (gid !== null && groupMayWrite(directory, gid)) {
    return { id: 'access', light: 'ok', sentence: message('finding.access.ok', place), evidence };
  }
  if (!user.isRoot && userMayWrite(directory, user.uid, user.activeGids)) {
    return { id: 'access', light: 'hint', sentence: message('finding.access.only-you', place), evidence };
  }
  return { id: 'access', light: 'warning', sentence: message('finding.access.denied', place), evidence };
}

function statEvidence({ path: file, uid, gid, mode }: DirectoryFacts): Evidence {
  if (uid === null || gid === null || mode === null) return { file, value: '' };
  return { file, value: `uid ${String(uid)}, gid ${String(gid)}, mode ${mode.toString(8).padStart(4, '0')}` };
}

function group({ group: { name, gid, gidInUsrLib } }: HostSnapshot): Finding {
  const evidence = [
    { file: '/etc/group', value: gid === null ? '' : `${name}:x:${String(gid)}` },
    ...(gidInUsrLib === null ? [] : [{ file: '/usr/lib/group', value: `${name}:x:${String(gidInUsrLib)}` }]),
  ];
  if (gid !== null) {
    return {
      id: 'group',
      light: 'ok',
      sentence: message('finding.group.ok', { group: name, gid: String(gid) }),
      evidence,
    };
  }
  const key = gidInUsrLib === null ? 'finding.group.missing' : 'finding.group.usr-lib';
  return { id: 'group', light: 'warning', sentence: message(key, { group: name }), evidence };
}

function membership(snapshot: HostSnapshot): Finding {
  const { group: kvm, user } = snapshot;
  const who = { user: user.name, group: kvm.name };
  const gid = kvm.gid ?? kvm.gidInUsrLib;
  const isListed = isListedInGroup(snapshot);
  const isActive = gid !== null && user.activeGids.includes(gid);
  const evidence = [
    { file: '/etc/group', value: kvm.gid === null ? '' : `${kvm.name}:x:${String(kvm.gid)}:${kvm.members.join(',')}` },
    { file: '/proc/self/status', value: `Groups: ${user.activeGids.join(' ')}` },
  ];
  const finding = (light: Finding['light'], sentence: Finding['sentence']): Finding => {
    return { id: 'membership', light, sentence, evidence };
  };
  if (user.uid === 0) return finding('hint', message('finding.membership.root'));
  if (user.name === '' && !isActive)
    return finding('warning', message('finding.membership.unknown', { group: kvm.name }));
  // Under sudo and pkexec the groups of this process are root's.
  if (isListed && user.isRoot) return finding('hint', message('finding.membership.listed', who));
  if (isListed && isActive) return finding('ok', message('finding.membership.ok', who));
  if (isListed) return finding('warning', message('finding.membership.not-active', who));
  if (isActive && !user.isRoot) return finding('hint', message('finding.membership.only-session', who));
  return finding('warning', message('finding.membership.not-a-member', who));
}
