import * as v from 'valibot';
import { isPlanId, isUsableMountPoint, isUsableName, KVM_GROUP } from '../names';
import { STEP_ORDER, type StepKind } from '../plan';
import type { Change, FileChange, JournalEntry } from './journal';

const kind = v.picklist(STEP_ORDER);
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const pages = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const ownership = v.pipe(v.string(), v.regex(/^\d+:\d+ [0-7]{1,4}$/));
const planId = v.pipe(v.string(), v.check(isPlanId));

const head = v.object({
  version: v.literal(1),
  plan: planId,
  time: v.pipe(v.string(), v.isoTimestamp()),
  boot: v.optional(v.nullable(v.string()), null),
  number: v.optional(pages, 0),
  undoes: v.optional(v.array(planId), []),
});

/** Every line behind the first; a line has the fields of one event, and all of them are optional here. */
const line = v.object({
  step: v.optional(kind),
  result: v.optional(v.picklist(['done', 'already', 'undone', 'undo-failed'])),
  undo: v.optional(kind),
  end: v.optional(v.picklist(['applied', 'short'])),
  resource: v.optional(v.string()),
  user: v.optional(v.pipe(v.string(), v.check(isUsableName))),
  path: v.optional(v.pipe(v.string(), v.check(isUsableMountPoint))),
  file: v.optional(v.string()),
  copy: v.optional(v.nullable(v.picklist(['fstab', 'sysctl', 'group', 'script']))),
  old: v.optional(v.union([v.null(), v.boolean(), pages, ownership])),
  new: v.optional(v.union([pages, ownership])),
  got: v.optional(pages),
  madeFolder: v.optional(v.union([v.picklist([0, 1]), v.string()])),
  block: v.optional(v.pipe(v.string(), v.check(isOurLine))),
  oldSha256: v.optional(sha256),
  newSha256: v.optional(sha256),
});
/** A block line as `put_block` writes it into fstab or sysctl.d: printable, and one line. */
function isOurLine(text: string): boolean {
  return /^[\x20-\x7e]+$/.test(text);
}

type Line = v.InferOutput<typeof line>;

const POOL_FILE = /^\/sys\/kernel\/mm\/hugepages\/hugepages-(\d+)kB\/nr_hugepages$/;

/**
 * The entry in the text of an `entry.jsonl`; null where its first line does not say what it is, or is of a version that
 * this program does not know. A last line that was being written when the run was killed is passed over, like any line
 * that is not understood.
 */
export function parseJournalEntry(text: string): JournalEntry | null {
  const [first = '', ...rest] = text.split('\n');
  const begin = parse(head, first);
  if (begin === null) return null;
  const lines = rest.flatMap((words) => parse(line, words) ?? []);
  const end = lines.find((one) => one.end !== undefined)?.end ?? null;
  const hasFailed = lines.some(({ undo }) => undo !== undefined);
  const undone = lines.flatMap(({ undo, result }) => (undo !== undefined && result === 'undone' ? [undo] : []));
  const isUndo = begin.undoes.length > 0;
  return {
    id: begin.plan,
    time: begin.time,
    number: begin.number,
    boot: begin.boot,
    changes: isUndo ? [] : STEP_ORDER.flatMap((step) => changesOf(step, lines, undone)),
    end: end ?? (hasFailed ? 'failed' : null),
    undoes: begin.undoes,
    restored: isUndo && !hasFailed ? restoredBy(lines) : [],
  };
}

function parse<Schema extends v.GenericSchema>(schema: Schema, text: string): v.InferOutput<Schema> | null {
  try {
    const result = v.safeParse(schema, JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

/** Each resource is named before it is put back; the result that comes next says that it was. */
function restoredBy(lines: readonly Line[]): readonly string[] {
  return lines.flatMap(({ resource }, index) => {
    if (resource === undefined) return [];
    const next = lines.slice(index + 1).find((one) => one.resource !== undefined || one.result !== undefined);
    return next?.result === undefined ? [] : [resource];
  });
}

/** What a step changed; nothing where it was so already, or where the run took it back itself. */
function changesOf(step: StepKind, all: readonly Line[], undone: readonly StepKind[]): readonly Change[] {
  const lines = all.filter((one) => one.step === step);
  if (undone.includes(step) || lines.some(({ result }) => result === 'already')) return [];
  const change = changeOf(step, lines);
  return change === null ? [] : [change];
}

function changeOf(step: StepKind, lines: readonly Line[]): Change | null {
  switch (step) {
    case 'group':
      return lines.some((one) => one.old === null || one.copy === 'group') ? { kind: 'group', group: KVM_GROUP } : null;
    case 'membership': {
      const user = lines.find((one) => one.user !== undefined)?.user;
      return user === undefined ? null : { kind: 'membership', group: KVM_GROUP, user };
    }
    case 'mount':
      return mountChange(lines);
    case 'pool':
      return poolChange(lines);
    case 'sysctl':
    case 'fstab':
    case 'script':
      return fileChange(step, lines);
    case 'reload':
      return null;
  }
}

function mountChange(lines: readonly Line[]): Change | null {
  const found = lines.find((one) => one.path !== undefined);
  if (found?.path === undefined) return null;
  const { path, old } = found;
  if (old === null) return { kind: 'mount', how: 'mounted', path, madeFolder: found.madeFolder === 1 };
  const isKnown = typeof old === 'string' && typeof found.new === 'string';
  return isKnown ? { kind: 'mount', how: 'adjusted', path, old, new: String(found.new) } : null;
}

function poolChange(lines: readonly Line[]): Change | null {
  const found = lines.find((one) => typeof one.new === 'number');
  const pageKiB = Number(POOL_FILE.exec(found?.file ?? '')?.[1]);
  if (typeof found?.old !== 'number' || typeof found.new !== 'number' || !Number.isSafeInteger(pageKiB)) return null;
  const gotPages = lines.find((one) => one.got !== undefined)?.got ?? null;
  return { kind: 'pool', pageKiB, fromPages: found.old, toPages: found.new, gotPages };
}

function fileChange(kind: FileChange['kind'], lines: readonly Line[]): FileChange | null {
  const found = lines.find((one) => one.file !== undefined && one.copy !== undefined);
  if (found?.file === undefined) return null;
  const folder = lines.find((one) => typeof one.madeFolder === 'string')?.madeFolder;
  return {
    kind,
    file: found.file,
    copy: found.copy ?? null,
    line: lines.find((one) => one.block !== undefined)?.block ?? null,
    oldSha256: found.oldSha256 ?? null,
    newSha256: lines.find((one) => one.newSha256 !== undefined)?.newSha256 ?? null,
    madeFolder: typeof folder === 'string' ? folder : null,
  };
}
