import { bootParametersFor } from './boot-parameters';
import { groupMayWrite } from './directory-access';
import { fstabEntriesFor } from './fstab-text';
import { message } from './message';
import { directoryAt } from './mount-point';
import { SYSCTL_FILE } from './names';
import type { Note, PoolChange, Step, StepKind, StepOf } from './plan';
import type { PlanRequest } from './plan-request';
import { heldPages, pagesFor } from './sizing';
import type { HostSnapshot, Pool } from './snapshot';
import { isReadAfter, sysctlWinner } from './sysctl-text';

interface Situation {
  readonly snapshot: HostSnapshot;
  readonly request: PlanRequest;
  readonly pool: Pool;
  readonly change: PoolChange;
  readonly steps: readonly Step[];
  readonly mountPoint: string;
}

function stepOf<Kind extends StepKind>(steps: readonly Step[], kind: Kind): StepOf<Kind> | undefined {
  return steps.find((step): step is StepOf<Kind> => step.kind === kind);
}

/**
 * The login from which the VM will be started lacks the group. Under sudo these are root's groups, which tell nothing
 * of that login: only a membership that is new is certain to be missing there.
 */
function lacksGroupInLogin({ user, group }: HostSnapshot, steps: readonly Step[]): boolean {
  if (user.isRoot) return stepOf(steps, 'membership')?.state === 'todo';
  return group.gid === null || !user.activeGids.includes(group.gid);
}

function personNotes({ snapshot, steps }: Situation): readonly Note[] {
  const { user, group, prompt } = snapshot;
  const notes: Note[] = [];
  if (user.uid === 0) {
    notes.push({ id: 'runs-as-root', severity: 'hint', text: message('note.runs-as-root') });
  } else if (lacksGroupInLogin(snapshot, steps)) {
    notes.push({ id: 'login-again', severity: 'hint', text: message('note.login-again', { group: group.name }) });
  }
  if (!user.isRoot && !prompt.isAdministrator) {
    notes.push({ id: 'not-an-administrator', severity: 'hint', text: message('note.not-an-administrator') });
  }
  return notes;
}

function poolNotes({ snapshot, request, pool, change }: Situation): readonly Note[] {
  const { guestKiB, sizing } = request;
  const { pageKiB, heldByOthersPages, fromPages, toPages } = change;
  const notes: Note[] = [];
  if (heldByOthersPages > 0) {
    const heldKiB = heldByOthersPages * pageKiB;
    const text = message('note.others-hold-pages', { count: heldByOthersPages, heldKiB });
    notes.push({ id: 'others-hold-pages', severity: 'hint', text });
  }
  const sparePages = toPages - heldByOthersPages - change.neededPages;
  if (!request.givesBack && toPages === fromPages && sparePages > 0) {
    const text = message('note.keeps-larger-pool', { count: sparePages, spareKiB: sparePages * pageKiB });
    notes.push({ id: 'keeps-larger-pool', severity: 'hint', text });
  }
  if (request.givesBack && toPages === heldPages(pool) && sparePages > 0) {
    const text = message('note.cannot-shrink-below-use', { pages: toPages });
    notes.push({ id: 'cannot-shrink-below-use', severity: 'hint', text });
  }
  const wholeKiB = pagesFor(guestKiB, pageKiB) * pageKiB;
  if (wholeKiB !== guestKiB && sizing.kind !== 'pages') {
    const text = message('note.rounded-up-to-page', { guestKiB, wholeKiB, pageKiB });
    notes.push({ id: 'rounded-up-to-page', severity: 'hint', text });
  }
  if (toPages > fromPages) {
    notes.push({ id: 'may-come-short', severity: 'hint', text: message('note.may-come-short') });
  }
  const { mode } = snapshot.transparent;
  if (mode === 'always' || mode === 'madvise') {
    const text = message('note.transparent-pages-serve', { mode });
    notes.push({ id: 'transparent-pages-serve', severity: 'hint', text });
  }
  return notes;
}

function mountNotes({ snapshot, steps, mountPoint }: Situation): readonly Note[] {
  const mount = stepOf(steps, 'mount');
  const directory = directoryAt(snapshot, mountPoint);
  const notes: Note[] = [];
  if (mount?.state === 'todo' && directory.isHugetlbfs) {
    const { gid } = directory;
    // Somebody gave this directory to another group on purpose: say that it will change hands.
    if (gid !== null && gid !== 0 && gid !== snapshot.group.gid && groupMayWrite(directory, gid)) {
      const text = message('note.directory-has-other-group', { path: mountPoint, gid, group: mount.group });
      notes.push({ id: 'directory-has-other-group', severity: 'warning', text });
    }
  }
  if (mount?.state === 'todo' && mount.how === 'mount' && snapshot.system.hasLibvirt) {
    notes.push({ id: 'libvirt-restart', severity: 'hint', text: message('note.libvirt-restart') });
  }
  const stacked = snapshot.mounts.filter((entry) => entry.mountPoint === mountPoint).length;
  if (stacked > 1) {
    const text = message('note.stacked-mounts', { path: mountPoint, count: stacked });
    notes.push({ id: 'stacked-mounts', severity: 'warning', text });
  }
  return notes;
}

function fstabNotes({ snapshot, request, steps, mountPoint }: Situation): readonly Note[] {
  const fstab = stepOf(steps, 'fstab');
  const own = fstabEntriesFor(snapshot.fstab.text, mountPoint).find(({ isOurs }) => !isOurs);
  if (own === undefined || fstab === undefined) return [];
  const place = { file: fstab.file, line: own.line, ours: fstab.line };
  if (!own.options.includes('nofail')) {
    const text = message('note.own-fstab-line-boot-risk', place);
    return [{ id: 'own-fstab-line-boot-risk', severity: 'warning', text }];
  }
  if (!request.isPersistent) return [];
  return [{ id: 'own-fstab-line', severity: 'hint', text: message('note.own-fstab-line', place) }];
}

function bootNotes({ snapshot, request, change, steps }: Situation): readonly Note[] {
  if (!request.isPersistent) {
    return [{ id: 'not-persisted', severity: 'hint', text: message('note.not-persisted') }];
  }
  if (stepOf(steps, 'sysctl')?.state === 'left-out') {
    const text = message('note.not-persistable', { pageKiB: change.pageKiB, parameters: bootParametersFor(change) });
    return [{ id: 'not-persistable', severity: 'warning', text }];
  }
  // What beats our file at boot.
  const winner = sysctlWinner(snapshot.sysctl.filter(({ file }) => isReadAfter(file, SYSCTL_FILE)));
  if (winner === null || winner.pages === change.toPages) return [];
  const text = message('note.later-sysctl-wins', {
    file: winner.file,
    line: winner.line,
    theirPages: winner.pages,
    ourPages: change.toPages,
  });
  return [{ id: 'later-sysctl-wins', severity: 'warning', text }];
}

/** What to know before the click. Hints inform; warnings name a catch that the plan does not mend by itself. */
export function planNotes(situation: Situation): readonly Note[] {
  const notes = [
    ...poolNotes(situation),
    ...mountNotes(situation),
    ...fstabNotes(situation),
    ...bootNotes(situation),
    ...personNotes(situation),
  ];
  if (situation.steps.some(({ state }) => state === 'todo')) return notes;
  const nothingToDo: Note = { id: 'nothing-to-do', severity: 'hint', text: message('note.nothing-to-do') };
  // Nobody will be asked for a password.
  return [nothingToDo, ...notes.filter(({ id }) => id !== 'not-an-administrator')];
}
