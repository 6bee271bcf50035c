import { message } from '../message';
import { BESIDE, FSTAB_FILE, SYSCTL_FILE } from '../names';
import { findBlock } from './block-edit';
import type { Undoing } from './changes-left';
import type { FileChange } from './journal';
import { copyKey, type FileNow, type UndoFacts } from './undo-facts';
import type { KeptCopy, UndoStep, UndoTarget } from './undo-plan';

/** One file: what it was before the first of the changes, and what the last one made of it. */
interface FileHistory {
  readonly first: FileChange;
  readonly last: FileChange;
  readonly copy: KeptCopy | null;
  readonly now: FileNow;
  /** Null where there was no file. */
  readonly then: FileNow;
}

/**
 * A file gets its old bytes back where it is still as we left it. Where somebody has edited it since, only our block
 * gives way to what stood in its place; where that cannot be told apart either, the file stays.
 */
export function undoFile(undoing: Undoing, facts: UndoFacts, sha256Of: (text: string) => string): UndoStep | null {
  const history = historyOf(undoing, facts);
  if (history === null) return null;
  const { first, last, copy, now } = history;
  const thenSha256 = oldSum(history);
  const nowSha256 = now.kind === 'file' ? now.sha256 : now.kind === 'unreadable' ? last.newSha256 : null;
  const { kind, file, madeFolder } = first;
  const target = { kind, how: 'put-back', file, copy, nowSha256, thenSha256, madeFolder } as const;
  const common = { resource: undoing.resource, reason: null };
  const leftOut = (reason: UndoStep['reason']): UndoStep => ({ ...target, ...common, state: 'left-out', reason });
  if (now.kind === 'symlink') return leftOut(message('undo.reason.file-is-symlink', { file }));
  if (copy !== null && thenSha256 === null) return leftOut(message('undo.reason.copy-missing', { file }));
  if (isAsItWas(now, thenSha256)) {
    const state = facts.leftovers.has(file + BESIDE) ? 'todo' : 'already';
    return { ...target, ...common, state };
  }
  if (nowSha256 !== null && last.newSha256 === nowSha256) return { ...target, ...common, state: 'todo' };
  const takeOut = kind === 'script' ? null : takeOutOf(history, kind, sha256Of);
  if (takeOut !== null) return { ...takeOut, ...common, state: 'todo' };
  return now.kind === 'missing'
    ? leftOut(message('undo.reason.file-missing', { file }))
    : leftOut(message('undo.reason.file-changed', { file }));
}

function historyOf({ changes }: Undoing, { files, copies }: UndoFacts): FileHistory | null {
  const all = changes.flatMap(({ entry, change }) => ('file' in change ? [{ entry, change }] : []));
  const [first] = all;
  const last = all.at(-1);
  if (first === undefined || last === undefined) return null;
  const name = first.change.copy;
  const copy = name === null ? null : { entry: first.entry, name };
  return {
    first: first.change,
    last: last.change,
    copy,
    now: files.get(first.change.file) ?? { kind: 'missing' },
    then: copy === null ? { kind: 'missing' } : (copies.get(copyKey(copy.entry, copy.name)) ?? { kind: 'missing' }),
  };
}

function oldSum({ first, then }: FileHistory): string | null {
  return then.kind === 'file' ? then.sha256 : then.kind === 'unreadable' ? first.oldSha256 : null;
}

function isAsItWas(now: FileNow, thenSha256: string | null): boolean {
  return now.kind === 'file' ? now.sha256 === thenSha256 : now.kind === 'missing' && thenSha256 === null;
}

/** Our block in the file as it is now, to give way to the block that stood there before, if there was one. */
function takeOutOf(
  { first, last, now, then }: FileHistory,
  kind: 'sysctl' | 'fstab',
  sha256Of: (text: string) => string,
): UndoTarget | null {
  if (now.kind !== 'file' || last.newSha256 === null) return null;
  const ours = findBlock(now.text, (line) => line === last.line);
  if (ours === null) return null;
  const old = then.kind === 'file' ? findBlock(then.text, (line) => isSameThing(kind, line, last.line ?? '')) : null;
  const text = old?.text ?? '';
  const { offsetBytes } = ours;
  const removedBytes = ours.text.length;
  const after = now.text.slice(0, offsetBytes) + text + now.text.slice(offsetBytes + removedBytes);
  const edit = { offsetBytes, removedBytes, text };
  return { kind, how: 'take-out', file: first.file, nowSha256: now.sha256, thenSha256: sha256Of(after), ...edit };
}

/** A newer block takes the place of the older one: in fstab of that for the same mount point. */
function isSameThing(kind: 'sysctl' | 'fstab', line: string, other: string): boolean {
  return kind === 'sysctl' || line.split(' ')[1] === other.split(' ')[1];
}

/** The files that an undo may change; scripts are checked by the root text, folder by folder. */
export function isEtcFile(file: string): boolean {
  return file === FSTAB_FILE || file === SYSCTL_FILE;
}
