import { describe, expect, it } from 'vitest';
import type { NoteId, Plan } from '../../../common/plan';
import type { HostSnapshot, SysctlAssignment } from '../../../common/snapshot';
import { translatorFor } from '../../../common/text/translator';
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
import { GIB, MIB, noteIds, planFor } from '../../fakes/plan';
import { runningVm } from '../../fakes/vm';

/** The note's English words; a missing note is a failed test. */
function words(plan: Plan, id: NoteId): string {
  const note = plan.notes.find((candidate) => candidate.id === id);
  if (note === undefined) throw new Error(`no note ${id} among ${noteIds(plan).join(', ')}`);
  return translatorFor('en').say(note.text);
}

describe('a plan without a catch', () => {
  it('says on a fresh machine only that pages may come short and a new login is needed', () => {
    expect(noteIds(planFor(desktop()))).toEqual(['may-come-short', 'login-again']);
  });
  it('says on a machine with all but the pool only that pages may come short', () => {
    expect(noteIds(planFor(desktopWithPool(512)))).toEqual(['may-come-short']);
  });
});

describe('the notes about the pool', () => {
  it('others-hold-pages: what others use is kept on top', () => {
    const host = withPool(desktop(), 2_048, { persistentPages: 1_024, freePages: 24, reservedPages: 24 });
    expect(words(planFor(host), 'others-hold-pages')).toBe(
      'Other programs hold 1,024 pages (2 GiB); they are kept on top.',
    );
    const one = withPool(desktop(), 2_048, { persistentPages: 1, freePages: 0 });
    expect(words(planFor(one), 'others-hold-pages')).toBe('Another program holds 1 page (2 MiB); it is kept on top.');
  });
  it('others-hold-pages: not for the VM’s own pages', () => {
    const vm = runningVm();
    const host = withPool(desktop(), 2_048, { persistentPages: 2_048, freePages: 0 });
    expect(noteIds(planFor(host, { guestPids: [vm.pid] }, [vm]))).not.toContain('others-hold-pages');
  });
  it('keeps-larger-pool: how much could be given back', () => {
    const host = withPool(desktop(), 2_048, { persistentPages: 4_096 });
    expect(words(planFor(host), 'keeps-larger-pool')).toContain('2,046 pages (4 GiB) more than this VM needs');
    expect(noteIds(planFor(host, { givesBack: true }))).not.toContain('keeps-larger-pool');
  });
  it('keeps-larger-pool: not when the rest is held by others', () => {
    const host = withPool(desktop(), 2_048, { persistentPages: 4_096, freePages: 2_050 });
    expect(noteIds(planFor(host))).not.toContain('keeps-larger-pool');
  });
  it('cannot-shrink-below-use: the running VM holds more than the new size', () => {
    const vm = runningVm();
    const host = withPool(desktop(), 2_048, { persistentPages: 4_096, freePages: 2_048 });
    const smaller = planFor(host, { guestKiB: GIB, givesBack: true, guestPids: [vm.pid] }, [vm]);
    expect(smaller.pool.toPages).toBe(2_048);
    expect(words(smaller, 'cannot-shrink-below-use')).toContain('cannot be smaller than 2,048 pages');
    const exact = { givesBack: true, guestPids: [vm.pid], sizing: { kind: 'exact' as const } };
    expect(noteIds(planFor(host, exact, [vm]))).not.toContain('cannot-shrink-below-use');
    expect(noteIds(planFor(host, { givesBack: true }))).not.toContain('cannot-shrink-below-use');
  });
  it('cannot-shrink-below-use: nobody is told to choose what was chosen already', () => {
    const vm = runningVm();
    const host = withPool(desktop(), 2_048, { persistentPages: 2_048, freePages: 0 });
    const ids = noteIds(planFor(host, { guestKiB: GIB, givesBack: true, guestPids: [vm.pid] }, [vm]));
    expect(ids).toContain('cannot-shrink-below-use');
    expect(ids).not.toContain('keeps-larger-pool');
  });
  it('rounded-up-to-page: QEMU takes whole pages', () => {
    const plan = planFor(desktop(), { guestKiB: 1_537 * MIB });
    expect(words(plan, 'rounded-up-to-page')).toBe(
      '1,537 MiB is no whole number of 2 MiB pages. QEMU takes 1,538 MiB; the plan does too.',
    );
    expect(noteIds(planFor(desktop(), { guestKiB: 5 * GIB + MIB, pageKiB: GIB }))).toContain('rounded-up-to-page');
    expect(noteIds(planFor(desktop(), { guestKiB: 1_536 * MIB }))).not.toContain('rounded-up-to-page');
  });
  it('rounded-up-to-page: not for a number of pages of one’s own', () => {
    const plan = planFor(desktop(), { guestKiB: 1_537 * MIB, sizing: { kind: 'pages', pages: 769 } });
    expect(noteIds(plan)).not.toContain('rounded-up-to-page');
  });
  it('may-come-short: only when the pool grows', () => {
    expect(noteIds(planFor(desktop()))).toContain('may-come-short');
    const large = withPool(desktop(), 2_048, { persistentPages: 4_096 });
    expect(noteIds(planFor(large))).not.toContain('may-come-short');
    expect(noteIds(planFor(large, { givesBack: true }))).not.toContain('may-come-short');
  });
  it('transparent-pages-serve: in the modes in which QEMU gets them', () => {
    expect(words(planFor(desktop({ transparent: { mode: 'always' } })), 'transparent-pages-serve')).toContain(
      '(always)',
    );
    expect(words(planFor(desktop({ transparent: { mode: 'madvise' } })), 'transparent-pages-serve')).toContain(
      '(madvise)',
    );
    expect(noteIds(planFor(desktop({ transparent: { mode: null } })))).not.toContain('transparent-pages-serve');
  });
});

