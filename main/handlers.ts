import type { Contract, CopyTarget, HostReading, Settings } from '../common/contract';
import type { Outcome } from '../common/outcome';
import type { PlanId } from '../common/plan';
import { SOURCES } from '../common/sources';
import { startOption } from '../common/start-option';
import { verdicts } from '../common/verification';
import { applyPlan } from './apply';
import { readHost } from './kernel';
import { newPlanId } from './plan-id';
import { ShownPlans } from './plans';
import { readRun } from './run-progress';
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
  let isApplying = false;

  async function applyShown(id: PlanId): Promise<Outcome> {
    const request = shown.find(id);
    if (request === undefined) return { kind: 'unknown-plan' };
    if (isApplying) return { kind: 'busy' };
    isApplying = true;
    try {
      return await applyPlan(request);
    } finally {
      isApplying = false;
    }
  }

  function textOf(target: CopyTarget): string | null {
    if (target.part === 'root-text') return shown.find(target.plan)?.rootText ?? null;
    return startOption(readHost(), target.pageKiB);
  }
  function copyText(target: CopyTarget): void {
    const text = textOf(target);
    if (text !== null) effects.writeClipboard(text);
  }

  return {
    readHost: readAll,
    previewPlan: (request) => shown.preview(readHost(), readVms(), request, newPlanId(new Date())),
    applyPlan: applyShown,
    readRun: () => readRun(),
    copy: copyText,
    readSettings: effects.readSettings,
    saveSettings: effects.saveSettings,
    openSource: (source) => effects.openInBrowser(SOURCES[source].url),
  };
}
