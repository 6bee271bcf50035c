import { isPlanId, isUsableMountPoint, isUsableName, JOURNAL_FOLDER } from '../names';
import {
  ASK_FOR,
  CHECKS,
  FOLDERS,
  FSTAB_CHECK,
  IS_HUGE,
  LIBRARY_TOOLS,
  PREAMBLE,
  PUT_BACK,
  REPORTING,
} from '../root-library';
import { isUsableScriptPath, SCRIPT_CHECK } from '../root-step-script';
import { shellQuote } from '../shell-quote';
import { isEtcFile } from './undo-file';
import {
  DELETE_GROUP,
  LEAVE_GROUP,
  RELOAD_AGAIN,
  RESTORE_FILE,
  RESTORE_MOUNT,
  RESTORE_POOL,
  USE_POOL,
} from './undo-library';
import type { KeptCopy, UndoPlan, UndoStep } from './undo-plan';

/** The calls of one step in the root text. */
interface StepCalls {
  /** Before anything is changed; null where there is nothing to look at. */
  readonly check: string | null;
  readonly act: string;
  readonly takeBack: string;
}

const FILE_TOOLS = ['cmp', 'cp', 'grep', 'head', 'mv', 'rmdir', 'tail'];

const PARTS: Readonly<
  Record<UndoStep['kind'], { readonly parts: readonly string[]; readonly tools: readonly string[] }>
> = {
  script: { parts: [PUT_BACK, RESTORE_FILE, SCRIPT_CHECK], tools: FILE_TOOLS },
  fstab: { parts: [PUT_BACK, RESTORE_FILE, FSTAB_CHECK], tools: [...FILE_TOOLS, 'findmnt', 'timeout'] },
  reload: { parts: [RELOAD_AGAIN], tools: ['systemctl'] },
  sysctl: { parts: [PUT_BACK, RESTORE_FILE, FSTAB_CHECK], tools: [...FILE_TOOLS, 'findmnt', 'timeout'] },
  pool: { parts: [ASK_FOR, RESTORE_POOL], tools: ['sleep', 'timeout'] },
  mount: { parts: [IS_HUGE, RESTORE_MOUNT], tools: ['chmod', 'chown', 'mount', 'rmdir', 'umount'] },
  membership: { parts: [LEAVE_GROUP], tools: ['getent', 'gpasswd', 'grep'] },
  group: { parts: [DELETE_GROUP], tools: ['getent', 'groupadd', 'groupdel'] },
};

/**
 * The one text that runs as root for this undo: POSIX sh, the same bytes for the same plan, and exactly what is shown.
 * Reports and exit codes are those of `renderRootScript`; when a step fails, those before it are made undone again.
 */