describe('the notes about the mount', () => {
  const database = withMount(desktop({ group: { gid: KVM_GID } }), { gid: 54_321, mode: 0o770 });

  it('directory-has-other-group: a group that may write now will lose it', () => {
    expect(words(planFor(database), 'directory-has-other-group')).toContain('the group with number 54321');
    expect(planFor(database).notes.find(({ id }) => id === 'directory-has-other-group')?.severity).toBe('warning');
  });
  it.each([
    ['root has it', withMount(desktop(), { gid: 0, mode: 0o775 })],
    ['that group could not write', withMount(desktop(), { gid: 54_321, mode: 0o750 })],
    ['it is ours', withMount(withGroup(desktop()), { gid: KVM_GID, mode: 0o1770 })],
    ['nothing is mounted', withMount(desktop(), { isHugetlbfs: false, pageKiB: null, gid: 54_321, mode: 0o770 })],
  ])('directory-has-other-group: not when %s', (_words, host: HostSnapshot) => {
    expect(noteIds(planFor(host))).not.toContain('directory-has-other-group');
  });
  it('libvirt-restart: only for a new mount', () => {
    const libvirt = desktop({ system: { hasLibvirt: true } });
    expect(noteIds(planFor(libvirt))).toContain('libvirt-restart');
    expect(noteIds(planFor(withMount(libvirt)))).not.toContain('libvirt-restart');
  });
  it('stacked-mounts: how many lie on top of each other', () => {
    const stacked = withMount(withMount(withMount(desktop())));
    expect(words(planFor(stacked), 'stacked-mounts')).toContain('3 mounts lie on top of each other at /dev/hugepages');
    const beside = withMount(withMount(desktop()), { path: '/dev/hugepages1G', pageKiB: GIB });
    expect(noteIds(planFor(beside))).not.toContain('stacked-mounts');
  });
});

