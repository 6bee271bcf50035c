import { FSTAB_FILE, isPlanId, isUsableMountPoint, isUsableName, SYSCTL_FILE } from './names';
import { STEP_ORDER, type Plan, type Step } from './plan';
import type { RunWishes } from './plan-request';
import {
  CHECKS,
  FILE_EDITING,
  FOLDERS,
  FSTAB_CHECK,
  LIBRARY_TOOLS,
  PREAMBLE,
  PUT_BACK,
  REPORTING,
} from './root-library';
import { isUsableScriptEdit } from './root-step-script';
import { rootStep, stepValues } from './root-steps';
import { shellQuote } from './shell-quote';

/** A line as `planSteps` writes it: one line, our file system, a mount point of ours, plain options. */
function isUsableFstabLine(line: string): boolean {
  const [spec, target = '', type, options = '', ...numbers] = line.split(' ');
  const isOurs = spec === 'hugetlbfs' && isUsableMountPoint(target) && type === 'hugetlbfs';
  return isOurs && /^[\w=,.@-]+$/.test(options) && numbers.join(' ') === '0 0';
}

/** The wishes of the person; those about missing pages only where the pool may change. */
function wishValues({ onFailure, onShort, mayDropCaches }: RunWishes, changesPool: boolean): string {
  const always = `on_failure=${shellQuote(onFailure)}`;
  const mayDrop = shellQuote(mayDropCaches ? '1' : '');
  return changesPool ? `${always} on_short=${shellQuote(onShort)} may_drop=${mayDrop}` : always;
}

/** A bug if it ever throws: `makePlan` lets nothing through that does not pass here. */
function assertSafe(plan: Plan, steps: readonly Step[]): void {
  const { pool } = plan;
  // The shell counts in 64 bits, so the sizes in KiB have to fit too.
  const sizesKiB = [pool.fromPages * pool.pageKiB, pool.toPages * pool.pageKiB];
  const numbers = [pool.pageKiB, pool.fromPages, pool.toPages, plan.hostReserveKiB, ...sizesKiB];
  const areNumbersSafe = numbers.every((number) => Number.isSafeInteger(number) && number >= 0);
  const areStepsSafe = steps.every((step) => {
    switch (step.kind) {
      case 'group':
        return isUsableName(step.group);
      case 'membership':
        return isUsableName(step.group) && isUsableName(step.user);
      case 'mount':
        return (
          isUsableName(step.group) &&
          isUsableMountPoint(step.path) &&
          (step.pageSizeOption === null || /^\d+[KMGT]$/.test(step.pageSizeOption))
        );
      case 'sysctl':
        return step.file === SYSCTL_FILE;
      case 'fstab':
        return step.file === FSTAB_FILE && isUsableFstabLine(step.line);
      case 'script':
        return isUsableScriptEdit(step.edit);
      case 'pool':
      case 'reload':
        return true;
    }
  });
  if (!areNumbersSafe || !areStepsSafe || !isPlanId(plan.id)) {
    throw new Error('a plan with values that cannot stand in root text');
  }
}

/**
 * The one text that runs as root for this plan: POSIX sh, the same bytes for the same plan, and exactly what Review
 * shows. Steps that are already so are not in it. It reports JSON lines (see `parseRunReport`), exits 0 when it went
 * through (also with fewer pages than asked), 1 when it failed and undid its steps, 75 when another one runs.
 */
export function renderRootScript(plan: Plan): string {
  const steps = STEP_ORDER.flatMap((kind) => plan.steps.filter((step) => step.kind === kind && step.state === 'todo'));
  assertSafe(plan, steps);
  const rendered = steps.map(rootStep);
  const tools = [...new Set([...LIBRARY_TOOLS, ...rendered.flatMap((step) => step.tools)])];
  const editsFiles = steps.some(({ kind }) => kind === 'sysctl' || kind === 'fstab');
  const changesPool = steps.some(({ kind }) => kind === 'pool');
  const patchesScript = steps.some(({ kind }) => kind === 'script');
  const values = [
    `plan=${shellQuote(plan.id)} undoes=''`,
    `page_kib=${String(plan.pool.pageKiB)} from_pages=${String(plan.pool.fromPages)} to_pages=${String(plan.pool.toPages)}`,
    `reserve_kib=${String(plan.hostReserveKiB)} ${wishValues(plan.request.wishes, changesPool)}`,
    ...new Set(steps.flatMap(stepValues)),
    `tools=${shellQuote(tools.sort().join(' '))}`,
  ];
  return `${[
    `# Hugepages Guide: everything that runs as root for plan ${plan.id}.
# Each step: already so? keep the old value, change it, read it back. When one fails, those before it are undone.`,
    PREAMBLE,
    values.join('\n'),
    REPORTING,
    FOLDERS,
    CHECKS,
    ...(editsFiles ? [FSTAB_CHECK, FILE_EDITING, PUT_BACK] : []),
    ...rendered.map(({ text }) => text),
    `main() {
  cd /
  check_tools
  take_lock
  check_machine
${patchesScript ? '  check_script\n' : ''}  open_journal
${steps.map(({ kind }) => `  step_${kind}`).join('\n')}
  end=applied
  ${changesPool ? '[ "$got_pages" -ge "$to_pages" ] || end=short' : ':'}
  keep "\\"end\\":\\"$end\\""
  report "{\\"line\\":\\"end\\",\\"end\\":\\"$end\\"}"
}
# Nothing above has run yet: a text that arrives cut off does nothing.
main </dev/null`,
  ].join('\n\n')}\n`;
}
