import { message, type Message } from '../message';
import { outcomeWords, type OutcomeWords } from '../outcome-words';
import type { UndoCheck, UndoOutcome } from './judge-undo';
import type { UndoStep } from './undo-plan';

/** What a step of an undo does, in one line. */
export function undoTitle(step: UndoStep): Message {
  switch (step.kind) {
    case 'script':
    case 'fstab':
    case 'sysctl': {
      const { file } = step;
      if (step.how === 'take-out') return message('undo.file.title-take-out', { file });
      if (step.copy === null) return message('undo.file.title-remove', { file });
      return message(`undo.${step.kind}.title`, { file });
    }
    case 'reload':
      return message('undo.reload.title');
    case 'pool':
      return message('undo.pool.title', { pageKiB: step.pageKiB, from: step.fromPages, to: step.toPages });
    case 'mount':
      return step.how === 'unmount'
        ? message('undo.mount.title', { path: step.path })
        : message('undo.mount.title-give-back', { path: step.path });
    case 'membership':
      return message('undo.membership.title', { user: step.user, group: step.group });
    case 'group':
      return message('undo.group.title', { group: step.group });
  }
}

/** Why it stays as it is, or how exact it will be; null where the title says all. */
export function undoReason(step: UndoStep): Message | null {
  if (step.reason !== null || !('file' in step) || step.state !== 'todo') return step.reason;
  if (step.how === 'take-out') return message('undo.file.reason-take-out');
  return step.copy === null ? null : message('undo.file.reason');
}

/** One point of the comparison with the machine as it was. */
export function checkWords({ step, nowPages }: UndoCheck): Message {
  switch (step.kind) {
    case 'script':
    case 'fstab':
    case 'sysctl':
      return step.thenSha256 === null
        ? message('undo.check.no-file', { file: step.file })
        : message('undo.check.file', { file: step.file });
    case 'pool':
      return message('undo.check.pool', { pageKiB: step.pageKiB, to: step.toPages, now: nowPages ?? 0 });
    case 'mount':
      return step.how === 'unmount'
        ? message('undo.check.mount', { path: step.path })
        : message('undo.check.owner', { path: step.path, then: step.then });
    case 'membership':
      return message('undo.check.membership', { user: step.user, group: step.group });
    case 'group':
      return message('undo.check.group', { group: step.group });
  }
}

/** How an undo ended, and what to do next. */
export function undoOutcomeWords(outcome: UndoOutcome): OutcomeWords {
  switch (outcome.kind) {
    case 'undone':
    case 'partly':
    case 'short':
    case 'differs':
      return {
        title: message(`undo.outcome.${outcome.kind}.title`),
        next: message(`undo.outcome.${outcome.kind}.next`),
      };
    case 'unknown-plan':
      return { title: message('undo.outcome.unknown.title'), next: message('undo.outcome.unknown.next') };
    case 'busy':
      return { title: message('outcome.busy.title'), next: message('undo.outcome.busy.next') };
    case 'not-elevated':
      return outcome.elevation.kind === 'declined'
        ? { title: message('outcome.declined.title'), next: message('undo.outcome.declined.next') }
        : outcomeWords(outcome);
    case 'failed':
    case 'no-report':
      return outcomeWords(outcome);
  }
}