describe('the notes about fstab', () => {
  const own = (options: string): HostSnapshot =>
    withFstab(desktop(), `${DISK_LINE}hugetlbfs /dev/hugepages hugetlbfs ${options} 0 0\n`);

  it('own-fstab-line-boot-risk: the how-to’s line has no nofail', () => {
    const plan = planFor(own('mode=01770,gid=kvm'));
    expect(words(plan, 'own-fstab-line-boot-risk')).toContain('Line 2 of /etc/fstab');
    expect(words(plan, 'own-fstab-line-boot-risk')).toContain(OUR_FSTAB_LINE);
    expect(plan.notes.find(({ id }) => id === 'own-fstab-line-boot-risk')?.severity).toBe('warning');
    expect(noteIds(plan)).not.toContain('own-fstab-line');
  });
  it('own-fstab-line-boot-risk: also when nothing is to be kept', () => {
    expect(noteIds(planFor(own('mode=01770'), { isPersistent: false }))).toContain('own-fstab-line-boot-risk');
  });
  it('own-fstab-line: a safe one stays, and ours is shown', () => {
    expect(words(planFor(own('nofail,gid=kvm')), 'own-fstab-line')).toContain(OUR_FSTAB_LINE);
    expect(noteIds(planFor(own('nofail,gid=kvm'), { isPersistent: false }))).not.toContain('own-fstab-line');
  });
  it('says nothing of our own block, or of somebody else’s mount', () => {
    const ours = withFstab(desktop(), DISK_LINE + OUR_FSTAB_BLOCK);
    const other = withFstab(desktop(), 'hugetlbfs /mnt/huge hugetlbfs defaults 0 0\n');
    for (const host of [ours, other]) {
      expect(noteIds(planFor(host)).filter((id) => id.startsWith('own-fstab'))).toEqual([]);
    }
  });
});

describe('the notes about the next boot', () => {
  const assigned = (file: string, pages: number): SysctlAssignment => ({ file, line: 7, pages });
  const late = '/etc/sysctl.d/99-sysctl.conf';

  it('not-persisted: it was not wanted', () => {
    expect(noteIds(planFor(desktop(), { isPersistent: false }))).toContain('not-persisted');
    expect(noteIds(planFor(desktop()))).not.toContain('not-persisted');
  });
  it('not-persistable: another page size needs boot parameters, and which', () => {
    const plan = planFor(desktop(), { pageKiB: GIB });
    expect(words(plan, 'not-persistable')).toContain('pages of 1 GiB');
    expect(words(plan, 'not-persistable')).toContain('hugepagesz=1G hugepages=4');
  });
  it('later-sysctl-wins: a file that is read after ours sets another number', () => {
    const plan = planFor(withSysctl(desktop(), assigned(late, 512)));
    expect(words(plan, 'later-sysctl-wins')).toMatch(/99-sysctl\.conf \(line 7\) .* 512 pages, not 2,050/);
    expect(plan.notes.find(({ id }) => id === 'later-sysctl-wins')?.severity).toBe('warning');
  });
  it('later-sysctl-wins: wherever the file lies, and only the last of several counts', () => {
    const vendor = withSysctl(desktop(), assigned('/usr/lib/sysctl.d/50-vendor.conf', 0), assigned(late, 2_050));
    expect(noteIds(planFor(vendor))).not.toContain('later-sysctl-wins');
    const reversed = withSysctl(desktop(), assigned('/usr/lib/sysctl.d/50-vendor.conf', 2_050), assigned(late, 0));
    expect(words(planFor(reversed), 'later-sysctl-wins')).toContain('99-sysctl.conf');
    const vendorOnly = withSysctl(desktop(), assigned('/usr/lib/sysctl.d/50-vendor.conf', 0));
    expect(words(planFor(vendorOnly), 'later-sysctl-wins')).toContain('/usr/lib/sysctl.d/50-vendor.conf');
  });
  it.each([
    ['an earlier file', [assigned('/etc/sysctl.d/10-local.conf', 512)]],
    ['our own file', [assigned(SYSCTL_FILE, 512)]],
    ['a file of our name elsewhere, which ours will hide', [assigned('/usr/lib/sysctl.d/40-hugepage.conf', 512)]],
    ['an earlier name in a later folder', [assigned('/usr/lib/sysctl.d/30-vendor.conf', 512)]],
  ])('later-sysctl-wins: not for %s', (_words, assignments) => {
    expect(noteIds(planFor(withSysctl(desktop(), ...assignments)))).not.toContain('later-sysctl-wins');
  });
  it('later-sysctl-wins: not when nothing is kept, or another page size is', () => {
    const host = withSysctl(desktop(), assigned(late, 512));
    expect(noteIds(planFor(host, { isPersistent: false }))).not.toContain('later-sysctl-wins');
    expect(noteIds(planFor(host, { pageKiB: GIB }))).not.toContain('later-sysctl-wins');
  });
});

