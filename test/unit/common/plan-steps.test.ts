import { describe, expect, it } from 'vitest';
import { STEP_ORDER } from '../../../common/plan';
import { isListedInGroup } from '../../../common/plan-steps';
import {
  desktop,
  desktopWithPool,
  DISK_LINE,
  KVM_GID,
  OUR_FSTAB_BLOCK,
  OUR_FSTAB_LINE,
  SYSCTL_FILE,
  withFacts,
  withFstab,
  withGroup,
  withMount,
  withPool,
  withSysctl,
} from '../../fakes/host';
import { GIB, planFor, stepOf } from '../../fakes/plan';
import { scriptEdit } from '../../fakes/script-edit';

const states = (plan: ReturnType<typeof planFor>): Record<string, string> =>
  Object.fromEntries(plan.steps.map(({ kind, state }) => [kind, state]));

describe('planSteps as a whole', () => {
  it('lists every kind of step once, in the order that keeps each state in between bootable', () => {
    for (const host of [desktop(), desktopWithPool(2_050)]) {
      const steps = planFor(host, {}, [], scriptEdit()).steps.map(({ kind }) => kind);
      expect(steps).toEqual(STEP_ORDER);
      expect(planFor(host).steps.map(({ kind }) => kind)).toEqual(steps.slice(0, -1));
    }
  });
  it('has everything to do on a machine where nothing is set up', () => {
    const todo = Object.fromEntries(STEP_ORDER.map((kind) => [kind, 'todo']));
    expect(states(planFor(desktop(), {}, [], scriptEdit()))).toEqual(todo);
  });
  it('has nothing to do where the same plan was applied before', () => {
    expect(states(planFor(desktopWithPool(2_050)))).toEqual({
      group: 'already',
      membership: 'already',
      mount: 'already',
      pool: 'already',
      sysctl: 'already',
      fstab: 'already',
      reload: 'left-out',
    });
  });
  it('leaves the files alone when nothing is to be kept', () => {
    expect(states(planFor(desktop(), { isPersistent: false }))).toMatchObject({
      pool: 'todo',
      sysctl: 'left-out',
      fstab: 'left-out',
      reload: 'left-out',
    });
  });
});

describe('the group step', () => {
  it('creates the group where there is none', () => {
    expect(stepOf(planFor(desktop()), 'group')).toMatchObject({ state: 'todo', group: 'kvm', how: 'create' });
  });
  it('copies it into /etc/group on ostree systems, where it stands in /usr/lib/group only', () => {
    const ostree = desktop({ system: { isOstree: true }, group: { gidInUsrLib: 36 } });
    expect(stepOf(planFor(ostree), 'group')).toMatchObject({ state: 'todo', how: 'copy-from-usr-lib' });
  });
  it('is done once /etc/group has it, there too', () => {
    const copied = desktop({ group: { gid: 36, gidInUsrLib: 36 } });
    expect(stepOf(planFor(copied), 'group').state).toBe('already');
  });
});

describe('the membership step', () => {
  it('adds the person', () => {
    const host = desktop({ group: { gid: KVM_GID, members: ['somebody'] } });
    expect(stepOf(planFor(host), 'membership')).toMatchObject({ state: 'todo', group: 'kvm', user: 'ming' });
  });
  it('is done when the person is a member, or has it as primary group', () => {
    expect(stepOf(planFor(withGroup(desktop())), 'membership').state).toBe('already');
    const primary = desktop({ group: { gid: KVM_GID }, user: { primaryGid: KVM_GID } });
    expect(stepOf(planFor(primary), 'membership').state).toBe('already');
  });
  it('does not take a similar name for the person', () => {
    const host = desktop({ group: { gid: KVM_GID, members: ['ming2', 'Ming'] } });
    expect(stepOf(planFor(host), 'membership').state).toBe('todo');
  });
  it('is left out for the account root', () => {
    const root = desktop({ user: { name: 'root', uid: 0, primaryGid: 0, activeGids: [0], isRoot: true } });
    expect(stepOf(planFor(root), 'membership').state).toBe('left-out');
  });
  it('is not left out for a person whose program runs as root', () => {
    expect(stepOf(planFor(desktop({ user: { isRoot: true } })), 'membership').state).toBe('todo');
  });
});

describe('isListedInGroup', () => {
  it('is false where neither the group nor the primary group is known', () => {
    expect(isListedInGroup(desktop({ user: { primaryGid: null } }))).toBe(false);
  });
  it('knows the primary group by the number in /usr/lib/group too', () => {
    expect(isListedInGroup(desktop({ group: { gidInUsrLib: 36 }, user: { primaryGid: 36 } }))).toBe(true);
  });
});

