import { message } from '../../common/message';
import type {
  DiffLine,
  DiffSpan,
  PatchPreview,
  PickedScript,
  ScriptFault,
  ScriptReading,
  StartFault,
  StartFacts,
  ThreeWayPart,
  Tint,
  VmStart,
} from '../../common/script/reading';

type ReadScript = Extract<ScriptReading, { kind: 'read' }>;

export const SCRIPT_ID = '5f2c1d6e-8a47-4b0e-9d53-2f6b1a7c9e01';
export const OTHER_SCRIPT_ID = '7b9e4f10-3c58-4d2a-8e61-0c5d9f3b7a42';
export const PATCH_ID = 'c0a8e5d2-1f3b-4c6d-9a7e-5b4f8d2e6c13';
const GIB_IN_KIB = 1_048_576;

/** The script that starts the how-to's VM. */
export const WIN10: PickedScript = { id: SCRIPT_ID, name: 'win10.sh', folder: '~/vm' };
/** One that belongs to root. */
export const WIN7: PickedScript = { id: OTHER_SCRIPT_ID, name: 'win7', folder: '/usr/local/bin' };

function span(text: string, tint: Tint = 'plain', isChanged = false): DiffSpan {
  return { text, tint, isChanged };
}
function same(oldNumber: number, ...spans: readonly DiffSpan[]): DiffLine {
  return { kind: 'same', oldNumber, newNumber: oldNumber, spans };
}
function removed(oldNumber: number, ...spans: readonly DiffSpan[]): DiffLine {
  return { kind: 'removed', oldNumber, newNumber: null, spans };
}
function added(newNumber: number, ...spans: readonly DiffSpan[]): DiffLine {
  return { kind: 'added', oldNumber: null, newNumber, spans };
}

/** What the patch adds to the how-to's script: one option, behind the program's name in its third line. */
export const PATCH: PatchPreview = {
  id: PATCH_ID,
  edit: {
    path: '/home/maria/vm/win10.sh',
    oldSha256: 'a'.repeat(64),
    newSha256: 'b'.repeat(64),
    splices: [{ offsetBytes: 58, removedBytes: 0, text: ' -mem-path /dev/hugepages' }],
  },
  hunks: [
    {
      oldStart: 1,
      newStart: 1,
      lines: [
        same(1, span('#!/bin/sh', 'comment')),
        same(2, span('# Windows 10 – 财务部', 'comment')),
        removed(3, span('exec', 'keyword'), span(' '), span('qemu-system-x86_64', 'program'), span(' \\')),
        added(
          3,
          span('exec', 'keyword'),
          span(' '),
          span('qemu-system-x86_64', 'program'),
          span(' ', 'plain', true),
          span('-mem-path', 'option', true),
          span(' /dev/hugepages', 'plain', true),
          span(' \\'),
        ),
        same(
          4,
          span('  '),
          span('-m', 'option'),
          span(' 4G '),
          span('-vga', 'option'),
          span(' '),
          span('$VGA', 'variable'),
          span(' \\'),
        ),
        same(
          5,
          span('\t'),
          span('-drive', 'option'),
          span(' file='),
          span('"$HOME/vm/a disk image with a rather long name for Windows 10.qcow2"', 'string'),
          span(',if=virtio,cache=none,aio=native,discard=unmap,detect-zeroes=unmap'),
        ),
      ],
      reasons: [message('patch.reason.mem-path', { path: '/dev/hugepages' })],
    },
  ],
};

/** A start of QEMU with 4 GiB of ordinary memory, which the patch changes. */
export function startFacts(overrides: Partial<StartFacts> = {}): StartFacts {
  return {
    line: 3,
    program: 'qemu-system-x86_64',
    guestKiB: 4 * GIB_IN_KIB,
    backing: { kind: 'ordinary' },
    treatment: { kind: 'change' },
    notes: [],
    ...overrides,
  };
}

