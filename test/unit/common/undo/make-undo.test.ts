import { describe, expect, it } from 'vitest';
import { copyKey } from '../../../../common/undo/undo-facts';
import { desktop, desktopWithPool, KVM_GID, poolWith, withMount } from '../../../fakes/host';
import { DISK_LINE } from '../../../fakes/host';
import {
  entry,
  fileWith,
  FIRST,
  fstabChange,
  poolChange,
  SECOND,
  undoFacts,
  undoFor,
  undoneFacts,
  undoResult,
  undoStep,
  WHOLE_PLAN,
} from '../../../fakes/undo';

const wishFirst = { kind: 'entry', id: FIRST } as const;

describe('makeUndo', () => {
  it('puts everything back that one plan changed, each in the order that can boot', () => {
    const plan = undoFor();
    expect(plan.entries).toEqual([FIRST]);
    expect(plan.steps.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'fstab todo',
      'reload todo',
      'sysctl todo',
      'pool todo',
      'mount todo',
      'membership todo',
      'group todo',
    ]);
  });
  it('has nothing to do where all is as it was', () => {
    expect(new Set(undoFor(undoneFacts()).steps.map(({ state }) => state))).toEqual(new Set(['already']));
  });
  it('tells no systemd that does not run', () => {
    const { host } = undoFacts();
    const facts = undoFacts({ host: { ...host, system: { ...host.system, hasSystemd: false } } });
    expect(undoStep(undoFor(facts), 'reload')).toBeUndefined();
  });
  it('goes back over several plans to before the first', () => {
    const entries = [entry(FIRST, [poolChange(5, 10)]), entry(SECOND, [poolChange(10, 20)])];
    const plan = undoFor(undoFacts({ entries, host: desktopWithPool(20) }));
    expect(undoStep(plan, 'pool')).toMatchObject({ fromPages: 20, toPages: 5, state: 'todo' });
    expect(plan.entries).toEqual([SECOND, FIRST]);
  });
  it('leaves what a later plan changed again, unless that one goes too', () => {
    const entries = [entry(FIRST, [poolChange(5, 10)]), entry(SECOND, [poolChange(10, 20)])];
    const facts = undoFacts({ entries, host: desktopWithPool(20) });
    expect(undoStep(undoFor(facts, wishFirst), 'pool')).toMatchObject({
      state: 'left-out',
      reason: { key: 'undo.reason.later-plan', values: { id: SECOND } },
    });
    expect(undoStep(undoFor(facts, { kind: 'entry', id: SECOND }), 'pool')).toMatchObject({
      toPages: 10,
      state: 'todo',
    });
  });
});

describe('makeUndo refuses', () => {
  it.each([
    ['where nothing was ever done', undoFacts({ entries: [] }), { kind: 'all' } as const, 'nothing-to-undo'],
    ['a plan that nobody knows', undoFacts(), { kind: 'entry', id: SECOND } as const, 'unknown-entry'],
    [
      'where the journal cannot be read',
      undoFacts({ entries: [], unreadable: ['/var/lib/hugepages-guide/journal/x'] }),
      { kind: 'all' } as const,
      'journal-unreadable',
    ],
  ])('%s', (_, facts, wish, id) => {
    expect(undoResult(facts, wish)).toMatchObject({ kind: 'refused', refusals: [{ id }] });
  });
  it('to take pages that are in use or promised, and says how many', () => {
    const pools = [poolWith({ persistentPages: 2_050, freePages: 1_542, reservedPages: 4 })];
    const { host } = undoFacts();
    const result = undoResult(undoFacts({ host: { ...host, pools } }));
    const refusal = { id: 'pages-in-use', text: { values: { count: 512 } } };
    expect(result).toMatchObject({ kind: 'refused', refusals: [refusal, refusal] });
  });
  it('to let a pool grow again into the host’s reserve', () => {
    const entries = [entry(FIRST, [poolChange(7_000, 0)])];
    expect(undoResult(undoFacts({ entries, host: desktop() }))).toMatchObject({ refusals: [{ id: 'host-starved' }] });
  });
});

