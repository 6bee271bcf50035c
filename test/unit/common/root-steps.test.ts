import { mkdirSync, rmSync, symlinkSync, writeFileSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RunReport } from '../../../common/outcome';
import type { StepKind } from '../../../common/plan';
import { USUAL_WISHES } from '../../../common/plan-request';
import { parseJournalEntry } from '../../../common/undo/journal-text';
import { rootStep, stepValues } from '../../../common/root-steps';
import { parseRunReport } from '../../../common/run-report';
import { desktop, desktopWithPool, DISK_LINE, KVM_GID, OUR_FSTAB_BLOCK, withMount, withPool } from '../../fakes/host';
import { GIB, PLAN_ID, planFor, stepOf } from '../../fakes/plan';
import { scriptEdit } from '../../fakes/script-edit';
import { POOL_FILE, scratchMachine, type RunConditions, type ScratchMachine } from '../../fakes/scratch-machine';
import type { Plan } from '../../../common/plan';

const SYSCTL_BLOCK = '# hugepages-guide begin\nvm.nr_hugepages = 2050\n# hugepages-guide end\n';
const JOURNAL = `var/lib/hugepages-guide/journal/${PLAN_ID}`;

function newMachine(): ScratchMachine {
  const machine = scratchMachine();
  onTestFinished(machine.remove);
  return machine;
}

interface Run {
  readonly report: RunReport;
  readonly status: number | null;
  readonly stderr: string;
  readonly progress: Readonly<Partial<Record<StepKind, string>>>;
}

function run(machine: ScratchMachine, plan: Plan, conditions: RunConditions = {}): Run {
  const { status, stdout, stderr } = machine.run(plan, conditions);
  const { report } = parseRunReport(stdout);
  const progress = Object.fromEntries(report.steps.map((step) => [step.kind, step.progress]));
  return { report, status, stderr, progress };
}

describe('the root text on a machine where nothing is set up', () => {
  it('does every step, and says so', () => {
    const machine = newMachine();
    const { report, status, stderr, progress } = run(machine, planFor(desktop()));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(report).toMatchObject({
      planId: PLAN_ID,
      end: 'applied',
      failure: null,
      gotPages: 2_050,
      shortBy: null,
      phase: null,
    });
    expect(progress).toEqual({
      group: 'done',
      membership: 'done',
      mount: 'done',
      pool: 'done',
      sysctl: 'done',
      fstab: 'done',
      reload: 'done',
    });
    expect(machine.state()).toEqual({
      'dev/hugepages': '41770',
      'etc/fstab': DISK_LINE + OUR_FSTAB_BLOCK,
      'etc/group': 'root:x:0:\nusers:x:100:\nkvm:x:104:ming\n',
      'etc/sysctl.d/40-hugepage.conf': SYSCTL_BLOCK,
      'mount/gid': '104\n',
      'mount/type': '958458f6\n',
      [POOL_FILE]: '2050\n',
    });
    expect(machine.read('systemctl')).toBe('daemon-reload\n');
  });
  it('writes the same lines for followers, and old values and copies into the journal', () => {
    const machine = newMachine();
    const { stdout } = machine.run(planFor(desktop()));
    expect(machine.read('run/hugepages-guide/progress')).toBe(stdout);
    expect(machine.read(`${JOURNAL}/fstab`)).toBe(DISK_LINE);
    const lines = machine.read(`${JOURNAL}/entry.jsonl`).trimEnd().split('\n');
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries[0]).toMatchObject({ version: 1, plan: PLAN_ID });
    expect(entries).toContainEqual(expect.objectContaining({ step: 'pool', old: 0, new: 2_050 }));
    expect(entries).toContainEqual(expect.objectContaining({ step: 'sysctl', copy: null }));
    expect(entries.at(-1)).toEqual({ end: 'applied' });
  });
  it('finds nothing left to do a second time, and changes nothing', () => {
    const machine = newMachine();
    run(machine, planFor(desktop()));
    const before = machine.state();
    const again = planFor(withPool(desktop(), 2_048, { persistentPages: 2_050 }));
    const { report, progress } = run(machine, { ...again, id: '20261123T101501Z-1f6a09c3' });
    expect(report.end).toBe('applied');
    expect(progress).toMatchObject({ group: 'already', membership: 'already' });
    expect(machine.state()).toEqual(before);
  });
  it('does nothing when the text arrives cut off, wherever that is', () => {
    const machine = newMachine();
    const before = machine.state();
    for (const part of [0.1, 0.25, 0.5, 0.75, 0.9, 0.99]) {
      machine.run(planFor(desktop()), { change: (text) => text.slice(0, Math.floor(text.length * part)) });
    }
    machine.run(planFor(desktop()), { change: (text) => text.slice(0, text.lastIndexOf('main')) });
    expect(machine.state()).toEqual(before);
    expect(machine.has('run/hugepages-guide')).toBe(false);
  });
});

