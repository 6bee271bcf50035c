import { createInterface } from 'node:readline';
import { version } from '../../package.json';
import { applyPlan } from '../apply';
import { cancelRun } from '../cancel-run';
import { readHost } from '../kernel';
import { readUndoFacts } from '../journal';
import { newPlanId } from '../plan-id';
import { readRun } from '../run-progress';
import { applyUndo, planUndo } from '../undo';
import { readVms } from '../vm-processes';
import type { CliIo } from './cli-io';
import { findPackageRoot, openWindow } from './open-window';
import { readScriptEdit, realScripts } from './real-scripts';

/** Where the terminal does not tell its width. */
const USUAL_COLUMNS = 80;

/** The command line's way to the real terminal, the real machine and the real password prompt. */
export function realIo(): CliIo {
  const { env, stdin, stdout, stderr } = process;
  const isRoot = process.getuid?.() === 0;
  const scripts = realScripts(env);
  return {
    env,
    version,
    isRoot,
    isInTty: stdin.isTTY,
    isOutTty: stdout.isTTY,
    isErrTty: stderr.isTTY,
    columns: () => stderr.columns || USUAL_COLUMNS,
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    ask,
    every: (milliseconds, action) => {
      const timer = setInterval(action, milliseconds);
      return () => {
        clearInterval(timer);
      };
    },
    onInterrupt: (action) => {
      process.on('SIGINT', action);
      return () => {
        process.off('SIGINT', action);
      };
    },
    readHost: () => readHost(),
    readVms: () => readVms(),
    scripts,
    readScriptEdit: (path, pageKiB) => readScriptEdit(scripts, path, pageKiB),
    readRun: () => readRun(),
    newPlanId: () => newPlanId(new Date()),
    cancelRun: () => cancelRun(),
    applyPlan: (plan, rootText) => applyPlan({ plan, rootText }),
    readUndoFacts: () => readUndoFacts(),
    planUndo,
    applyUndo: (plan, rootText) => applyUndo(plan, rootText),
    openWindow: (onStart) => openWindow({ packageRoot: findPackageRoot(import.meta.dirname), env, isRoot, onStart }),
  };
}

/** Asks on standard error, so that standard output stays clean. Ctrl+D and Ctrl+C count as an empty answer. */
function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    terminal.once('close', () => {
      resolve('');
    });
    terminal.question(question, (answer) => {
      resolve(answer);
      terminal.close();
    });
  });
}