export function renderUndoScript(plan: UndoPlan): string {
  const steps = plan.steps.filter(({ state }) => state === 'todo');
  assertSafe(plan, steps);
  const needs = steps.map(({ kind }) => PARTS[kind]);
  const tools = [...new Set([...LIBRARY_TOOLS, ...needs.flatMap((need) => need.tools)])];
  const pool = steps.find((step) => step.kind === 'pool');
  const [from, to] = pool?.kind === 'pool' ? [pool.fromPages, pool.toPages] : [0, 0];
  const calls = steps.map((step, index) => ({ name: `${step.kind}_${String(index + 1)}`, ...callsOf(step) }));
  const folders = steps.flatMap((step) => ('madeFolder' in step && step.madeFolder !== null ? [step.madeFolder] : []));
  const undoes = plan.entries.map((id) => `"${id}"`).join(',');
  return `${[
    `# Hugepages Guide: everything that runs as root to undo ${plan.entries.join(' ')}.
# Each step: as it was already? keep what is there now, put back what was, read it back.`,
    PREAMBLE,
    `plan=${shellQuote(plan.id)} undoes=${shellQuote(undoes)}
page_kib=${String(plan.pageKiB)} from_pages=${String(from)} to_pages=${String(to)}
reserve_kib=${String(plan.hostReserveKiB)} on_failure=undo${pool === undefined ? '' : " may_drop=''"}
tools=${shellQuote(tools.sort().join(' '))}`,
    REPORTING,
    FOLDERS,
    CHECKS,
    USE_POOL,
    ...new Set(needs.flatMap(({ parts }) => parts)),
    ...calls.map(
      ({ name, act, takeBack }) => `step_${name}() {\n  begin ${name}\n${act}\n}\nundo_${name}() {\n${takeBack}\n}`,
    ),
    `main() {
  cd /
  check_tools
  take_lock
${calls.flatMap(({ check }) => check ?? []).join('\n')}
  open_journal
${calls.map(({ name }) => `  step_${name}`).join('\n')}
${folders.map((folder) => `  rmdir -- ${shellQuote(folder)} 2>/dev/null`).join('\n')}
  end=applied
  ${pool === undefined ? ':' : '[ -z "$is_short" ] || end=short'}
  keep "\\"end\\":\\"$end\\""
  report "{\\"line\\":\\"end\\",\\"end\\":\\"$end\\"}"
}
# Nothing above has run yet: a text that arrives cut off does nothing.
main </dev/null`,
  ]
    .join('\n\n')
    .replaceAll(/\n{3,}/g, '\n\n')}\n`;
}

function callsOf(step: UndoStep): StepCalls {
  const named = `  keep ${shellQuote(`"resource":${JSON.stringify(step.resource)}`)}\n`;
  const calls = callsFor(step);
  return { ...calls, act: named + calls.act };
}

function callsFor(step: UndoStep): StepCalls {
  switch (step.kind) {
    case 'script':
    case 'fstab':
    case 'sysctl':
      return fileCalls(step);
    case 'reload':
      return { check: null, act: '  reload_now', takeBack: '  true' };
    case 'pool': {
      const use = `  use_pool ${String(step.pageKiB)} ${String(step.fromPages)} ${String(step.toPages)}`;
      return { check: `${use}\n  check_machine`, act: `${use}\n  restore_pool`, takeBack: `${use}\n  unrestore_pool` };
    }
    case 'mount':
      return mountCalls(step);
    case 'membership': {
      const who = `  group=${shellQuote(step.group)} user=${shellQuote(step.user)}`;
      return { check: null, act: `${who}\n  leave_group`, takeBack: `${who}\n  rejoin_group` };
    }
    case 'group': {
      const which = `  group=${shellQuote(step.group)}`;
      return { check: null, act: `${which}\n  delete_group`, takeBack: `${which}\n  remake_group` };
    }
  }
}

function fileCalls(step: Extract<UndoStep, { kind: 'script' | 'fstab' | 'sysctl' }>): StepCalls {
  const file = shellQuote(step.file);
  const sums = `${shellQuote(step.nowSha256 ?? '')} ${shellQuote(step.thenSha256 ?? '')}`;
  const put = `  unrestore_file ${file} "$undoing"`;
  // The file is back; a systemd that does not listen reads it at the next boot.
  const takeBack =
    step.kind === 'fstab' ? `${put} || return\n  [ -z "\${reloaded:-}" ] || systemctl daemon-reload || true` : put;
  if (step.how === 'take-out') {
    const [offset, removed] = [String(step.offsetBytes), String(step.removedBytes)];
    const act = `  exchange ${file} ${sums} ${offset} ${removed} ${shellQuote(step.text)}`;
    return { check: `  check_file ${file} ${sums}`, act, takeBack };
  }
  const act = `  restore_file ${file} ${sums} ${shellQuote(step.copy === null ? '' : pathOf(step.copy))}`;
  if (step.kind !== 'script') return { check: `  check_file ${file} ${sums}`, act, takeBack };
  const look = `  script=${file} script_old_sum=${shellQuote(step.nowSha256 ?? '')} script_new_sum=${shellQuote(step.thenSha256 ?? '')}`;
  return { check: `${look}\n  check_script`, act, takeBack };
}

function pathOf({ entry, name }: KeptCopy): string {
  return `${JOURNAL_FOLDER}/${entry}/${name}`;
}

function mountCalls(step: Extract<UndoStep, { kind: 'mount' }>): StepCalls {
  const path = shellQuote(step.path);
  if (step.how === 'give-back') {
    const [now, then] = [shellQuote(step.now), shellQuote(step.then)];
    return { check: null, act: `  give_back ${path} ${now} ${then}`, takeBack: `  take_again ${path} ${now}` };
  }
  const removes = shellQuote(step.removesFolder ? '1' : '');
  return {
    check: null,
    act: `  take_mount ${path} ${removes}`,
    takeBack: `  remount ${path} ${shellQuote(step.options)}`,
  };
}

/** A bug if it ever throws: the journal is read strictly, and `makeUndo` lets nothing else through. */
function assertSafe(plan: UndoPlan, steps: readonly UndoStep[]): void {
  const areSafe = steps.every((step) => {
    switch (step.kind) {
      case 'script':
        return isUsableScriptPath(step.file) && areSums(step) && isUsableFileStep(step);
      case 'fstab':
      case 'sysctl':
        return isEtcFile(step.file) && areSums(step) && isUsableFileStep(step);
      case 'pool':
        return [step.pageKiB, step.fromPages, step.toPages, step.toPages * step.pageKiB].every(isCount);
      case 'mount':
        return isUsableMountPoint(step.path) && isUsableMountStep(step);
      case 'membership':
        return isUsableName(step.group) && isUsableName(step.user);
      case 'group':
        return isUsableName(step.group);
      case 'reload':
        return true;
    }
  });
  const areIdsSafe = [plan.id, ...plan.entries].every(isPlanId);
  if (!areSafe || !areIdsSafe || ![plan.hostReserveKiB, plan.pageKiB].every(isCount)) {
    throw new Error('an undo with values that cannot stand in root text');
  }
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0;
}

function areSums({ nowSha256, thenSha256 }: { nowSha256: string | null; thenSha256: string | null }): boolean {
  return [nowSha256, thenSha256].every((sum) => sum === null || /^[0-9a-f]{64}$/.test(sum));
}

function isUsableFileStep(step: Extract<UndoStep, { kind: 'fstab' | 'sysctl' | 'script' }>): boolean {
  if (step.how === 'take-out') {
    return [step.offsetBytes, step.removedBytes].every(isCount) && /^[\x20-\x7e\n]*$/.test(step.text);
  }
  const isFolderOurs = step.madeFolder === null || step.file.startsWith(`${step.madeFolder}/`);
  return isFolderOurs && (step.copy === null || isPlanId(step.copy.entry));
}

function isUsableMountStep(step: Extract<UndoStep, { kind: 'mount' }>): boolean {
  if (step.how === 'unmount') return /^[\w=,.@-]+$/.test(step.options);
  return [step.now, step.then].every((owner) => /^\d+:\d+ [0-7]{1,4}$/.test(owner));
}