describe('the mount step', () => {
  const mountOn = (host: ReturnType<typeof desktop>, asked = {}): unknown => stepOf(planFor(host, asked), 'mount');

  it('mounts where nothing is mounted, without pagesize= for the default size', () => {
    expect(mountOn(desktop())).toEqual({
      kind: 'mount',
      state: 'todo',
      group: 'kvm',
      path: '/dev/hugepages',
      pageKiB: 2_048,
      how: 'mount',
      pageSizeOption: null,
    });
  });
  it('mounts over a plain directory, which QEMU would take without a word', () => {
    const plain = withMount(withGroup(desktop()), { isHugetlbfs: false, pageKiB: null, gid: KVM_GID, mode: 0o1770 });
    expect(mountOn(plain)).toMatchObject({ state: 'todo', how: 'mount' });
  });
  it('adjusts systemd’s own mount instead of laying a second one on top', () => {
    expect(mountOn(withMount(desktop()))).toMatchObject({ state: 'todo', how: 'adjust' });
  });
  it('is done when the group may write, also with the search bit that libvirt adds', () => {
    for (const mode of [0o1770, 0o1771, 0o770, 0o1775]) {
      expect(mountOn(withMount(withGroup(desktop()), { gid: KVM_GID, mode }))).toMatchObject({ state: 'already' });
    }
  });
  it.each([
    ['another group has it', { gid: 54_321, mode: 0o1770 }],
    ['the group may not write', { gid: KVM_GID, mode: 0o1750 }],
    ['the group may not search', { gid: KVM_GID, mode: 0o1760 }],
    ['its permissions are unknown', { gid: KVM_GID, mode: null }],
  ])('adjusts when %s', (_words, facts) => {
    expect(mountOn(withMount(withGroup(desktop()), facts))).toMatchObject({ state: 'todo', how: 'adjust' });
  });
  it('names the size for pages of another size than the default', () => {
    expect(mountOn(desktop(), { pageKiB: GIB })).toMatchObject({
      path: '/dev/hugepages1G',
      pageKiB: GIB,
      pageSizeOption: '1G',
      how: 'mount',
    });
    expect(mountOn(desktop({ defaultPageKiB: GIB }))).toMatchObject({ path: '/dev/hugepages2M', pageSizeOption: '2M' });
  });
});

describe('the pool step', () => {
  it('carries the whole change', () => {
    expect(stepOf(planFor(desktop()), 'pool')).toEqual({
      kind: 'pool',
      state: 'todo',
      pageKiB: 2_048,
      neededPages: 2_050,
      heldByOthersPages: 0,
      fromPages: 0,
      toPages: 2_050,
      isDefaultPageSize: true,
    });
    expect(stepOf(planFor(desktop(), { pageKiB: GIB }), 'pool').isDefaultPageSize).toBe(false);
    expect(stepOf(planFor(desktop({ defaultPageKiB: GIB })), 'pool').isDefaultPageSize).toBe(false);
  });
  it('is to do when pages are given back', () => {
    const large = withPool(desktop(), 2_048, { persistentPages: 4_096 });
    expect(stepOf(planFor(large, { givesBack: true }), 'pool')).toMatchObject({ state: 'todo', toPages: 2_050 });
    expect(stepOf(planFor(large), 'pool')).toMatchObject({ state: 'already', toPages: 4_096 });
  });
});

describe('the sysctl step', () => {
  const sysctlOn = (...pages: readonly number[]): unknown => {
    const assignments = pages.map((number, index) => ({ file: SYSCTL_FILE, line: index + 1, pages: number }));
    return stepOf(planFor(withSysctl(desktop(), ...assignments)), 'sysctl').state;
  };
  it('writes our file for the default page size', () => {
    expect(stepOf(planFor(desktop()), 'sysctl')).toEqual({
      kind: 'sysctl',
      state: 'todo',
      file: SYSCTL_FILE,
      pages: 2_050,
    });
  });
  it('is done when the last assignment in our file is the number', () => {
    expect(sysctlOn(2_050)).toBe('already');
    expect(sysctlOn(512, 2_050)).toBe('already');
    expect(sysctlOn(2_050, 512)).toBe('todo');
    expect(sysctlOn(512)).toBe('todo');
  });
  it('is not done by somebody else’s file with the same number', () => {
    const host = withSysctl(desktop(), { file: '/etc/sysctl.d/99-local.conf', line: 1, pages: 2_050 });
    expect(stepOf(planFor(host), 'sysctl').state).toBe('todo');
  });
  it('is left out for another page size, which sysctl.d cannot set', () => {
    expect(stepOf(planFor(desktop(), { pageKiB: GIB }), 'sysctl').state).toBe('left-out');
    expect(stepOf(planFor(desktop({ defaultPageKiB: null })), 'sysctl').state).toBe('left-out');
  });
});

