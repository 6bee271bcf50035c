import { message, type Message } from '../message';
import type { PatchOutcome, RevertOutcome, ScriptBacking, ScriptFault, StartFault, Treatment } from './reading';

/** What happened, and what to do next. */
export interface ScriptWords {
  readonly title: Message;
  readonly next: Message;
}

type PlainFault =
  | 'unknown-script'
  | 'missing'
  | 'not-a-file'
  | 'unreadable'
  | 'empty'
  | 'binary'
  | 'quickemu'
  | 'no-start'
  | 'changed'
  | 'several-links'
  | 'read-only-file-system'
  | 'root-only';

function plainFault(id: PlainFault): ScriptWords {
  return { title: message(`script-fault.${id}.title`), next: message(`script-fault.${id}.next`) };
}

/** Why a script is left alone, and what to do next. What `byHandOf` gives is to be shown with it. */
export function faultWords(fault: ScriptFault): ScriptWords {
  switch (fault.id) {
    case 'unknown-script':
    case 'missing':
    case 'root-only':
    case 'not-a-file':
    case 'unreadable':
    case 'empty':
    case 'binary':
    case 'quickemu':
    case 'no-start':
    case 'changed':
    case 'several-links':
    case 'read-only-file-system':
      return plainFault(fault.id);
    case 'too-large': {
      const sizeKiB = Math.ceil(fault.bytes / 1_024);
      return {
        title: message('script-fault.too-large.title', { sizeKiB }),
        next: message('script-fault.too-large.next'),
      };
    }
    case 'other-language':
      return {
        title: message('script-fault.other-language.title', { language: fault.language }),
        next: message('script-fault.other-language.next'),
      };
    case 'not-understood':
      return {
        title: message('script-fault.not-understood.title', { line: fault.line }),
        next: message('script-fault.not-understood.next'),
      };
    case 'syntax-error':
      return {
        title: syntaxErrorTitle(fault.shell, fault.line),
        next: message('script-fault.syntax-error.next', { detail: fault.detail }),
      };
    case 'no-shell':
      return {
        title: message('script-fault.no-shell.title', { shell: fault.shell }),
        next: message('script-fault.no-shell.next'),
      };
    case 'folder-not-writable':
    case 'unsafe-folder':
      return {
        title: message(`script-fault.${fault.id}.title`, { folder: fault.folder }),
        next: message(`script-fault.${fault.id}.next`),
      };
    case 'cannot-keep-attributes':
    case 'cannot-write':
    case 'no-backup':
    case 'result-refused':
      return {
        title: message(`script-fault.${fault.id}.title`),
        next: message(`script-fault.${fault.id}.next`, { detail: fault.detail }),
      };
  }
}

function syntaxErrorTitle(shell: string, line: number | null): Message {
  if (line === null) return message('script-fault.syntax-error.title', { shell });
  return message('script-fault.syntax-error.title-line', { shell, line });
}

/** The line that a person can add where the program does not; null where that would not help. */
export function byHandOf(fault: ScriptFault): string | null {
  return 'byHand' in fault ? fault.byHand : null;
}

/** Where the script gets the VM's memory from now: "the folder /dev/hugepages (-mem-path)". */
export function backingWords(backing: ScriptBacking): Message {
  switch (backing.kind) {
    case 'ordinary':
      return message('script.backing.ordinary');
    case 'mem-path':
      return backing.path === null
        ? message('script.backing.mem-path-unknown')
        : message('script.backing.mem-path', { path: backing.path });
    case 'object': {
      const { type, path } = backing;
      return path === null
        ? message('script.backing.object', { type })
        : message('script.backing.object-path', { type, path });
    }
    case 'unknown':
      return message('script.backing.unknown');
  }
}

/** What the patch does with a start, in two or three words. */
export function treatmentWords({ kind }: Treatment): Message {
  return message(`script.treatment.${kind}`);
}

/** How patching a script ended. */
export function patchOutcomeWords(outcome: PatchOutcome): ScriptWords {
  return outcome.kind === 'refused' ? faultWords(outcome.fault) : endWords(outcome.kind);
}

/** How taking a patch back ended. What to do about a conflict stands in its parts. */
export function revertOutcomeWords(outcome: RevertOutcome): ScriptWords {
  switch (outcome.kind) {
    case 'reverted':
      return endWords(outcome.how);
    case 'not-patched':
    case 'conflict':
      return endWords(outcome.kind);
    case 'refused':
      return faultWords(outcome.fault);
  }
}

type End = Exclude<PatchOutcome['kind'] | RevertOutcome['kind'], 'refused' | 'reverted'> | 'whole' | 'lifted';

function endWords(end: End): ScriptWords {
  return { title: message(`script-outcome.${end}.title`), next: message(`script-outcome.${end}.next`) };
}

/** Why the VM was not started. */
export function startFaultWords(fault: StartFault): ScriptWords {
  switch (fault.id) {
    case 'unknown-script':
    case 'missing':
      return plainFault(fault.id);
    case 'cannot-run':
      return {
        title: message('start-fault.cannot-run.title'),
        next: message('start-fault.cannot-run.next', { detail: fault.detail }),
      };
    case 'no-group':
      return {
        title: message('start-fault.no-group.title', { group: fault.group }),
        next: message('start-fault.no-group.next'),
      };
  }
}

/** How a script that started a VM ended; 126 and 127 are the shell's own (POSIX, 2.8.2). */
export function exitWords(exitCode: number): ScriptWords {
  switch (exitCode) {
    case 0:
      return { title: message('start-exit.zero.title'), next: message('start-exit.zero.next') };
    case -1:
      return { title: message('start-exit.signal.title'), next: message('start-exit.signal.next') };
    case 126:
      return { title: message('start-exit.not-executable.title'), next: message('start-exit.not-executable.next') };
    case 127:
      return { title: message('start-exit.not-found.title'), next: message('start-exit.not-found.next') };
    default:
      return { title: message('start-exit.code.title', { code: exitCode }), next: message('start-exit.code.next') };
  }
}
