import { accountOf, groupNamed } from '../common/group-text';
import { parseCount } from '../common/kernel-text';
import { KVM_GROUP } from '../common/names';
import type { GroupFacts, UserFacts } from '../common/snapshot';
import type { ProcessFacts } from '../common/status-text';
import type { HostFiles } from './host-files';
import type { MachineProbe } from './machine-probe';

/** Groups that polkit's or sudo's default rules take for administrators, by distribution. */
const ADMINISTRATOR_GROUPS = ['sudo', 'wheel', 'admin'] as const;

export interface People {
  readonly group: GroupFacts;
  readonly user: UserFacts;
  readonly isAdministrator: boolean;
}

/** The group `kvm`, the person the plan is for, and whether that person may become root. */
export function readPeople(files: HostFiles, probe: MachineProbe, process: ProcessFacts | null): People {
  const groupText = files.read('/etc/group') ?? '';
  const user = readUser(files, probe, process);
  const kvm = groupNamed(groupText, KVM_GROUP);
  const isInGroup = (name: string): boolean => {
    const group = groupNamed(groupText, name);
    return group !== null && (group.members.includes(user.name) || isActive(user, group.gid));
  };
  return {
    group: {
      name: KVM_GROUP,
      gid: kvm?.gid ?? null,
      members: kvm?.members ?? [],
      gidInUsrLib: readUsrLibGid(files),
    },
    user,
    isAdministrator: ADMINISTRATOR_GROUPS.some(isInGroup),
  };
}

function isActive(user: UserFacts, gid: number): boolean {
  return user.primaryGid === gid || user.activeGids.includes(gid);
}

function readUsrLibGid(files: HostFiles): number | null {
  const path = '/usr/lib/group';
  return files.exists(path) ? (groupNamed(files.read(path) ?? '', KVM_GROUP)?.gid ?? null) : null;
}

function readUser(files: HostFiles, probe: MachineProbe, process: ProcessFacts | null): UserFacts {
  const ownUid = process?.uid ?? -1;
  const uid = ownUid === 0 ? (invokingUid(probe) ?? 0) : ownUid;
  const account = accountOf(files.read('/etc/passwd') ?? '', uid);
  return {
    name: account?.name ?? nameElsewhere(probe, uid === ownUid),
    uid,
    primaryGid: account?.gid ?? null,
    activeGids: process?.gids ?? [],
    isRoot: ownUid === 0,
  };
}

/** Who called sudo(8) or pkexec(1): both leave the caller's user id in the environment. */
function invokingUid(probe: MachineProbe): number | null {
  return parseCount(probe.env['SUDO_UID'] ?? '') ?? parseCount(probe.env['PKEXEC_UID'] ?? '');
}

/** Accounts of LDAP or systemd-homed are not in /etc/passwd. Empty where no name can be had. */
function nameElsewhere(probe: MachineProbe, isOwnAccount: boolean): string {
  return (isOwnAccount ? probe.accountName() : probe.env['SUDO_USER']) ?? '';
}
