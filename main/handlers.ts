import type { Contract, CopyTarget, HostReading, Settings } from '../common/contract';
import type { Outcome } from '../common/outcome';
import type { PlanId } from '../common/plan';
import { SOURCES } from '../common/sources';
import { startOption } from '../common/start-option';
import { historyOf } from '../common/undo/history';
import { verdicts } from '../common/verification';
import { applyPlan } from './apply';
import { readUndoFacts } from './journal';
import { cancelRun } from './cancel-run';
import { readHost } from './kernel';
import { OneRun } from './one-run';
import { newPlanId } from './plan-id';
import type { ScriptDesk } from './scripts/script-desk';
import type { VmStarter } from './scripts/start-vm';
import { ShownPlans } from './plans';
import { readRun } from './run-progress';
import { UndoDesk } from './undo-desk';
import { readVms } from './vm-processes';

/** A handler may take its time; the window awaits every answer. */
export type Handlers = {
  readonly [Name in keyof Contract]: (
    ...args: Parameters<Contract[Name]>
  ) => ReturnType<Contract[Name]> | Promise<ReturnType<Contract[Name]>>;
};

/** What the handlers need from Electron and the settings store. */
export interface HandlerEffects {
  readonly writeClipboard: (text: string) => void;
  readonly readSettings: () => Settings;
  readonly saveSettings: (changed: Partial<Settings>) => void;
  /** False where no browser could be started. */
  readonly openInBrowser: (url: string) => Promise<boolean>;
  /** Asks for a file with the desktop's dialog; null where it was closed without a choice. */
  readonly pickFile: () => Promise<string | null>;
  readonly desk: ScriptDesk;
  readonly starter: VmStarter;
}

/** The machine before the VMs: see verdicts(). */
function readAll(): HostReading {
  const snapshot = readHost();
  const vms = readVms();
  return { snapshot, vms, verdicts: verdicts(snapshot, vms) };
}

/** What the window may ask, each answered by the functions that the command line uses too. */
export function makeHandlers(effects: HandlerEffects): Handlers {
  const shown = new ShownPlans();
  const { desk, starter } = effects;
  const run = new OneRun();
  const undos = new UndoDesk(desk, run);

  async function applyShown(id: PlanId): Promise<Outcome> {
    const request = shown.find(id);
    if (request === undefined) return { kind: 'unknown-plan' };
    return run.of<Outcome>(() => applyPlan(request), { kind: 'busy' });
  }

  function textOf(target: CopyTarget): string | null {
    switch (target.part) {
      case 'root-text':
        return shown.find(target.plan)?.rootText ?? undos.rootText(target.plan);
      case 'start-option':
        return startOption(readHost(), target.pageKiB);
      case 'script-line':
        return desk.lineByHand(target.script);
      case 'patch-lines':
        return desk.linesByHand(target.patch);
    }
  }
  function copyText(target: CopyTarget): void {
    const text = textOf(target);
    if (text !== null) effects.writeClipboard(text);
  }

  return {
    readHost: readAll,
    previewPlan: (request, patch) => {
      const edit = patch === null ? null : (desk.patch(patch) ?? null);
      return shown.preview(readHost(), readVms(), request, newPlanId(new Date()), edit);
    },
    applyPlan: applyShown,
    readRun: () => readRun(),
    readHistory: () => ({ history: historyOf(readUndoFacts()), scripts: desk.patched() }),
    previewUndo: (wish) => undos.preview(wish, newPlanId(new Date())),
    applyUndo: (undo) => undos.apply(undo),
    judgeUndo: (undo) => undos.judge(undo),
    cancelRun: () => cancelRun(),
    copy: copyText,
    readSettings: effects.readSettings,
    saveSettings: effects.saveSettings,
    openSource: (source) => effects.openInBrowser(SOURCES[source].url),
    pickScript: async () => {
      const path = await effects.pickFile();
      return path === null ? null : desk.take(path);
    },
    takeDroppedScript: (path) => desk.take(path),
    readRecentScripts: () => desk.recent(),
    readScript: (script, wish) => desk.read(script, wish, readHost()),
    patchScript: (patch) => desk.apply(patch, new Date()),
    revertScript: (script) => desk.revert(script),
    startVm: (script) => {
      const path = desk.pathOf(script);
      if (path === null) return { kind: 'refused', fault: { id: 'unknown-script' } };
      return starter.start(path, script, readHost());
    },
    readVmStart: () => starter.read(),
  };
}
