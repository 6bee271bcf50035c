import { message } from '../message';
import type { PlanId, StepState } from '../plan';
import { heldPages, hostReserveKiB, poolOf } from '../sizing';
import type { HostSnapshot } from '../snapshot';
import { standingChanges, type StandingChange, undoableEntries, type Undoing } from './changes-left';
import { undoFile } from './undo-file';
import type { UndoFacts } from './undo-facts';
import { undoGroup, undoMembership, undoMount, undoPool } from './undo-machine';
import { UNDO_ORDER, type UndoPlan, type UndoRefusal, type UndoResult, type UndoStep } from './undo-plan';

/** Which plans are to be undone: one by its id, or everything since before the first of them. */
export type UndoWish = { readonly kind: 'entry'; readonly id: PlanId } | { readonly kind: 'all' };

/**
 * The plan that puts back what the journal's entries changed. What somebody changed since is left as it is, with a word
 * (`left-out`); so is what a later plan, which is not to be undone, changed again. Refused where pages that would go are
 * in use. `sha256Of` hashes a text read as Latin-1.
 */
export function makeUndo(facts: UndoFacts, wish: UndoWish, id: PlanId, sha256Of: (text: string) => string): UndoResult {
  const undoable = undoableEntries(facts.entries);
  const chosen = undoable.filter((entry) => wish.kind === 'all' || entry.id === wish.id).map((entry) => entry.id);
  if (chosen.length === 0) return refuse([noEntry(facts, wish)]);
  const steps = [...standingChanges(facts.entries)].flatMap(
    ([resource, chain]) => stepFor(resource, chain, new Set(chosen), facts, sha256Of) ?? [],
  );
  const refusals = refusalsFor(steps, facts.host);
  if (refusals.length > 0) return refuse(refusals);
  return { kind: 'plan', plan: planOf(id, chosen, withReload(steps, facts.host), facts.host) };
}

function refuse(refusals: readonly UndoRefusal[]): UndoResult {
  return { kind: 'refused', refusals };
}

function noEntry({ entries, unreadable }: UndoFacts, wish: UndoWish): UndoRefusal {
  const [folder] = unreadable;
  if (folder !== undefined)
    return { id: 'journal-unreadable', text: message('undo.refusal.journal-unreadable', { folder }) };
  if (wish.kind === 'entry' && !entries.some(({ id }) => id === wish.id)) {
    return { id: 'unknown-entry', text: message('undo.refusal.unknown-entry', { id: wish.id }) };
  }
  return { id: 'nothing-to-undo', text: message('undo.refusal.nothing-to-undo') };
}

function stepFor(
  resource: string,
  chain: readonly StandingChange[],
  chosen: ReadonlySet<PlanId>,
  facts: UndoFacts,
  sha256Of: (text: string) => string,
): UndoStep | null {
  if (!chain.some(({ entry }) => chosen.has(entry))) return null;
  const since = chain.findLastIndex(({ entry }) => !chosen.has(entry)) + 1;
  const changes = chain.slice(since);
  if (changes.length > 0) return stepOfChange({ resource, changes }, facts, sha256Of);
  // A plan that stays changed it again afterwards: only undoing that one too would bring the old value back.
  const kept = stepOfChange({ resource, changes: chain }, facts, sha256Of);
  const reason = message('undo.reason.later-plan', { id: chain.at(-1)?.entry ?? '' });
  return kept === null ? null : { ...kept, state: 'left-out', reason };
}

function stepOfChange(undoing: Undoing, facts: UndoFacts, sha256Of: (text: string) => string): UndoStep | null {
  const newest = undoing.changes.at(-1)?.change;
  switch (newest?.kind) {
    case 'group':
      return undoGroup(undoing, newest.group, facts);
    case 'membership':
      return undoMembership(undoing, newest, facts);
    case 'mount':
      return undoMount(undoing, facts);
    case 'pool':
      return undoPool(undoing, facts);
    case 'sysctl':
    case 'fstab':
    case 'script':
      return undoFile(undoing, facts, sha256Of);
    case undefined:
      return null;
  }
}

/** A systemd that runs has units of the old fstab. */
function withReload(steps: readonly UndoStep[], { system }: HostSnapshot): readonly UndoStep[] {
  const changesFstab = steps.some(({ kind, state }) => kind === 'fstab' && state === 'todo');
  const state: StepState = 'todo';
  return changesFstab && system.hasSystemd
    ? [...steps, { kind: 'reload', resource: 'reload', state, reason: null }]
    : steps;
}

function planOf(id: PlanId, entries: readonly PlanId[], steps: readonly UndoStep[], host: HostSnapshot): UndoPlan {
  const ordered = UNDO_ORDER.flatMap((kind) => steps.filter((step) => step.kind === kind));
  const pool = ordered.find((step) => step.kind === 'pool' && step.state === 'todo');
  return {
    id,
    entries,
    steps: ordered,
    hostReserveKiB: hostReserveKiB(host.memory.totalKiB ?? 0),
    pageKiB: pool?.kind === 'pool' ? pool.pageKiB : (host.defaultPageKiB ?? host.pools[0]?.pageKiB ?? 0),
  };
}

/** Pages of a running VM, or memory that the host needs, would be taken away. */
function refusalsFor(steps: readonly UndoStep[], host: HostSnapshot): readonly UndoRefusal[] {
  return steps.flatMap((step) => (step.state === 'todo' ? (refusalFor(step, host) ?? []) : []));
}

function refusalFor(step: UndoStep, host: HostSnapshot): UndoRefusal | null {
  if (step.kind === 'mount' && step.how === 'unmount') return inUse(host, pageSizeAt(host, step.path), 0);
  if (step.kind !== 'pool') return null;
  if (step.toPages < step.fromPages) return inUse(host, step.pageKiB, step.toPages);
  const { availableKiB, totalKiB } = host.memory;
  const leftKiB = (availableKiB ?? 0) - (step.toPages - step.fromPages) * step.pageKiB;
  const reserveKiB = hostReserveKiB(totalKiB ?? 0);
  return leftKiB >= reserveKiB
    ? null
    : { id: 'host-starved', text: message('undo.refusal.host-starved', { leftKiB: Math.max(0, leftKiB), reserveKiB }) };
}

function inUse(host: HostSnapshot, pageKiB: number, toPages: number): UndoRefusal | null {
  const pool = poolOf(host, pageKiB);
  const held = pool === undefined ? 0 : heldPages(pool);
  return held <= toPages ? null : { id: 'pages-in-use', text: message('undo.refusal.pages-in-use', { count: held }) };
}

function pageSizeAt({ directories, defaultPageKiB }: HostSnapshot, path: string): number {
  return directories.find((directory) => directory.path === path)?.pageKiB ?? defaultPageKiB ?? 0;
}
