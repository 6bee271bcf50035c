import { compactMemory, MIB_IN_KIB } from '../memory-size';
import { message, type Message } from '../message';
import { memPathOption } from '../start-option';
import {
  type MemoryObject,
  type MemorySetup,
  objectProperty,
  pathOf,
  readMemorySetup,
  withoutSlash,
} from './memory-setup';
import { objectEdits } from './object-edit';
import { isHugePath, type PatchTarget } from './patch-target';
import { GAP, type UnknownCause, type Word } from './pieces';
import { behindProgram, type PlannedEdit, spanOf, type StartPlan } from './planned-edit';
import type { QemuStart } from './qemu-start';
import type { ScriptBacking } from './reading';
import {
  type GuestMemory,
  readGuestMemory,
  readStartOptions,
  type StartOption,
  type StartOptions,
} from './start-options';
import { startNotes } from './start-notes';

/** What is known when one way to a start is judged. */
interface Case {
  readonly programWord: Word;
  readonly options: StartOptions;
  readonly setup: MemorySetup;
  readonly memory: GuestMemory;
  readonly target: PatchTarget;
  /** The script. */
  readonly text: string;
}

type Verdict = { readonly kind: 'edits'; readonly edits: readonly PlannedEdit[] } | Refused;
interface Refused {
  readonly kind: 'refused';
  readonly reason: Message;
  readonly byHand: string;
}

/** What is to happen to a start when the script comes to it with these arguments (qemu(1); facts of QEMU 7.2). */
export function planVariant(start: QemuStart, args: readonly Word[], text: string, target: PatchTarget): StartPlan {
  const options = readStartOptions(args);
  const setup = readMemorySetup(options);
  const memory = readGuestMemory(options);
  const it: Case = { programWord: start.programWord, options, setup, memory, target, text };
  const verdict = obstacleOf(start, it) ?? judge(it);
  return {
    backing: backingOf(it),
    notes: startNotes(options, setup, memory, target),
    edits: verdict.kind === 'edits' ? verdict.edits : [],
    refusal: verdict.kind === 'edits' ? null : verdict,
  };
}

function refused(reason: Message, byHand: string): Refused {
  return { kind: 'refused', reason, byHand };
}

/** Options from these may hold a memory backend that nobody can see here. */
const HIDDEN = ['sourced', 'printed', 'computed'] as const satisfies readonly UnknownCause[];

function obstacleOf(start: QemuStart, { options, setup, memory, target }: Case): Refused | null {
  const byHand = memPathOption(target.path);
  if (start.obstacle !== null) return refused(message(`patch.declined.${start.obstacle}`), byHand);
  const hidden = HIDDEN.find((cause) => options.strangers.includes(cause));
  if (hidden !== undefined) return refused(message(`patch.declined.options-${hidden}`), byHand);
  if (setup.readsConfig) return refused(message('patch.declined.readconfig'), byHand);
  const { KiB: guestKiB } = memory;
  const { pageKiB } = target;
  if (guestKiB !== null && guestKiB < pageKiB) {
    return refused(message('patch.declined.smaller-than-page', { guestKiB, pageKiB }), byHand);
  }
  return null;
}

function judge(it: Case): Verdict {
  const { setup, target } = it;
  if (setup.wanted.length > 0) return judgeObjects(it);
  if (setup.sharesMemory) return judgeShared(it);
  const unknownPath = setup.memPaths.some(({ value }) => pathOf(value?.pieces) === null);
  if (unknownPath) return refused(message('patch.declined.mem-path-unknown'), memPathOption(target.path));
  const edits = setup.memPaths.flatMap((option) => replacedPath(option, it));
  if (edits.includes(null)) return refused(message('patch.declined.not-one-place'), memPathOption(target.path));
  const replaced = edits.filter((edit) => edit !== null);
  const added = inserted(it);
  if (added === null) return refused(message('patch.declined.no-place'), memPathOption(target.path));
  return { kind: 'edits', edits: [...replaced, ...added] };
}

/** The path of a `-mem-path` that leads elsewhere gives way. */
function replacedPath({ value }: StartOption, { target }: Case): readonly (PlannedEdit | null)[] {
  const old = pathOf(value?.pieces);
  if (value === null || old === null || isHugePath(target, old)) return [];
  const span = spanOf(value);
  const { path } = target;
  return [span === null ? null : { ...span, text: path, reasons: [message('patch.reason.replace-path', { old })] }];
}

function inserted({ programWord, setup, target }: Case): readonly PlannedEdit[] | null {
  const { path } = target;
  const needsPath = !setup.memPaths.some(({ isCertain }) => isCertain);
  const needsPrealloc = target.preallocates && !setup.preallocates;
  const at = behindProgram(programWord);
  if (at === null) return null;
  const text = [...(needsPath ? [memPathOption(path)] : []), ...(needsPrealloc ? ['-mem-prealloc'] : [])];
  if (text.length === 0) return [];
  const reasons = [
    ...(needsPath ? [message('patch.reason.mem-path', { path })] : []),
    ...(needsPrealloc ? [message('patch.reason.prealloc')] : []),
  ];
  return [{ start: at, end: at, text: ` ${text.join(' ')}`, reasons }];
}