/** The how-to's script as it is before the patch. */
export function scriptReading(overrides: Partial<ReadScript> = {}): ReadScript {
  return {
    kind: 'read',
    script: WIN10,
    starts: [startFacts()],
    notes: [],
    patch: PATCH,
    access: { kind: 'direct' },
    canRevert: false,
    patchedBy: null,
    ...overrides,
  };
}

/** The same after it. */
export const PATCHED = scriptReading({
  starts: [startFacts({ backing: { kind: 'mem-path', path: '/dev/hugepages' }, treatment: { kind: 'already' } })],
  patch: null,
  canRevert: true,
});

/** A start that the program leaves alone, with the line to add. */
export const DECLINED_START = startFacts({
  line: 14,
  guestKiB: null,
  backing: { kind: 'unknown' },
  treatment: {
    kind: 'declined',
    reason: message('patch.declined.options-sourced'),
    byHand: '-mem-path /dev/hugepages',
  },
});

export function unusable(fault: ScriptFault): ScriptReading {
  return { kind: 'unusable', script: WIN10, fault };
}

const LINE = '-mem-path /dev/hugepages';

/** One fault of each kind; `Record` makes a new one break the build until it is listed. */
export const FAULTS: { readonly [Id in ScriptFault['id']]: Extract<ScriptFault, { id: Id }> } = {
  'unknown-script': { id: 'unknown-script' },
  missing: { id: 'missing' },
  'not-a-file': { id: 'not-a-file' },
  unreadable: { id: 'unreadable' },
  'too-large': { id: 'too-large', bytes: 42_949_672_960 },
  empty: { id: 'empty' },
  binary: { id: 'binary' },
  'other-language': { id: 'other-language', language: 'Python', byHand: LINE },
  quickemu: { id: 'quickemu', byHand: `extra_args+=" ${LINE}"` },
  'not-understood': { id: 'not-understood', line: 17, byHand: LINE },
  'no-start': { id: 'no-start', byHand: LINE },
  'syntax-error': { id: 'syntax-error', shell: 'bash', line: 9, detail: 'unexpected EOF while looking for `"\'' },
  'no-shell': { id: 'no-shell', shell: 'zsh' },
  changed: { id: 'changed' },
  'several-links': { id: 'several-links' },
  'read-only-file-system': { id: 'read-only-file-system' },
  'root-only': { id: 'root-only' },
  'folder-not-writable': { id: 'folder-not-writable', folder: '/srv/vm' },
  'unsafe-folder': { id: 'unsafe-folder', folder: '/srv/shared' },
  'cannot-keep-attributes': { id: 'cannot-keep-attributes', detail: 'chattr: +a' },
  'cannot-write': { id: 'cannot-write', detail: 'ENOSPC: no space left on device' },
  'no-backup': { id: 'no-backup', detail: 'EACCES: permission denied' },
  'result-refused': { id: 'result-refused', detail: 'sh -n: line 6', byHand: LINE },
};

export const START_FAULTS: { readonly [Id in StartFault['id']]: Extract<StartFault, { id: Id }> } = {
  'unknown-script': { id: 'unknown-script' },
  missing: { id: 'missing' },
  'cannot-run': { id: 'cannot-run', detail: 'EACCES' },
  'no-group': { id: 'no-group', group: 'kvm' },
};

/** Edited by hand since the patch, in the very line. */
export const CONFLICT: readonly ThreeWayPart[] = [
  {
    line: 6,
    before: ['  -m 4G \\'],
    patched: ['  -m 4G -mem-path /dev/hugepages \\'],
    now: ['  -m 6G -mem-path /dev/hugepages \\'],
  },
  { line: 12, before: ['  -smp 4 \\'], patched: ['  -smp 4 \\'], now: [] },
];

export function vmStart(overrides: Partial<VmStart> = {}): VmStart {
  return { script: SCRIPT_ID, pid: 4_711, lines: [], exitCode: null, ...overrides };
}