describe('the fstab step', () => {
  const fstabWith = (text: string, asked = {}): unknown => stepOf(planFor(withFstab(desktop(), text), asked), 'fstab');

  it('adds a line with nofail, nosuid, nodev and X-mount.mkdir, and the group by name', () => {
    expect(fstabWith(DISK_LINE)).toEqual({ kind: 'fstab', state: 'todo', file: '/etc/fstab', line: OUR_FSTAB_LINE });
  });
  it('names the page size where it is not the default', () => {
    expect(fstabWith(DISK_LINE, { pageKiB: GIB })).toMatchObject({
      line: 'hugetlbfs /dev/hugepages1G hugetlbfs mode=01770,gid=kvm,nosuid,nodev,nofail,X-mount.mkdir,pagesize=1G 0 0',
    });
  });
  it('is done when our block has this very line', () => {
    expect(fstabWith(DISK_LINE + OUR_FSTAB_BLOCK)).toMatchObject({ state: 'already' });
    expect(fstabWith(OUR_FSTAB_BLOCK + DISK_LINE)).toMatchObject({ state: 'already' });
  });
  it('is to do when our block has an older line', () => {
    expect(fstabWith(DISK_LINE + OUR_FSTAB_BLOCK.replace(',nofail', ''))).toMatchObject({ state: 'todo' });
  });
  it('leaves an own line of the person alone, with or without our block beside it', () => {
    const own = 'hugetlbfs\t/dev/hugepages\thugetlbfs\tmode=1770,gid=104\t0\t0\n';
    expect(fstabWith(DISK_LINE + own)).toMatchObject({ state: 'left-out' });
    expect(fstabWith(own + OUR_FSTAB_BLOCK)).toMatchObject({ state: 'left-out' });
  });
  it('takes our line outside of our block for the person’s own', () => {
    expect(fstabWith(`${DISK_LINE}${OUR_FSTAB_LINE}\n`)).toMatchObject({ state: 'left-out' });
  });
  it('does not mind comments, other mounts, a missing last newline or CRLF', () => {
    const others = `# ${OUR_FSTAB_LINE}\n${DISK_LINE}hugetlbfs /mnt/huge hugetlbfs defaults 0 0\n`;
    expect(fstabWith(others)).toMatchObject({ state: 'todo' });
    expect(fstabWith((DISK_LINE + OUR_FSTAB_BLOCK).trimEnd())).toMatchObject({ state: 'already' });
    expect(fstabWith(`${others}hugetlbfs /dev/hugepages hugetlbfs nofail 0 0`)).toMatchObject({ state: 'left-out' });
    expect(fstabWith(DISK_LINE.replace('\n', '\r\n'))).toMatchObject({ state: 'todo' });
    expect(fstabWith(`hugetlbfs /dev/hugepages hugetlbfs nofail 0 0\r\n`)).toMatchObject({ state: 'left-out' });
  });
});

describe('the reload step', () => {
  it('goes with the fstab step', () => {
    expect(stepOf(planFor(desktop()), 'reload').state).toBe('todo');
    expect(stepOf(planFor(withFstab(desktop(), OUR_FSTAB_BLOCK)), 'reload').state).toBe('left-out');
  });
  it('is left out without systemd', () => {
    const host = withFacts(desktop(), { system: { hasSystemd: false } });
    expect(stepOf(planFor(host), 'reload').state).toBe('left-out');
    expect(stepOf(planFor(host), 'fstab').state).toBe('todo');
  });
});

describe('the script step', () => {
  it('is there with the patch it was given, also where all else is done, and only then', () => {
    const edit = scriptEdit();
    const { steps } = planFor(desktopWithPool(2_050), { isPersistent: false }, [], edit);
    expect(steps.at(-1)).toEqual({ kind: 'script', state: 'todo', edit });
    expect(planFor(desktop()).steps.map(({ kind }) => kind)).not.toContain('script');
  });
});