/** Memory comes from objects that the machine or its nodes name: those are changed, and `-mem-path` never comes beside. */
function judgeObjects(it: Case): Verdict {
  const { setup, target, text } = it;
  const edits: PlannedEdit[] = [];
  for (const { id, isCertain } of setup.wanted) {
    const object = setup.objects.find((candidate) => candidate.id === id);
    if (id.includes(GAP) || object === undefined) {
      const shown = id.replaceAll(GAP, '…');
      return refused(message('patch.declined.object-not-found', { id: shown }), objectByHand(null, target));
    }
    if (!isCertain || !object.option.isCertain) {
      return refused(message('patch.declined.backing-depends', { id }), objectByHand(object, target));
    }
    const ofObject = objectEdits(object, text, target, setup.sharesMemory, setup.preallocates);
    if (ofObject === null) {
      const values = { id, type: object.type };
      return refused(message('patch.declined.object-not-editable', values), objectByHand(object, target));
    }
    edits.push(...ofObject);
  }
  if (!setup.wanted.some(({ by }) => by === 'machine')) return { kind: 'edits', edits };
  const removed = setup.memPaths.map((option) => removedOption(option, text));
  if (removed.includes(null)) {
    return refused(message('patch.declined.not-one-place'), objectByHand(null, target));
  }
  return { kind: 'edits', edits: [...edits, ...removed.filter((edit) => edit !== null)] };
}

/** What to write for a memory object by hand. */
function objectByHand(object: MemoryObject | null, { path, pageKiB }: PatchTarget): string {
  if (object?.type === 'memory-backend-memfd') {
    return `memory-backend-memfd,hugetlb=on,hugetlbsize=${compactMemory(pageKiB)}`;
  }
  return `memory-backend-file,mem-path=${path}`;
}

/** QEMU takes no `-mem-path` beside a memory backend: out with it and the blanks before it. */
function removedOption({ word, value }: StartOption, text: string): PlannedEdit | null {
  const name = spanOf(word);
  const path = value === null ? null : spanOf(value);
  if (name === null || path === null || !/^[ \t]+$/.test(text.slice(name.end, path.start))) return null;
  let { start } = name;
  while (/[ \t]/.test(text.charAt(start - 1))) start -= 1;
  return { start, end: path.end, text: '', reasons: [message('patch.reason.remove-mem-path')] };
}

const FIRST_ID = 'hugepages';

/** A process beside QEMU wants to see guest memory: `-mem-path` maps it for QEMU alone, so an object it must be. */
function judgeShared(it: Case): Verdict {
  const { setup, memory, target, programWord, text } = it;
  const { path } = target;
  const ids = setup.objects.map(({ id }) => id);
  const id = ids.includes(FIRST_ID) ? `${FIRST_ID}2` : FIRST_ID;
  const options = (size: string): string =>
    `-object memory-backend-file,id=${id},size=${size},mem-path=${path},share=on` +
    `${target.preallocates && !setup.preallocates ? ',prealloc=on' : ''} -machine memory-backend=${id}`;
  if (memory.KiB === null || memory.isDefault) {
    return refused(message('patch.declined.size-unknown'), options('MEMORY'));
  }
  const { KiB } = memory;
  const size = KiB % MIB_IN_KIB === 0 ? `${String(KiB / MIB_IN_KIB)}M` : `${String(KiB)}K`;
  const removed = setup.memPaths.map((option) => removedOption(option, text));
  if (removed.includes(null)) return refused(message('patch.declined.not-one-place'), options(size));
  const at = behindProgram(programWord);
  if (at === null) return refused(message('patch.declined.no-place'), options(size));
  const reasons = [message('patch.reason.shared', { guestKiB: KiB, path })];
  const added: PlannedEdit = { start: at, end: at, text: ` ${options(size)}`, reasons };
  return { kind: 'edits', edits: [added, ...removed.filter((edit) => edit !== null)] };
}

function backingOf({ setup, options }: Case): ScriptBacking {
  const [wanted] = setup.wanted;
  if (wanted !== undefined) {
    const object = setup.objects.find(({ id }) => id === wanted.id);
    if (object === undefined) return { kind: 'unknown' };
    const path = objectProperty(object, 'mem-path')?.value ?? null;
    const known = path === null || path.includes(GAP) ? null : withoutSlash(path);
    return { kind: 'object', type: object.type, path: known };
  }
  const memPath = setup.memPaths.at(-1);
  if (memPath !== undefined) return { kind: 'mem-path', path: pathOf(memPath.value?.pieces) };
  const isHidden = setup.readsConfig || HIDDEN.some((cause) => options.strangers.includes(cause));
  return isHidden ? { kind: 'unknown' } : { kind: 'ordinary' };
}