describe('the pool', () => {
  const undo = (nowPages: number, got: number | null, boot: string | null = null) => {
    const entries = [entry(FIRST, [poolChange(0, 2_050, got)], { boot })];
    return undoStep(undoFor(undoFacts({ entries, host: desktopWithPool(nowPages) })), 'pool')?.state;
  };

  it.each([
    ['it is as asked for', 2_050, 2_050, 'todo'],
    ['it is as the kernel gave it', 1_990, 1_990, 'todo'],
    ['it is smaller by somebody else', 1_000, 2_050, 'left-out'],
    ['it is larger by somebody else', 3_000, 2_050, 'left-out'],
    ['the run was killed while it grew', 900, null, 'todo'],
    ['it is as before', 0, 2_050, 'already'],
  ])('is judged where %s', (_, nowPages, got, state) => {
    expect(undo(nowPages, got)).toBe(state);
  });
  it('that a restart left smaller than asked is still ours', () => {
    expect(undo(1_800, 2_050, 'an earlier boot')).toBe('todo');
    expect(undo(2_400, 2_050, 'an earlier boot')).toBe('left-out');
  });
});

describe('the group', () => {
  const facts = undoFacts({ entries: [entry(FIRST, WHOLE_PLAN.slice(0, 2))] });
  const undo = (changed: Parameters<typeof undoFacts>[0]) => undoStep(undoFor({ ...facts, ...changed }), 'group');

  it('goes with the member that we added', () => {
    expect(undo({})?.state).toBe('todo');
  });
  it('stays for another member, who is named', () => {
    const host = { ...facts.host, group: { ...facts.host.group, members: ['ming', 'libvirt-qemu'] } };
    expect(undo({ host })).toMatchObject({ state: 'left-out', reason: { values: { users: 'libvirt-qemu' } } });
  });
  it('stays for an account that has it as its own, and for /dev/kvm', () => {
    expect(undo({ accountsInGroup: ['qemu'] })).toMatchObject({ reason: { key: 'undo.reason.group-used' } });
    expect(undo({ kvmDeviceGid: KVM_GID })).toMatchObject({ reason: { key: 'undo.reason.group-device' } });
    expect(undo({ kvmDeviceGid: 0 })?.state).toBe('todo');
  });
});

describe('a mount of another', () => {
  const [old, ours] = ['0:0 755', `0:${String(KVM_GID)} 1770`];
  const change = { kind: 'mount', how: 'adjusted', path: '/dev/hugepages', old, new: ours } as const;
  const undo = (now: string) => {
    const owners = new Map([['/dev/hugepages', now]]);
    return undoStep(undoFor(undoFacts({ entries: [entry(FIRST, [change])], owners })), 'mount');
  };

  it('gets its old owner and mode back', () => {
    expect(undo(ours)).toMatchObject({ how: 'give-back', now: ours, then: old, state: 'todo' });
  });
  it('stays as somebody made it since', () => {
    expect(undo('0:0 1777')).toMatchObject({ state: 'left-out', reason: { values: { now: '0:0 1777' } } });
  });
  it('is as it was after a restart', () => {
    expect(undo(old)?.state).toBe('already');
  });
});

describe('a mount of ours', () => {
  const mounted = { kind: 'mount', how: 'mounted', path: '/dev/hugepages', madeFolder: true } as const;

  it('is no longer there after a restart, but its folder may be', () => {
    const entries = [entry(FIRST, [mounted])];
    expect(undoStep(undoFor(undoFacts({ entries, host: desktop() })), 'mount')?.state).toBe('already');
    const [directory] = withMount(desktop()).directories;
    if (directory === undefined) throw new Error('a mount has a directory');
    const host = desktop({ directories: [{ ...directory, isHugetlbfs: false }] });
    expect(undoStep(undoFor(undoFacts({ entries, host })), 'mount')?.state).toBe('todo');
  });
});

describe('a file', () => {
  it('that has lost its copy in the journal stays', () => {
    expect(undoStep(undoFor(undoFacts({ copies: new Map() })), 'fstab')).toMatchObject({
      state: 'left-out',
      reason: { key: 'undo.reason.copy-missing' },
    });
  });
  it('goes back over two plans to the first copy', () => {
    const newest = `${DISK_LINE}newest`;
    const sum = fileWith(newest);
    const entries = [
      entry(FIRST, [fstabChange()]),
      entry(SECOND, [fstabChange({ newSha256: 'sha256' in sum ? sum.sha256 : '' })]),
    ];
    const copies = new Map([
      [copyKey(FIRST, 'fstab'), fileWith(DISK_LINE)],
      [copyKey(SECOND, 'fstab'), fileWith('between')],
    ]);
    const facts = undoFacts({ entries, copies, files: new Map([['/etc/fstab', sum]]) });
    expect(undoStep(undoFor(facts), 'fstab')).toMatchObject({ state: 'todo', copy: { entry: FIRST, name: 'fstab' } });
  });
});
