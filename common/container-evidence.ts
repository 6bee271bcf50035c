import type { MountEntry } from './mount-text';
import type { Evidence } from './finding';

/** The marks that container managers leave, as far as an ordinary user can read them. */
export interface ContainerMarks {
  /** /run/systemd/container: the manager's name, as systemd noted it; null where there is no such file. */
  readonly systemdNote: string | null;
  /** /run/.containerenv exists (Podman, Toolbox, Distrobox). */
  readonly hasContainerenv: boolean;
  /** /.dockerenv exists. */
  readonly hasDockerenv: boolean;
  readonly mounts: readonly MountEntry[];
}

/**
 * What shows that this is a container, or null. /.dockerenv alone shows nothing: it stays behind in virtual machines
 * and WSL distributions whose disk was made from an image, so the root must also not be a disk's own. A /proc/meminfo
 * mounted over is lxcfs, in LXC and Incus. WSL calls itself a container to systemd; it is told apart elsewhere.
 */
export function containerEvidence(marks: ContainerMarks): Evidence | null {
  const note = marks.systemdNote?.trim() ?? '';
  if (note !== '' && note !== 'wsl') return { file: '/run/systemd/container', value: note };
  if (marks.hasContainerenv) return { file: '/run/.containerenv', value: 'podman' };
  const root = marks.mounts.findLast(({ mountPoint }) => mountPoint === '/');
  if (marks.hasDockerenv && root !== undefined && !isWholeDisk(root)) {
    return { file: '/.dockerenv', value: `/ = ${root.type} ${root.root}` };
  }
  const meminfo = marks.mounts.find(({ mountPoint }) => mountPoint === '/proc/meminfo');
  return meminfo ? { file: '/proc/self/mountinfo', value: `${meminfo.type} /proc/meminfo` } : null;
}

function isWholeDisk({ source, root }: MountEntry): boolean {
  return source.startsWith('/dev/') && root === '/';
}
