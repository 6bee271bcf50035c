import { fstabEntriesFor } from './fstab-text';
import { groupMayWrite } from './directory-access';
import { directoryAt } from './mount-point';
import { FSTAB_FILE, SYSCTL_FILE } from './names';
import { pageSizeOption } from './page-size';
import type { PoolChange, Step, StepOf, StepState } from './plan';
import type { PlanRequest } from './plan-request';
import type { ScriptEdit } from './script/script-edit';
import type { HostSnapshot } from './snapshot';
import { sysctlWinner } from './sysctl-text';

function state(isAlready: boolean): StepState {
  return isAlready ? 'already' : 'todo';
}

/** The person named is in the group, by /etc/group or as their primary group. */
export function isListedInGroup({ group, user }: HostSnapshot): boolean {
  const gid = group.gid ?? group.gidInUsrLib;
  return group.members.includes(user.name) || (gid !== null && user.primaryGid === gid);
}

function groupStep({ group }: HostSnapshot): StepOf<'group'> {
  const how = group.gid === null && group.gidInUsrLib !== null ? 'copy-from-usr-lib' : 'create';
  return { kind: 'group', state: state(group.gid !== null), group: group.name, how };
}

function membershipStep(snapshot: HostSnapshot): StepOf<'membership'> {
  const isRootAccount = snapshot.user.uid === 0;
  return {
    kind: 'membership',
    state: isRootAccount ? 'left-out' : state(isListedInGroup(snapshot)),
    group: snapshot.group.name,
    user: snapshot.user.name,
  };
}

function mountStep(snapshot: HostSnapshot, path: string, pageKiB: number): StepOf<'mount'> {
  const directory = directoryAt(snapshot, path);
  const gid = snapshot.group.gid ?? snapshot.group.gidInUsrLib;
  return {
    kind: 'mount',
    state: state(directory.isHugetlbfs && gid !== null && groupMayWrite(directory, gid)),
    group: snapshot.group.name,
    path,
    pageKiB,
    how: directory.isHugetlbfs ? 'adjust' : 'mount',
    pageSizeOption: pageKiB === snapshot.defaultPageKiB ? null : pageSizeOption(pageKiB),
  };
}

function sysctlStep(snapshot: HostSnapshot, request: PlanRequest, pages: number): StepOf<'sysctl'> {
  // sysctl.d can set the default page size only (Documentation/admin-guide/sysctl/vm.rst, nr_hugepages).
  const isPossible = request.isPersistent && request.pageKiB === snapshot.defaultPageKiB;
  const winner = sysctlWinner(snapshot.sysctl.filter(({ file }) => file === SYSCTL_FILE));
  return {
    kind: 'sysctl',
    state: isPossible ? state(winner?.pages === pages) : 'left-out',
    file: SYSCTL_FILE,
    pages,
  };
}

/**
 * The fstab line for a mount: `nofail`, so that a boot never stops for it; `nosuid,nodev`, which systemd's own unit has
 * and a bare line would take away; X-mount.mkdir, because /dev is made anew at every boot (mount(8)).
 */
function fstabLine(mount: StepOf<'mount'>): string {
  const options = ['mode=01770', `gid=${mount.group}`, 'nosuid', 'nodev', 'nofail', 'X-mount.mkdir'];
  if (mount.pageSizeOption !== null) options.push(`pagesize=${mount.pageSizeOption}`);
  return `hugetlbfs ${mount.path} hugetlbfs ${options.join(',')} 0 0`;
}

function fstabStep(snapshot: HostSnapshot, request: PlanRequest, mount: StepOf<'mount'>): StepOf<'fstab'> {
  const line = fstabLine(mount);
  const entries = fstabEntriesFor(snapshot.fstab.text, mount.path);
  const hasOwnLine = entries.some(({ isOurs }) => !isOurs);
  const isSame = entries.some(({ isOurs, spec, target, type, options }) =>
    isOurs ? `${spec} ${target} ${type} ${options.join(',')} 0 0` === line : false,
  );
  return {
    kind: 'fstab',
    state: !request.isPersistent || hasOwnLine ? 'left-out' : state(isSame),
    file: FSTAB_FILE,
    line,
  };
}

/** The one step that a plan can be without: most start scripts are patched by the person they belong to. */
function scriptSteps(script: ScriptEdit | null): readonly Step[] {
  return script === null ? [] : [{ kind: 'script', state: 'todo', edit: script }];
}

/** Every step in its order, each with its state: what is so already is listed too, so that nothing looks forgotten. */
export function planSteps(
  snapshot: HostSnapshot,
  request: PlanRequest,
  change: PoolChange,
  mountPoint: string,
  script: ScriptEdit | null,
): readonly Step[] {
  const mount = mountStep(snapshot, mountPoint, change.pageKiB);
  const fstab = fstabStep(snapshot, request, mount);
  const reloads = fstab.state === 'todo' && snapshot.system.hasSystemd;
  return [
    groupStep(snapshot),
    membershipStep(snapshot),
    mount,
    {
      kind: 'pool',
      state: state(change.toPages === change.fromPages),
      isDefaultPageSize: change.pageKiB === snapshot.defaultPageKiB,
      ...change,
    },
    sysctlStep(snapshot, request, change.toPages),
    fstab,
    { kind: 'reload', state: reloads ? 'todo' : 'left-out' },
    ...scriptSteps(script),
  ];
}
