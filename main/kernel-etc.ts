import { type MountEntry, mountHolding } from '../common/mount-text';
import { FSTAB_FILE } from '../common/names';
import type { FileFacts, SysctlAssignment } from '../common/snapshot';
import { sysctlAssignments, sysctlReadOrder } from '../common/sysctl-text';
import type { HostFiles } from './host-files';

/** Read by procps' `sysctl --system`, but by systemd-sysctl only through a link in sysctl.d (Debian's 99-sysctl.conf). */
const SYSCTL_CONF = '/etc/sysctl.conf';

/** /etc/fstab, byte for byte: what is written back must not have lost anything. */
export function readFstab(files: HostFiles, mounts: readonly MountEntry[]): FileFacts {
  const kind = files.kindOf(FSTAB_FILE);
  const text = kind === 'missing' ? '' : files.read(FSTAB_FILE, { encoding: 'latin1' });
  return {
    path: FSTAB_FILE,
    // A link that leads nowhere is still a link; a file that does not open is unreadable.
    kind: text === null && kind === 'file' ? 'unreadable' : kind,
    linkTarget: kind === 'symlink' ? files.linkTarget(FSTAB_FILE) : null,
    text: text ?? '',
    isReadOnly: mountHolding(mounts, FSTAB_FILE)?.options.includes('ro') ?? false,
  };
}

/** The assignments of vm.nr_hugepages that the boot reads, in its order, and those in a file that it does not read. */
export function readSysctl(files: HostFiles): {
  readonly sysctl: readonly SysctlAssignment[];
  readonly sysctlUnread: readonly SysctlAssignment[];
} {
  const paths = sysctlReadOrder(files.list);
  const sysctl = paths.flatMap((path) => sysctlAssignments(path, files.read(path) ?? ''));
  const unread = sysctlAssignments(SYSCTL_CONF, files.read(SYSCTL_CONF) ?? '');
  const isLinked = unread.length > 0 && paths.some((path) => leadsToSysctlConf(files.linkTarget(path)));
  return { sysctl, sysctlUnread: isLinked ? [] : unread };
}

function leadsToSysctlConf(target: string | null): boolean {
  return target === SYSCTL_CONF || target === '../sysctl.conf';
}