describe('the pool step', () => {
  it('reports fewer pages than asked as short, not as failure', () => {
    const machine = newMachine();
    const { report, status, progress } = run(machine, planFor(desktop()), { mostPages: 1_790 });
    expect({ status, end: report.end, got: report.gotPages }).toEqual({ status: 0, end: 'short', got: 1_790 });
    expect(progress.pool).toBe('done');
    expect(report.shortBy).toBe('fragmented');
  });
  it('undoes everything where fewer are of no use to the person', () => {
    const machine = newMachine();
    const before = machine.state();
    const plan = planFor(desktop(), { wishes: { ...USUAL_WISHES, onShort: 'undo', onFailure: 'keep' } });
    const { report, status } = run(machine, plan, { mostPages: 1_790 });
    expect(status).toBe(1);
    expect(report).toMatchObject({ end: 'failed', failure: { reason: 'too-few-pages', detail: '1790' } });
    expect(machine.state()).toEqual(before);
  });
  it('drops caches only with leave, and only where pages are missing', () => {
    const machine = newMachine();
    const asked = (): readonly string[] =>
      ['drop_caches', 'compact_memory'].map((name) => machine.read(`proc/sys/vm/${name}`).trim());
    run(machine, planFor(desktop()), { mostPages: 1_790 });
    expect(asked()).toEqual(['', '']);
    const leave = { wishes: { ...USUAL_WISHES, mayDropCaches: true } };
    run(newMachine(), planFor(desktop(), leave));
    expect(asked()).toEqual(['', '']);
    const other = newMachine();
    const { report } = run(other, planFor(desktop(), leave), { mostPages: 1_790 });
    expect(report).toMatchObject({ end: 'short', gotPages: 1_790, shortBy: 'fragmented' });
    expect(['drop_caches', 'compact_memory'].map((name) => other.read(`proc/sys/vm/${name}`))).toEqual(['3\n', '1\n']);
  });
  it('asks for no more pages once it is told that it is enough', () => {
    const machine = newMachine();
    const plan = planFor(desktop());
    const { report } = run(machine, plan, {
      mostPages: 1_790,
      change: (text) => text.replace(/^open_journal\(\) \{$/m, '$&\n  echo enough >>"$cancel"'),
    });
    expect(report).toMatchObject({ end: 'short', gotPages: 1_790, shortBy: 'cancelled' });
  });
  it('stops before the host has less than its reserve, also while it asks', () => {
    const machine = newMachine();
    const { report } = run(machine, planFor(desktop()), {
      mostPages: 1_790,
      change: (text) => text.replace(/^look_up\(\) \{$/m, '$&\n  reserve_kib=100000000'),
    });
    expect(report).toMatchObject({ end: 'short', gotPages: 1_790, shortBy: 'reserve' });
  });
  it('shrinks a pool that is to give pages back', () => {
    const machine = newMachine();
    machine.write(POOL_FILE, '4096\n');
    const host = withPool(desktopWithPool(4_096), 2_048, { persistentPages: 4_096 });
    const { report } = run(machine, planFor(host, { givesBack: true, isPersistent: false }));
    expect(report).toMatchObject({ end: 'applied', gotPages: 2_050 });
    expect(machine.read(POOL_FILE)).toBe('2050\n');
  });
  it('does not shrink below what a VM that was started since the plan was made holds', () => {
    const machine = newMachine();
    machine.write(POOL_FILE, '4096\n');
    const plan = planFor(withPool(desktopWithPool(4_096), 2_048, { persistentPages: 4_096 }), { givesBack: true });
    const { failure } = run(machine, plan, { heldPages: 2_051 }).report;
    expect(failure).toMatchObject({ step: null, reason: 'pool-changed' });
    expect(machine.read(POOL_FILE)).toBe('4096\n');
    expect(run(machine, plan, { heldPages: 2_050 }).report).toMatchObject({ end: 'applied', gotPages: 2_050 });
  });
  it('is put back when a later step fails, also above surplus pages', () => {
    const machine = newMachine();
    const { progress } = run(machine, planFor(desktop()), { broken: 'findmnt', heldPages: 512 });
    expect(progress.pool).toBe('undone');
    expect(machine.read(POOL_FILE)).toBe('0\n');
  });
});

describe('the mount step', () => {
  const mounted = planFor(withMount(desktop({ group: { gid: KVM_GID } })), { isPersistent: false });
  const machineWithMount = (): ScratchMachine => {
    const machine = newMachine();
    machine.write('etc/group', 'root:x:0:\nkvm:x:104:\n');
    machine.write('mount/type', '958458f6\n');
    mkdirSync(join(machine.path, 'dev/hugepages'), { mode: 0o755 });
    return machine;
  };

  it('adjusts what systemd has mounted, and mounts nothing on top', () => {
    const machine = machineWithMount();
    expect(run(machine, mounted, { broken: 'mount' }).report.end).toBe('applied');
    expect(machine.state()).toMatchObject({ 'dev/hugepages': '41770', 'mount/gid': '104\n' });
    expect(machine.read(`${JOURNAL}/entry.jsonl`)).toContain('"old":"0:0 755"');
  });
  it('lets libvirt pass through to its own folder', () => {
    const machine = machineWithMount();
    mkdirSync(join(machine.path, 'dev/hugepages/libvirt'));
    expect(run(machine, mounted).report.end).toBe('applied');
    expect(machine.state()['dev/hugepages']).toBe('41771');
  });
  it('gives the directory back as it was when a later step fails', () => {
    const machine = machineWithMount();
    const before = machine.state();
    const persistent = planFor(withMount(desktop({ group: { gid: KVM_GID } })));
    expect(run(machine, persistent, { broken: 'systemctl' }).report.end).toBe('failed');
    const { 'etc/group': group, ...rest } = machine.state();
    expect({ ...rest, 'etc/group': group }).toEqual(before);
  });
  it('does not follow a symlink at the mount point', () => {
    const machine = newMachine();
    symlinkSync('/nowhere', join(machine.path, 'dev/hugepages'));
    expect(run(machine, planFor(desktop())).report.failure).toMatchObject({ step: 'mount', reason: 'unsafe-folder' });
  });
});

describe('the group step on ostree systems', () => {
  const plan = planFor(desktop({ system: { isOstree: true }, group: { gidInUsrLib: 36 } }), { isPersistent: false });

  it('takes the line of /usr/lib/group over with its members, and adds the person', () => {
    const machine = newMachine();
    expect(run(machine, plan).report.end).toBe('applied');
    expect(machine.read('etc/group')).toBe('root:x:0:\nusers:x:100:\nkvm:x:104:qemu,ming\n');
  });
  it('gives a last line without an end one, or ours would become a part of it', () => {
    const machine = newMachine();
    machine.write('etc/group', 'root:x:0:\nusers:x:100:');
    expect(run(machine, plan).report.end).toBe('applied');
    expect(machine.read('etc/group')).toBe('root:x:0:\nusers:x:100:\nkvm:x:104:qemu,ming\n');
  });
  it('puts /etc/group back when a later step fails', () => {
    const machine = newMachine();
    const before = machine.state();
    expect(run(machine, plan, { broken: 'mount' }).report.end).toBe('failed');
    expect(machine.state()).toEqual(before);
  });
});

describe('a step that fails', () => {
  it.each([
    ['groupadd', 'group', 'command-failed'],
    ['gpasswd', 'membership', 'command-failed'],
    ['mount', 'mount', 'command-failed'],
    ['findmnt', 'fstab', 'fstab-invalid'],
    ['systemctl', 'reload', 'command-failed'],
  ] as const)('%s: everything done before is undone, in reverse order', (broken, step, reason) => {
    const machine = newMachine();
    const before = machine.state();
    const { report, status, stderr, progress } = run(machine, planFor(desktop()), { broken });
    expect({ status, stderr, end: report.end }).toEqual({ status: 1, stderr: '', end: 'failed' });
    expect(report.failure).toMatchObject({ step, reason });
    expect(report.failure?.detail).toContain('no luck');
    const { 'etc/sysctl.d/40-hugepage.conf': sysctl, ...rest } = machine.state();
    expect(sysctl).toBeUndefined();
    expect(rest).toEqual(before);
    const { [step]: ofStep, ...ofOthers } = progress;
    expect(new Set(Object.values(ofOthers))).toEqual(new Set(Object.keys(ofOthers).length === 0 ? [] : ['undone']));
    expect(ofStep).toBe('undone');
  });
  it('leaves what was done before it where the person wants that, and undoes itself', () => {
    const machine = newMachine();
    const plan = planFor(desktop(), { wishes: { ...USUAL_WISHES, onFailure: 'keep' } });
    const { report, progress, status } = run(machine, plan, { broken: 'systemctl' });
    expect({ status, end: report.end, failed: report.failure?.step }).toEqual({
      status: 1,
      end: 'failed',
      failed: 'reload',
    });
    expect(progress).toMatchObject({ group: 'done', pool: 'done', fstab: 'done', reload: 'undone' });
    expect(machine.read(POOL_FILE)).toBe('2050\n');
    const entry = parseJournalEntry(machine.read(`${JOURNAL}/entry.jsonl`).replaceAll(machine.path, ''));
    expect(entry?.end).toBe('failed');
    expect(entry?.changes.map(({ kind }) => kind)).toEqual(['group', 'membership', 'mount', 'pool', 'sysctl', 'fstab']);
  });
  it('says which undoing failed too', () => {
    const machine = newMachine();
    const change = (text: string): string => text.replace('undo_sysctl() {', 'undo_sysctl() { return 1;');
    const { progress } = run(machine, planFor(desktop()), { broken: 'findmnt', change });
    expect(progress).toMatchObject({ fstab: 'undone', sysctl: 'undo-failed', pool: 'undone', group: 'undone' });
    expect(machine.read(`${JOURNAL}/entry.jsonl`)).toContain('{"undo":"sysctl","result":"undo-failed"}\n');
  });
  it('leaves a group and a membership that were there before', () => {
    const machine = newMachine();
    machine.write('etc/group', 'root:x:0:\nkvm:x:104:ming\n');
    const before = machine.state();
    expect(run(machine, planFor(desktop()), { broken: 'mount' }).report.end).toBe('failed');
    expect(machine.state()).toEqual(before);
  });
  it('puts a sysctl file of the person back byte for byte', () => {
    const machine = newMachine();
    const text = '# k\xfcche\r\nvm.nr_hugepages = 7\r\nvm.swappiness=10';
    machine.write('etc/sysctl.d/40-hugepage.conf', text);
    expect(run(machine, planFor(desktop()), { broken: 'findmnt' }).report.end).toBe('failed');
    expect(machine.read('etc/sysctl.d/40-hugepage.conf')).toBe(text);
  });
});

describe('the checks before the first step', () => {
  const unchanged = (
    prepare: (machine: ScratchMachine) => void,
    failure: Partial<RunReport['failure']>,
    conditions: RunConditions = {},
  ): void => {
    const machine = newMachine();
    prepare(machine);
    const before = machine.state();
    const { report, status, progress } = run(machine, planFor(desktop()), conditions);
    expect({ status, end: report.end, failure: report.failure }).toEqual({
      status: 1,
      end: 'failed',
      failure: expect.objectContaining({ step: null, ...failure }) as unknown,
    });
    expect(progress).toEqual({});
    expect(machine.state()).toEqual(before);
  };

  it('stop when the pool was changed since the plan was made', () => {
    unchanged(
      (machine) => {
        machine.write(POOL_FILE, '512\n');
      },
      { reason: 'pool-changed', detail: '512' },
    );
  });
  it('stop when the host would not keep its reserve now', () => {
    const meminfo = 'MemTotal:       16303412 kB\nMemAvailable:    6000000 kB\n';
    unchanged(
      (machine) => {
        machine.write('proc/meminfo', meminfo);
      },
      { reason: 'host-starved', detail: '1801600' },
    );
  });
  it('stop when free memory cannot be read', () => {
    unchanged(
      (machine) => {
        machine.write('proc/meminfo', '');
      },
      { reason: 'host-starved' },
    );
  });
  it('count surplus pages as there already', () => {
    const machine = newMachine();
    machine.write('proc/meminfo', 'MemAvailable:    1 kB\n');
    expect(run(machine, planFor(desktop()), { heldPages: 2_050 }).report).toMatchObject({
      end: 'applied',
      gotPages: 2_050,
    });
    expect(run(newMachine(), planFor(desktop()), { heldPages: 100 }).report.end).toBe('applied');
  });
  it('do not take a broken flock for another run', () => {
    const change = (text: string): string => text.replace('flock -n 9', 'flock --no-such-option 9');
    unchanged(() => undefined, { reason: 'command-failed' }, { change });
  });
  it('leave nothing behind when a program is missing', () => {
    const machine = newMachine();
    machine.run(planFor(desktop()), { change: (text) => text.replace("tools='", "tools='no-such-program ") });
    expect([machine.has('run/hugepages-guide'), machine.has('var/lib/hugepages-guide')]).toEqual([false, false]);
  });
  it('stop when a program is missing', () => {
    const change = (text: string): string => text.replace("tools='", "tools='no-such-program ");
    unchanged(() => undefined, { reason: 'tool-missing', detail: 'no-such-program' }, { change });
  });
  it.each([
    [
      'a symlink',
      (folder: string) => {
        symlinkSync('/tmp', folder);
      },
    ],
    [
      'a file',
      (folder: string) => {
        writeFileSync(folder, '');
      },
    ],
    [
      'writable by others',
      (folder: string) => {
        mkdirSync(folder);
        chmodSync(folder, 0o777);
      },
    ],
    [
      'writable by its group',
      (folder: string) => {
        mkdirSync(folder);
        chmodSync(folder, 0o775);
      },
    ],
  ])('stop when a folder of ours is %s', (_words, make) => {
    for (const folder of ['run/hugepages-guide', 'var/lib/hugepages-guide']) {
      unchanged(
        (machine) => {
          make(join(machine.path, folder));
        },
        { reason: 'unsafe-folder' },
      );
    }
  });
  it('stop when this very plan was run before: its old values must not be lost', () => {
    const machine = newMachine();
    run(machine, planFor(desktop()), { broken: 'mount' });
    const before = machine.state();
    const journal = machine.read(`${JOURNAL}/entry.jsonl`);
    const { report } = run(machine, planFor(desktop()));
    expect(report).toMatchObject({ end: 'failed', failure: { step: null, reason: 'already-run' } });
    expect(machine.state()).toEqual(before);
    expect(machine.read(`${JOURNAL}/entry.jsonl`)).toBe(journal);
  });
  it('stop with "busy" while another run has the lock, and leave its progress alone', () => {
    const machine = newMachine();
    mkdirSync(join(machine.path, 'run/hugepages-guide'), { mode: 0o755 });
    machine.write('run/hugepages-guide/lock', '');
    machine.write('run/hugepages-guide/progress', 'of the other run\n');
    const change = (text: string): string =>
      `exec 8>>'${machine.path}/run/hugepages-guide/lock'\nflock -n 8 || exit 99\n${text}`;
    const { report, status } = run(machine, planFor(desktop()), { change });
    expect({ status, end: report.end }).toEqual({ status: 75, end: 'busy' });
    expect(machine.read('run/hugepages-guide/progress')).toBe('of the other run\n');
    expect(machine.has('var/lib/hugepages-guide')).toBe(false);
  });
});

describe('the files of /etc', () => {
  it('stay as they are when fstab is a symlink', () => {
    const machine = newMachine();
    machine.write('elsewhere', DISK_LINE);
    rmSync(join(machine.path, 'etc/fstab'));
    symlinkSync(join(machine.path, 'elsewhere'), join(machine.path, 'etc/fstab'));
    const { report } = run(machine, planFor(desktop()));
    expect(report.failure).toMatchObject({ step: 'fstab', reason: 'file-is-symlink' });
    expect(machine.read('elsewhere')).toBe(DISK_LINE);
    expect(machine.has('etc/sysctl.d/40-hugepage.conf')).toBe(false);
  });
  it('keep their mode', () => {
    const machine = newMachine();
    chmodSync(join(machine.path, 'etc/fstab'), 0o640);
    run(machine, planFor(desktop()));
    const { stdout } = spawnSync('stat', ['-c', '%a', join(machine.path, 'etc/fstab')], { encoding: 'utf8' });
    expect(stdout).toBe('640\n');
  });
  it('are made where there are none', () => {
    const machine = newMachine();
    rmSync(join(machine.path, 'etc/fstab'));
    const plan = planFor(desktop({ fstab: { kind: 'missing', text: '' } }));
    expect(run(machine, plan).report.end).toBe('applied');
    expect(machine.read('etc/fstab')).toBe(OUR_FSTAB_BLOCK);
  });
});

describe('rootStep and stepValues', () => {
  const plan = planFor(desktop(), { pageKiB: GIB }, [], scriptEdit());

  it('give each kind of step its two functions and the programs these call', () => {
    for (const step of plan.steps) {
      const { text, tools } = rootStep(step);
      expect(text).toContain(`step_${step.kind}() {`);
      expect(text).toContain(`undo_${step.kind}() {`);
      expect(tools.length).toBeGreaterThan(0);
    }
  });
  it('quote every value of a step, also hostile ones', () => {
    expect(stepValues({ ...stepOf(plan, 'group'), group: "k'vm" })).toEqual([`group='k'\\''vm'`]);
    expect(stepValues({ ...stepOf(plan, 'membership'), user: '$(id)' })).toEqual(["group='kvm'", "user='$(id)'"]);
    expect(stepValues(stepOf(plan, 'mount'))).toEqual([
      "group='kvm'",
      "mount_point='/dev/hugepages1G'",
      "mount_page_size=',pagesize=1G'",
    ]);
    expect(stepValues({ ...stepOf(plan, 'fstab'), line: 'a\nb' })).toEqual([
      "fstab_file='/etc/fstab'",
      "fstab_line='a\nb'",
    ]);
    expect(stepValues(stepOf(plan, 'sysctl'))).toEqual(["sysctl_file='/etc/sysctl.d/40-hugepage.conf'"]);
    expect([...stepValues(stepOf(plan, 'pool')), ...stepValues(stepOf(plan, 'reload'))]).toEqual([]);
  });
});
