import { createHash } from 'node:crypto';
import { BLOCK_BEGIN, BLOCK_END } from '../../common/names';
import type { Change, FileChange, JournalEntry } from '../../common/undo/journal';
import { makeUndo, type UndoWish } from '../../common/undo/make-undo';
import { copyKey, type FileNow, type UndoFacts } from '../../common/undo/undo-facts';
import type { UndoPlan, UndoResult, UndoStep } from '../../common/undo/undo-plan';
import { desktop, desktopWithPool, DISK_LINE, KVM_GID, OUR_FSTAB_BLOCK, OUR_FSTAB_LINE, withMount } from './host';
import { PLAN_ID } from './plan';

export const FIRST = '20261101T090000Z-00000001';
export const SECOND = '20261102T090000Z-00000002';
export const THIRD = '20261103T090000Z-00000003';
export const THIS_BOOT = '6f0c8e1e-8f38-4f0c-9d0c-3f6a1f6f5a11';

export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'latin1').digest('hex');
}

export function fileWith(text: string): FileNow {
  return { kind: 'file', text, sha256: sha256Of(text) };
}

export function block(line: string): string {
  return `${BLOCK_BEGIN}\n${line}\n${BLOCK_END}\n`;
}

/** The day of the id, so that entries sort by it. */
export function entry(id: string, changes: readonly Change[], more: Partial<JournalEntry> = {}): JournalEntry {
  const time = `2026-11-${id.slice(6, 8)}T09:00:00Z`;
  return { id, time, number: 1, boot: THIS_BOOT, changes, end: 'applied', undoes: [], restored: [], ...more };
}

export function poolChange(fromPages: number, toPages: number, gotPages: number | null = toPages): Change {
  return { kind: 'pool', pageKiB: 2_048, fromPages, toPages, gotPages };
}

export const NEW_FSTAB = DISK_LINE + OUR_FSTAB_BLOCK;

export function fstabChange(changed: Partial<FileChange> = {}): FileChange {
  return {
    kind: 'fstab',
    file: '/etc/fstab',
    copy: 'fstab',
    oldSha256: null,
    newSha256: sha256Of(NEW_FSTAB),
    line: OUR_FSTAB_LINE,
    madeFolder: null,
    ...changed,
  };
}

export const NEW_SYSCTL = block('vm.nr_hugepages = 2050');

export function sysctlChange(changed: Partial<FileChange> = {}): FileChange {
  return fstabChange({
    kind: 'sysctl',
    file: '/etc/sysctl.d/40-hugepage.conf',
    copy: null,
    newSha256: sha256Of(NEW_SYSCTL),
    line: 'vm.nr_hugepages = 2050',
    ...changed,
  });
}

/** Everything that a whole plan changes on a fresh desktop. */
export const WHOLE_PLAN: readonly Change[] = [
  { kind: 'group', group: 'kvm' },
  { kind: 'membership', group: 'kvm', user: 'ming' },
  { kind: 'mount', how: 'mounted', path: '/dev/hugepages', madeFolder: true },
  poolChange(0, 2_050),
  sysctlChange(),
  fstabChange(),
];

/** A machine on which `WHOLE_PLAN` stands as it was applied. */
export function undoFacts(changed: Partial<UndoFacts> = {}): UndoFacts {
  const host = withMount(desktopWithPool(2_050));
  return {
    entries: [entry(FIRST, WHOLE_PLAN)],
    unreadable: [],
    host: { ...host, group: { ...host.group, gid: KVM_GID, members: ['ming'] } },
    files: new Map([
      ['/etc/fstab', fileWith(NEW_FSTAB)],
      ['/etc/sysctl.d/40-hugepage.conf', fileWith(NEW_SYSCTL)],
    ]),
    copies: new Map([[copyKey(FIRST, 'fstab'), fileWith(DISK_LINE)]]),
    leftovers: new Set(),
    owners: new Map([['/dev/hugepages', `0:${String(KVM_GID)} 1770`]]),
    boot: THIS_BOOT,
    accountsInGroup: [],
    kvmDeviceGid: null,
    ...changed,
  };
}

/** The machine before `WHOLE_PLAN`, with the same journal. */
export function undoneFacts(changed: Partial<UndoFacts> = {}): UndoFacts {
  return undoFacts({
    host: desktop(),
    files: new Map([
      ['/etc/fstab', fileWith(DISK_LINE)],
      ['/etc/sysctl.d/40-hugepage.conf', { kind: 'missing' }],
    ]),
    owners: new Map(),
    ...changed,
  });
}

export function undoResult(facts: UndoFacts, wish: UndoWish = { kind: 'all' }): UndoResult {
  return makeUndo(facts, wish, PLAN_ID, sha256Of);
}

/** The undo for these facts; a refusal is a failed test. */
export function undoFor(facts: UndoFacts = undoFacts(), wish?: UndoWish): UndoPlan {
  const result = undoResult(facts, wish);
  if (result.kind === 'plan') return result.plan;
  throw new Error(`refused: ${result.refusals.map(({ id }) => id).join(', ')}`);
}

/** The one step of this kind. */
export function undoStep(plan: UndoPlan, kind: UndoStep['kind']): UndoStep | undefined {
  return plan.steps.find((step) => step.kind === kind);
}

const SCRIPT = '/opt/vm/start-win10.sh';
const OLD_SCRIPT_SHA = sha256Of('#!/bin/sh\nqemu-system-x86_64 -m 4G\n');
const NEW_SCRIPT_SHA = sha256Of('#!/bin/sh\nqemu-system-x86_64 -mem-path /dev/hugepages -m 4G\n');

function withScript(): UndoFacts {
  const change = fstabChange({
    ...{ kind: 'script', file: SCRIPT, copy: 'script', line: null },
    oldSha256: OLD_SCRIPT_SHA,
    newSha256: NEW_SCRIPT_SHA,
  });
  return undoFacts({
    entries: [entry(FIRST, [change])],
    // Readable for root and a group alone.
    files: new Map([[SCRIPT, { kind: 'unreadable' }]]),
    copies: new Map([[copyKey(FIRST, 'script'), { kind: 'unreadable' }]]),
  });
}

function withEditedFstab(): UndoFacts {
  const files = new Map([['/etc/fstab', fileWith(`${NEW_FSTAB}/swapfile none swap sw 0 0\n`)]]);
  return undoFacts({ entries: [entry(FIRST, [fstabChange()])], files });
}

function withGivenBackMount(): UndoFacts {
  const owners = { old: '0:0 755', new: `0:${String(KVM_GID)} 1770` };
  return undoFacts({
    entries: [entry(FIRST, [{ kind: 'mount', how: 'adjusted', path: '/dev/hugepages', ...owners }])],
  });
}

/** The main kinds of undo, each with a golden text of its name in test/fixtures/undo-scripts. */
export const KINDS_OF_UNDO: Readonly<Record<string, UndoPlan>> = {
  'whole-plan': undoFor(),
  'edited-fstab': undoFor(withEditedFstab()),
  'mount-of-another': undoFor(withGivenBackMount()),
  'script-of-root': undoFor(withScript()),
};
