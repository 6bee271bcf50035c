import { message, type Message } from './message';
import { helpWords, shortfallWords } from './shortfall';
import type { Elevation, FailureReason, Outcome, RunFailure, RunReport } from './outcome';

export interface OutcomeWords {
  readonly title: Message;
  /** What to do next, or why it is so. */
  readonly next: Message;
  /** Ways on from there, one beside the other. */
  readonly helps?: readonly Message[];
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
  'too-few-pages': ({ detail }) => message('failure.too-few-pages', { detail }),
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
  'file-changed': ({ detail }) => message('failure.file-changed', { detail }),
  'script-changed': ({ detail }) => message('failure.script-changed', { detail }),
};

type ScriptReason = Extract<FailureReason, 'unsafe-folder' | 'file-is-symlink' | 'file-not-writable'>;

function isScriptReason(reason: FailureReason): reason is ScriptReason {
  return ['unsafe-folder', 'file-is-symlink', 'file-not-writable'].includes(reason);
}

/** About a script of the person's other things are to be done than about a file of the system. */
function failureNext(failure: RunFailure): Message {
  const { detail, reason, step } = failure;
  if (step === 'script' && isScriptReason(reason)) return message(`failure.script.${reason}`, { detail });
  return FAILURE_NEXT[reason](failure);
}

function appliedNext({ steps }: RunReport, needsLogin: boolean): Message {
  if (steps.some(({ kind }) => kind === 'script')) {
    return needsLogin ? message('outcome.applied.next-script-login') : message('outcome.applied.next-script');
  }
  return needsLogin ? message('outcome.applied.next-login') : message('outcome.applied.next');
}

/** How an apply ended, and what to do next. */
export function outcomeWords(outcome: Outcome): OutcomeWords {
  switch (outcome.kind) {
    case 'applied':
      return {
        title: message('outcome.applied.title'),
        next: appliedNext(outcome.report, outcome.needsLogin),
      };
    case 'short': {
      const { gotPages, askedPages, needsLogin, shortfall } = outcome;
      return {
        title: message('outcome.short.title', { got: gotPages, asked: askedPages }),
        next: shortfallWords(shortfall),
        helps: [...shortfall.helps.map(helpWords), ...(needsLogin ? [message('outcome.help.login')] : [])],
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
      const { failure } = outcome.report;
      const next = failure === null ? message('outcome.half-undone.next') : failureNext(failure);
      return { title: failedTitle(outcome.report), next };
    }
  }
}

/** The script is looked at before anything is changed; if it does not pass, no step has begun. */
function isScriptCheck(reason: FailureReason | undefined): boolean {
  return reason === 'script-changed' || reason === 'unsafe-folder' || reason === 'file-is-symlink';
}

function failedTitle({ failure, steps }: RunReport): Message {
  const begun = isScriptCheck(failure?.reason) ? steps.filter(({ kind }) => kind !== 'script') : steps;
  if (begun.length === 0) return message('outcome.nothing-done.title');
  if (steps.some(({ progress }) => progress === 'undo-failed')) return message('outcome.half-undone.title');
  const isKept = steps.some(({ progress }) => progress === 'done');
  return isKept ? message('outcome.kept.title') : message('outcome.failed.title');
}
