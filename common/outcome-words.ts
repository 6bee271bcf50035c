import { message, type Message } from './message';
import type { Elevation, FailureReason, Outcome, RunFailure, StepReport } from './outcome';

export interface OutcomeWords {
  readonly title: Message;
  /** What to do next. */
  readonly next: Message;
}

function elevationWords(elevation: Exclude<Elevation, { kind: 'granted' }>): OutcomeWords {
  const { kind } = elevation;
  if (kind === 'failed') {
    const detail = elevation.detail === '' ? '–' : elevation.detail;
    return {
      title: message('outcome.elevation-failed.title'),
      next: message('outcome.elevation-failed.next', { detail }),
    };
  }
  return { title: message(`outcome.${kind}.title`), next: message(`outcome.${kind}.next`) };
}

const FAILURE_NEXT: Record<FailureReason, (failure: RunFailure) => Message> = {
  'pool-changed': () => message('failure.pool-changed'),
  'host-starved': () => message('failure.host-starved'),
  'unsafe-folder': ({ detail }) => message('failure.unsafe-folder', { detail }),
  'already-run': () => message('failure.already-run'),
  'no-journal': ({ detail }) => message('failure.no-journal', { detail }),
  'command-failed': ({ detail }) => message('failure.command-failed', { detail }),
  'not-effective': ({ detail }) => message('failure.not-effective', { detail }),
  'file-not-writable': ({ detail }) => message('failure.file-not-writable', { detail }),
  'file-is-symlink': ({ detail }) => message('failure.file-is-symlink', { detail }),
  'fstab-invalid': ({ detail }) => message('failure.fstab-invalid', { detail }),
  'tool-missing': ({ detail }) => message('failure.tool-missing', { detail }),
};

/** How an apply ended, and what to do next. */
export function outcomeWords(outcome: Outcome): OutcomeWords {
  switch (outcome.kind) {
    case 'applied':
      return {
        title: message('outcome.applied.title'),
        next: outcome.needsLogin ? message('outcome.applied.next-login') : message('outcome.applied.next'),
      };
    case 'short': {
      const { gotPages, askedPages, needsLogin } = outcome;
      return {
        title: message('outcome.short.title', { got: gotPages, asked: askedPages }),
        next: needsLogin ? message('outcome.short.next-login') : message('outcome.short.next'),
      };
    }
    case 'busy':
      return { title: message('outcome.busy.title'), next: message('outcome.busy.next') };
    case 'unknown-plan':
      return { title: message('outcome.unknown-plan.title'), next: message('outcome.unknown-plan.next') };
    case 'not-elevated':
      return elevationWords(outcome.elevation);
    case 'no-report': {
      const detail = outcome.stderr.trim() === '' ? String(outcome.exitCode) : outcome.stderr.trim();
      return { title: message('outcome.no-report.title'), next: message('outcome.no-report.next', { detail }) };
    }
    case 'failed': {
      const { failure, steps } = outcome.report;
      const next = failure === null ? message('outcome.half-undone.next') : FAILURE_NEXT[failure.reason](failure);
      return { title: failedTitle(steps), next };
    }
  }
}

function failedTitle(steps: readonly StepReport[]): Message {
  if (steps.length === 0) return message('outcome.nothing-done.title');
  const isWhole = !steps.some(({ progress }) => progress === 'undo-failed');
  return isWhole ? message('outcome.failed.title') : message('outcome.half-undone.title');
}
