import { message, type Message } from '../message';
import type { EntryState } from './history';
import type { Now } from './history-now';
import type { OutsideChange } from './changed-outside';
import type { Change } from './journal';

/** What a plan changed, in one line. */
export function changeWords(change: Change): Message {
  switch (change.kind) {
    case 'group':
      return message('history.change.group', { group: change.group });
    case 'membership':
      return message('history.change.membership', { user: change.user, group: change.group });
    case 'mount':
      return change.how === 'mounted'
        ? message('history.change.mounted', { path: change.path })
        : message('history.change.adjusted', { path: change.path, old: change.old, new: change.new });
    case 'pool': {
      const { fromPages, gotPages, pageKiB, toPages } = change;
      return message('history.change.pool', { pageKiB, from: fromPages, to: gotPages ?? toPages });
    }
    case 'sysctl':
    case 'fstab':
    case 'script':
      return change.copy === null
        ? message('history.change.file-made', { file: change.file })
        : message('history.change.file', { file: change.file });
  }
}

/** What is so now of a change. */
export function nowWords({ pages, state }: Now): Message {
  return pages === null || state === 'gone' || state === 'unknown'
    ? message(`history.now.${state}`)
    : message(`history.now-pool.${state}`, { now: pages });
}

/** What has become of a plan; `undone` names the plans that it undid. */
export function stateWords(state: EntryState, undone: string): Message {
  return state === 'undo' || state === 'undo-cut-off'
    ? message(`history.state.${state}`, { undone })
    : message(`history.state.${state}`);
}

/** A pool that was changed outside the program: what it is, and what to do about it. */
export function outsideWords({ nowPages, pageKiB, setPages }: OutsideChange): Message {
  return message('history.outside.pool', { pageKiB, set: setPages, now: nowPages });
}
