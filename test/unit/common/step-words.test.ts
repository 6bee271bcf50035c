import { describe, expect, it } from 'vitest';
import type { Plan, StepKind } from '../../../common/plan';
import { STEP_ORDER } from '../../../common/plan';
import { stepReason, stepReplaces, stepTitle, stepUndo } from '../../../common/step-words';
import { translatorFor } from '../../../common/text/translator';
import { desktop, desktopWithPool, KVM_GID, OUR_FSTAB_BLOCK, withFstab, withMount, withPool } from '../../fakes/host';
import { GIB, planFor, stepOf } from '../../fakes/plan';
import { KINDS_OF_PLAN } from '../../fakes/root-texts';
import { scriptEdit } from '../../fakes/script-edit';

const { say } = translatorFor('en');
const title = (plan: Plan, kind: StepKind): string => say(stepTitle(stepOf(plan, kind)));
const fresh = planFor(desktop());
const unkept = planFor(desktop(), { isPersistent: false });
const withScript = planFor(desktop(), {}, [], scriptEdit());

describe('stepTitle', () => {
  it.each([
    ['group', fresh, 'Create the group kvm'],
    ['group', planFor(desktop({ group: { gidInUsrLib: 36 } })), 'Take the group kvm over into /etc/group'],
    ['membership', fresh, 'Add ming to the group kvm'],
    ['membership', planFor(desktop({ user: { name: 'root', uid: 0 } })), 'No group needed for the account root'],
    ['mount', fresh, 'Mount huge pages at /dev/hugepages'],
    ['mount', planFor(withMount(desktop())), 'Let the group kvm use /dev/hugepages'],
    ['pool', fresh, 'Grow the pool from 0 to 2,050 pages (4 GiB)'],
    ['pool', planFor(desktopWithPool(2_050)), 'The pool keeps its 2,050 pages (4 GiB)'],
    [
      'pool',
      planFor(withPool(desktop(), 2_048, { persistentPages: 4_096 }), { givesBack: true }),
      'Shrink the pool from 4,096 to 2,050 pages (4 GiB)',
    ],
    ['sysctl', fresh, 'Set 2,050 pages at every boot, in /etc/sysctl.d/40-hugepage.conf'],
    ['sysctl', unkept, 'The pool size is not kept for the next boot'],
    ['fstab', fresh, 'Mount at every boot, by a line in /etc/fstab'],
    ['fstab', unkept, 'Nothing is added to /etc/fstab'],
    ['reload', fresh, 'Tell systemd that fstab has changed'],
    ['reload', unkept, 'systemd need not be told anything'],
    ['script', withScript, 'Patch the start script /opt/vm/start-win10.sh'],
  ] as const)('of the step %s says what is done', (kind, plan, words) => {
    expect(title(plan, kind)).toBe(words);
  });
});

describe('the words of every step', () => {
  const plans = [...Object.values(KINDS_OF_PLAN), desktopWithPool(2_050), withFstab(desktop(), OUR_FSTAB_BLOCK)].map(
    (one) => ('steps' in one ? one : planFor(one)),
  );
  it.each(STEP_ORDER)('are whole in both languages: %s', (kind) => {
    const steps = plans.flatMap((plan) => plan.steps.filter((step) => step.kind === kind));
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) {
      for (const locale of ['en', 'zh-CN'] as const) {
        const words = [stepTitle(step), stepReason(step), stepUndo(step)].map(translatorFor(locale).say);
        for (const sentence of words) expect(sentence).toMatch(/^[^{}]{6,}$/);
        expect(new Set(words).size).toBe(3);
      }
    }
  });
  it('say for an adjusted mount why nothing is mounted on top', () => {
    const adjust = stepOf(planFor(withMount(desktop())), 'mount');
    expect(say(stepReason(adjust))).toContain('second mount on top');
    expect(say(stepReason(stepOf(fresh, 'mount')))).not.toContain('second mount');
  });
  it('name the old size of the pool for undoing', () => {
    expect(say(stepUndo(stepOf(planFor(desktopWithPool(512)), 'pool')))).toBe('The pool goes back to 512 pages.');
  });
});

describe('stepReplaces', () => {
  it.each([
    ['group', 'getent group kvm || sudo groupadd kvm'],
    ['membership', 'sudo usermod -aG kvm ming'],
    ['mount', 'sudo mkdir /dev/hugepages && sudo mount /dev/hugepages'],
    ['sysctl', 'echo "vm.nr_hugepages = 2050" | sudo tee /etc/sysctl.d/40-hugepage.conf'],
    ['fstab', 'echo "hugetlbfs /dev/hugepages hugetlbfs mode=01770,gid=kvm 0 0" | sudo tee -a /etc/fstab'],
    ['reload', null],
  ] as const)('names the how-to’s command for %s', (kind, command) => {
    expect(stepReplaces(stepOf(fresh, kind))).toBe(command);
  });
  it('names the commands for a mount that is there', () => {
    const adjust = planFor(withMount(desktop({ group: { gid: KVM_GID } })));
    expect(stepReplaces(stepOf(adjust, 'mount'))).toBe(
      'sudo chgrp kvm /dev/hugepages && sudo chmod g+rwx /dev/hugepages',
    );
  });
  it('names an editor for the start script, as the shell wants to have its path', () => {
    expect(stepReplaces(stepOf(withScript, 'script'))).toBe('sudoedit /opt/vm/start-win10.sh');
    const strange = planFor(desktop(), {}, [], scriptEdit({ path: "/opt/ming's vm" }));
    expect(stepReplaces(stepOf(strange, 'script'))).toBe(`sudoedit '/opt/ming'\\''s vm'`);
  });
  it('names vm.nr_hugepages for the default page size only: it means another pool otherwise', () => {
    expect(stepReplaces(stepOf(fresh, 'pool'))).toBe('echo 2050 | sudo tee /proc/sys/vm/nr_hugepages');
    const gigantic = planFor(desktop(), { pageKiB: GIB });
    expect(stepReplaces(stepOf(gigantic, 'pool'))).toBe(
      'echo 4 | sudo tee /sys/kernel/mm/hugepages/hugepages-1048576kB/nr_hugepages',
    );
    expect(stepReplaces(stepOf(planFor(desktop({ defaultPageKiB: GIB })), 'pool'))).toBe(
      'echo 2050 | sudo tee /sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages',
    );
  });
});
