import { directoryAt } from '../mount-point';
import { message, type Message } from '../message';
import { pageSizeOption } from '../page-size';
import { poolOf } from '../sizing';
import type { Undoing } from './changes-left';
import type { Change } from './journal';
import type { UndoFacts } from './undo-facts';
import type { UndoStep, UndoTarget } from './undo-plan';

type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

function step(resource: string, target: UndoTarget, state: UndoStep['state'], reason: Message | null = null): UndoStep {
  return { ...target, resource, state, reason };
}

function changesOf<Kind extends Change['kind']>({ changes }: Undoing, kind: Kind): readonly ChangeOf<Kind>[] {
  return changes.map(({ change }) => change).filter((change): change is ChangeOf<Kind> => change.kind === kind);
}

/** A group that we made goes again, unless somebody else has come to rely on it since. */
export function undoGroup({ resource }: Undoing, group: string, facts: UndoFacts): UndoStep {
  const target = { kind: 'group', group } as const;
  const { gid, members } = facts.host.group;
  if (gid === null) return step(resource, target, 'already');
  const ours = new Set(
    facts.entries.flatMap(({ changes }) =>
      changes.flatMap((change) => (change.kind === 'membership' ? [change.user] : [])),
    ),
  );
  const others = [...members.filter((name) => !ours.has(name)), ...facts.accountsInGroup];
  if (others.length > 0) {
    return step(resource, target, 'left-out', message('undo.reason.group-used', { group, users: others.join(', ') }));
  }
  return facts.kvmDeviceGid === gid
    ? step(resource, target, 'left-out', message('undo.reason.group-device', { group }))
    : step(resource, target, 'todo');
}

export function undoMembership(
  { resource }: Undoing,
  { group, user }: ChangeOf<'membership'>,
  { host }: UndoFacts,
): UndoStep {
  const target = { kind: 'membership', group, user } as const;
  return step(resource, target, host.group.members.includes(user) ? 'todo' : 'already');
}

/** The options of a mount of ours, to make it again where a later step fails. */
function mountOptions(group: string, pageKiB: number | null): string {
  const size = pageKiB === null ? '' : `,pagesize=${pageSizeOption(pageKiB)}`;
  return `mode=01770,gid=${group},nosuid,nodev${size}`;
}

/** A mount of ours goes; one that was there before gets its owner and mode back. */
export function undoMount(undoing: Undoing, { host, owners }: UndoFacts): UndoStep | null {
  const [first] = changesOf(undoing, 'mount');
  if (first === undefined) return null;
  const { path } = first;
  const { isHugetlbfs, kind, pageKiB } = directoryAt(host, path);
  if (first.how === 'mounted') {
    const options = mountOptions(host.group.name, pageKiB === host.defaultPageKiB ? null : pageKiB);
    const target = { kind: 'mount', how: 'unmount', path, removesFolder: first.madeFolder, options } as const;
    const hasFolder = first.madeFolder && kind === 'directory';
    return step(undoing.resource, target, isHugetlbfs || hasFolder ? 'todo' : 'already');
  }
  const now = owners.get(path) ?? '';
  const target = { kind: 'mount', how: 'give-back', path, now, then: first.old } as const;
  if (!isHugetlbfs || now === first.old) return step(undoing.resource, target, 'already');
  const isOurs = changesOf(undoing, 'mount').some((change) => change.how === 'adjusted' && change.new === now);
  return isOurs
    ? step(undoing.resource, target, 'todo')
    : step(undoing.resource, target, 'left-out', message('undo.reason.mount-changed', { path, now }));
}

/** The pool gets its old size back, unless somebody has set another one since. */
export function undoPool(undoing: Undoing, facts: UndoFacts): UndoStep | null {
  const changes = changesOf(undoing, 'pool');
  const [first] = changes;
  const last = changes.at(-1);
  if (first === undefined || last === undefined) return null;
  const { pageKiB, fromPages: toPages } = first;
  const fromPages = poolOf(facts.host, pageKiB)?.persistentPages ?? 0;
  const target = { kind: 'pool', pageKiB, fromPages, toPages } as const;
  if (fromPages === toPages) return step(undoing.resource, target, 'already');
  return isOurPool(undoing, last, fromPages, facts)
    ? step(undoing.resource, target, 'todo')
    : step(
        undoing.resource,
        target,
        'left-out',
        message('undo.reason.pool-changed', { now: fromPages, set: last.toPages }),
      );
}

/** As we left it, or as a restart since has left it: the boot gives what sysctl.d asks for, or less. */
function isOurPool({ changes }: Undoing, last: ChangeOf<'pool'>, nowPages: number, facts: UndoFacts): boolean {
  // A run that was killed while the pool grew did not get to write down how far it came.
  const isKilled = last.gotPages === null;
  const [lowest, highest] = [Math.min(last.fromPages, last.toPages), Math.max(last.fromPages, last.toPages)];
  if (isKilled && nowPages >= lowest && nowPages <= highest) return true;
  if (nowPages === last.gotPages || nowPages === last.toPages) return true;
  const entry = facts.entries.find(({ id }) => id === changes.at(-1)?.entry);
  const isBootedSince = entry !== undefined && entry.boot !== null && entry.boot !== facts.boot;
  return isBootedSince && nowPages < last.toPages;
}
