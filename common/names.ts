/** The one group the plan gives access to: the group of /dev/kvm on every distribution. */
export const KVM_GROUP = 'kvm';

export const DEFAULT_MOUNT_POINT = '/dev/hugepages';
export const FSTAB_FILE = '/etc/fstab';
export const SYSCTL_FILE = '/etc/sysctl.d/40-hugepage.conf';

/** Root-owned, world-readable: what the root text says while it runs. */
export const RUN_FOLDER = '/run/hugepages-guide';
export const PROGRESS_FILE = `${RUN_FOLDER}/progress`;
/** Belongs to whoever started the run: once it is no longer empty, the root text asks for no more pages. */
export const CANCEL_FILE = `${RUN_FOLDER}/cancel`;
/** Root-owned: one folder for each applied plan, with every old value. */
export const JOURNAL_FOLDER = '/var/lib/hugepages-guide/journal';

/** A new file is made beside the old one, under its name and this, and then takes its place. */
export const BESIDE = '.hugepages-guide';

/** What we add to a file stands between these two lines, and only that is ever changed or taken out again. */
export const BLOCK_BEGIN = '# hugepages-guide begin';
export const BLOCK_END = '# hugepages-guide end';

/**
 * Account names that may stand in root text. Narrower than what useradd(8) can be made to take: no blanks, no leading
 * dash, no backslash, nothing a shell or /etc/group could read as more than a name.
 */
export function isUsableName(name: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9_.@-]{0,63}$/.test(name);
}

/** Mount points that may stand in root text: /dev/hugepages and its siblings for other page sizes. */
export function isUsableMountPoint(path: string): boolean {
  return /^\/dev\/hugepages(?:\d+[KMGT])?$/.test(path);
}

/** Plan ids: they become a folder name. */
export function isPlanId(id: string): boolean {
  return /^\d{8}T\d{6}Z-[0-9a-f]{8}$/.test(id);
}
