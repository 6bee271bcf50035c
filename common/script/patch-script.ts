import { message } from '../message';
import { memPathOption } from '../start-option';
import { lineOf } from './lines';
import type { PatchTarget } from './patch-target';
import type { PlannedEdit, StartPlan } from './planned-edit';
import type { QemuStart } from './qemu-start';
import type { StartFacts, Treatment } from './reading';
import type { Span } from './pieces';
import { relevantStatements } from './relevance';
import { followScript, type FollowedScript } from './script-walk';
import { ShellSource } from './shell-source';
import { applyEdits, firstError, type ShellNode, type ShellParser } from './shell-node';
import { isOnlyQuestion, readGuestMemory, readStartOptions } from './start-options';
import { planVariant } from './start-plan';

/** What a script does about QEMU's memory, and what would be changed about that. */
export interface ScriptPatch {
  readonly starts: readonly StartFacts[];
  /** In the order of the script; empty where nothing is to be changed. */
  readonly edits: readonly PlannedEdit[];
  /** The script with these edits. */
  readonly text: string;
}

interface PlannedStart extends StartPlan {
  readonly start: QemuStart;
  readonly guestKiB: number | null;
}

/**
 * Finds every start of QEMU in a script and what has to change for its memory to come from huge pages. Nothing is taken
 * on trust: the changed script is read again in the same way, and where a start does not turn out as planned, it is left
 * alone. `root` is the tree of `text`, without errors.
 */
export function patchScript(root: ShellNode, text: string, parser: ShellParser, target: PatchTarget): ScriptPatch {
  const kept = relevantStatements(text, topStatements(root));
  const followed = followScript(ShellSource.ofStretches(text, kept), parser);
  const planned = planStarts(followed, text, target);
  const edits = inOrder(planned.flatMap((one) => (one.refusal === null ? one.edits : [])));
  if (edits.length === 0) return { starts: planned.map((one) => factsOf(one, text)), edits, text };
  const isSure = followed.isWhole && !edits.some(overlapsNext);
  if (!isSure || !isAsPlanned(planned, followed.trace, patchedStretches(text, kept, edits), parser, target)) {
    const left = planned.map((one): PlannedStart => (one.edits.length === 0 ? one : leftAlone(one, target)));
    return { starts: left.map((one) => factsOf(one, text)), edits: [], text };
  }
  return { starts: planned.map((one) => factsOf(one, text)), edits, text: applyEdits(text, edits) };
}

function planStarts({ starts }: FollowedScript, text: string, target: PatchTarget): readonly PlannedStart[] {
  return starts
    .filter(({ variants }) => !variants.every((args) => isOnlyQuestion(readStartOptions(args))))
    .map((start) => planStart(start, text, target));
}

/** One plan for all the ways that the script comes to a start. */
function planStart(start: QemuStart, text: string, target: PatchTarget): PlannedStart {
  const plans = start.variants.map((args) => planVariant(start, args, text, target));
  const sizes = new Set(start.variants.map((args) => readGuestMemory(readStartOptions(args)).KiB));
  const [size] = sizes;
  return {
    start,
    guestKiB: sizes.size === 1 && start.obstacle === null ? (size ?? null) : null,
    backing: plans[0]?.backing ?? { kind: 'unknown' },
    notes: distinct(plans.flatMap(({ notes }) => notes)),
    edits: inOrder(plans.flatMap(({ edits }) => edits)),
    refusal: plans.find(({ refusal }) => refusal !== null)?.refusal ?? null,
  };
}

function distinct<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

function inOrder(edits: readonly PlannedEdit[]): readonly PlannedEdit[] {
  return [...distinct(edits)].sort((one, other) => one.start - other.start || one.end - other.end);
}

function overlapsNext(edit: PlannedEdit, index: number, all: readonly PlannedEdit[]): boolean {
  const next = all[index + 1];
  return next !== undefined && (next.start < edit.end || next.start === edit.start);
}

/** Each with the `&` behind it, which makes it another shell's. */
function topStatements({ children }: ShellNode): readonly Span[] {
  return children.flatMap((node, index) => {
    const next = children[index + 1];
    const end = next?.type === '&' ? next.endIndex : node.endIndex;
    return node.isNamed ? [{ start: node.startIndex, end }] : [];
  });
}

/** The stretches as the edits make them, on lines of their own as they were read. */
function patchedStretches(text: string, kept: readonly Span[], edits: readonly PlannedEdit[]): string {
  const lines = kept.map((stretch) => {
    const inside = edits.filter(({ start, end }) => start >= stretch.start && end <= stretch.end);
    const moved = inside.map((edit) => ({ ...edit, start: edit.start - stretch.start, end: edit.end - stretch.start }));
    return applyEdits(text.slice(stretch.start, stretch.end), moved);
  });
  return lines.map((line) => `${line}\n`).join('');
}

/**
 * Read anew, every start that was to change is on huge pages, nothing else has become another, and every other command is
 * given what it was given before.
 */
function isAsPlanned(
  planned: readonly PlannedStart[],
  trace: readonly string[],
  patched: string,
  parser: ShellParser,
  target: PatchTarget,
): boolean {
  if (firstError(parser.parse(patched)) !== null) return false;
  const followed = followScript(ShellSource.ofScript(patched), parser);
  const again = planStarts(followed, patched, target);
  return (
    isSameTrace(trace, followed.trace) &&
    again.length === planned.length &&
    again.every((one, index) => {
      const before = planned[index];
      const isSame = one.start.program === before?.start.program && one.guestKiB === before.guestKiB;
      return (
        isSame && (before.refusal === null ? one.refusal === null && one.edits.length === 0 : one.refusal !== null)
      );
    })
  );
}

/** Every other command is given what it was given before. */
function isSameTrace(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((line, index) => line === after[index]);
}

function leftAlone(one: PlannedStart, { path }: PatchTarget): PlannedStart {
  const refusal = { reason: message('patch.declined.not-confirmed'), byHand: memPathOption(path) };
  return { ...one, edits: [], refusal };
}

function factsOf({ start, guestKiB, backing, notes, edits, refusal }: PlannedStart, text: string): StartFacts {
  return {
    line: lineOf(text, start.programWord.written.start),
    program: start.program,
    guestKiB,
    backing,
    treatment: treatmentOf(edits, refusal),
    notes,
  };
}

function treatmentOf(edits: StartPlan['edits'], refusal: StartPlan['refusal']): Treatment {
  if (refusal === null) return { kind: edits.length > 0 ? 'change' : 'already' };
  return { kind: 'declined', reason: refusal.reason, byHand: refusal.byHand };
}