describe('the notes about the person', () => {
  it('login-again: listed in the group, but not in this login', () => {
    const listed = desktop({ group: { gid: KVM_GID, members: ['ming'] } });
    expect(words(planFor(listed), 'login-again')).toContain('the group kvm');
    expect(noteIds(planFor(withGroup(desktop())))).not.toContain('login-again');
    const throughNewgrp = desktop({ group: { gid: KVM_GID }, user: { activeGids: [1_000, KVM_GID] } });
    expect(noteIds(planFor(throughNewgrp))).not.toContain('login-again');
  });
  it('runs-as-root: for the account root, which needs no login', () => {
    const root = desktop({ user: { name: 'root', uid: 0, isRoot: true }, prompt: { isAdministrator: false } });
    expect(noteIds(planFor(root))).toContain('runs-as-root');
    expect(noteIds(planFor(root))).not.toContain('login-again');
    expect(noteIds(planFor(root))).not.toContain('not-an-administrator');
  });
  it('not-an-administrator: the dialog will ask for somebody else’s password', () => {
    const host = desktop({ prompt: { isAdministrator: false } });
    expect(noteIds(planFor(host))).toContain('not-an-administrator');
    expect(noteIds(planFor(withFacts(host, { user: { isRoot: true } })))).not.toContain('not-an-administrator');
  });
});

describe('a plan with nothing to do', () => {
  it('says so, and that is all on a machine in order', () => {
    expect(noteIds(planFor(desktopWithPool(2_050)))).toEqual(['nothing-to-do']);
  });
  it('still warns of what will undo it at the next boot', () => {
    const host = desktopWithPool(2_050);
    const late = { file: '/etc/sysctl.d/99-sysctl.conf', line: 1, pages: 0 };
    expect(noteIds(planFor({ ...host, sysctl: [...host.sysctl, late] }))).toEqual([
      'nothing-to-do',
      'later-sysctl-wins',
    ]);
    const risky = withFstab(host, 'hugetlbfs /dev/hugepages hugetlbfs gid=kvm 0 0\n');
    expect(noteIds(planFor(risky))).toEqual(['nothing-to-do', 'own-fstab-line-boot-risk']);
  });
  it('still says that a smaller VM leaves pages idle: the switch from 4 GiB to 2 GiB', () => {
    const plan = planFor(desktopWithPool(2_050), { guestKiB: 2 * GIB });
    expect(noteIds(plan)).toEqual(['nothing-to-do', 'keeps-larger-pool']);
  });
  it('still says that this login lacks the group: QEMU would be denied the pages', () => {
    const before = withFacts(desktopWithPool(2_050), { user: { activeGids: [1_000] } });
    expect(noteIds(planFor(before))).toEqual(['nothing-to-do', 'login-again']);
  });
  it('still warns of stacked mounts', () => {
    const stacked = withMount(desktopWithPool(2_050), { gid: KVM_GID, mode: 0o1770 });
    expect(noteIds(planFor(stacked))).toEqual(['nothing-to-do', 'stacked-mounts']);
  });
  it('does not speak of a password dialog that will not come', () => {
    const host = withFacts(desktopWithPool(2_050), { prompt: { isAdministrator: false } });
    expect(noteIds(planFor(host))).toEqual(['nothing-to-do']);
  });
});
