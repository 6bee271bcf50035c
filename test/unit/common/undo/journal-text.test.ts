import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../../common/undo/journal';
import { parseJournalEntry } from '../../../../common/undo/journal-text';
import { FIRST, SECOND } from '../../../fakes/undo';

const SUM = 'a'.repeat(64);
const POOL_FILE = '/sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages';
const HEAD = { version: 1, plan: FIRST, time: '2026-11-01T09:00:00Z', boot: 'b', number: 3, undoes: [] };

function parse(...lines: readonly unknown[]): JournalEntry | null {
  return parseJournalEntry(lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
}

function changesOf(...lines: readonly unknown[]): unknown {
  return parse(HEAD, ...lines)?.changes;
}

describe('parseJournalEntry', () => {
  it('reads every old value that the root text keeps', () => {
    const entry = parse(
      HEAD,
      { step: 'group', old: null },
      { step: 'group', result: 'done' },
      { step: 'membership', user: 'ming', old: false },
      { step: 'membership', result: 'done' },
      { step: 'mount', path: '/dev/hugepages', old: null, madeFolder: 1 },
      { step: 'mount', result: 'done' },
      { step: 'pool', file: POOL_FILE, old: 0, new: 2_050 },
      { step: 'pool', got: 1_990 },
      { step: 'pool', result: 'done' },
      { step: 'sysctl', madeFolder: '/etc/sysctl.d' },
      { step: 'sysctl', file: '/etc/sysctl.d/40-hugepage.conf', copy: null },
      { step: 'sysctl', block: 'vm.nr_hugepages = 2050', newSha256: SUM },
      { step: 'sysctl', result: 'done' },
      { step: 'fstab', file: '/etc/fstab', copy: 'fstab' },
      { step: 'fstab', block: 'hugetlbfs', newSha256: SUM },
      { step: 'fstab', result: 'done' },
      { step: 'reload', result: 'done' },
      { end: 'short' },
    );
    const file = { copy: null, oldSha256: null, newSha256: SUM, line: null, madeFolder: null };
    expect(entry).toEqual({
      ...{ id: FIRST, time: '2026-11-01T09:00:00Z', number: 3, boot: 'b', end: 'short', undoes: [], restored: [] },
      changes: [
        { kind: 'group', group: 'kvm' },
        { kind: 'membership', group: 'kvm', user: 'ming' },
        { kind: 'mount', how: 'mounted', path: '/dev/hugepages', madeFolder: true },
        { kind: 'pool', pageKiB: 2_048, fromPages: 0, toPages: 2_050, gotPages: 1_990 },
        {
          ...{ ...file, kind: 'sysctl', file: '/etc/sysctl.d/40-hugepage.conf' },
          ...{ line: 'vm.nr_hugepages = 2050', madeFolder: '/etc/sysctl.d' },
        },
        { ...file, kind: 'fstab', file: '/etc/fstab', copy: 'fstab', line: 'hugetlbfs' },
      ],
    });
  });
  it('reads entries of before there were numbers and sums', () => {
    expect(parse({ version: 1, plan: FIRST, time: '2026-11-01T09:00:00Z' })).toMatchObject({ number: 0, boot: null });
  });
  it('keeps what was begun when the run was killed, and passes a cut-off line over', () => {
    const entry = parse(HEAD, { step: 'pool', file: POOL_FILE, old: 7, new: 9 }, '{"step":"po');
    expect(entry).toMatchObject({ end: null, changes: [{ kind: 'pool', fromPages: 7, gotPages: null }] });
  });
  it('leaves out what was so already', () => {
    expect(changesOf({ step: 'group', old: null }, { step: 'group', result: 'already' })).toEqual([]);
  });
  it('leaves out what a failed run took back, and keeps what it could not', () => {
    const group = { step: 'group', old: null };
    const member = { step: 'membership', user: 'ming', old: false };
    const entry = parse(
      HEAD,
      group,
      member,
      { undo: 'membership', result: 'undo-failed' },
      { undo: 'group', result: 'undone' },
    );
    expect(entry).toMatchObject({ end: 'failed', changes: [{ kind: 'membership' }] });
  });
  it('knows the owner and mode of a mount before and after', () => {
    expect(changesOf({ step: 'mount', path: '/dev/hugepages', old: '0:0 755', new: '0:104 1770' })).toEqual([
      { kind: 'mount', how: 'adjusted', path: '/dev/hugepages', old: '0:0 755', new: '0:104 1770' },
    ]);
  });
  it('of an undo knows what was put back, but not what was only begun', () => {
    const head = { ...HEAD, plan: SECOND, undoes: [FIRST] };
    const lines = [{ resource: 'file /etc/fstab' }, { step: 'fstab', result: 'done' }, { resource: 'pool 2048' }];
    expect(parse(head, ...lines)).toMatchObject({ undoes: [FIRST], restored: ['file /etc/fstab'], changes: [] });
  });
  it('of an undo that failed knows that nothing was put back', () => {
    const head = { ...HEAD, plan: SECOND, undoes: [FIRST] };
    const lines = [{ resource: 'pool 2048' }, { step: 'pool', result: 'done' }, { undo: 'pool', result: 'undone' }];
    expect(parse(head, ...lines)).toMatchObject({ end: 'failed', restored: [] });
  });
  it.each([
    ['nothing', ''],
    ['no JSON', 'hello'],
    ['another version', JSON.stringify({ ...HEAD, version: 2 })],
    ['an id that is no name of a folder', JSON.stringify({ ...HEAD, plan: '../../etc' })],
  ])('is null for %s', (_, text) => {
    expect(parseJournalEntry(text)).toBeNull();
  });
  it.each([
    ['a path elsewhere', { step: 'mount', path: '/etc', old: null }],
    ['a user that could be an option', { step: 'membership', user: '-rf', old: false }],
    ['a pool that is no file of the kernel', { step: 'pool', file: '/etc/passwd', old: 0, new: 1 }],
    ['a copy of another name', { step: 'fstab', file: '/etc/fstab', copy: '../shadow' }],
    ['pages that are no number', { step: 'pool', file: POOL_FILE, old: -1, new: 2 }],
  ])('believes no line with %s', (_, line) => {
    expect(changesOf(line)).toEqual([]);
  });
});
