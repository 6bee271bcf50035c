import type { Contract, CopyTarget, Settings } from '../common/contract';
import type { Outcome } from '../common/outcome';
import type { PlanId } from '../common/plan';
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
  readonly saveSettings: (settings: Settings) => void;
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

  function copyText({ plan, part }: CopyTarget): void {
    const target = shown.find(plan);
    if (target === undefined) return;
    effects.writeClipboard(part === 'root-text' ? target.rootText : target.plan.startOption);
  }

  return {
    readHost: () => readHost(),
    readVms: () => {
      // The machine before the VMs: see verdicts().
      const snapshot = readHost();
      const vms = readVms();
      return { vms, verdicts: verdicts(snapshot, vms) };
    },
    previewPlan: (request) => shown.preview(readHost(), readVms(), request, newPlanId(new Date())),
    applyPlan: applyShown,
    readRun: () => readRun(),
    copy: copyText,
    readSettings: effects.readSettings,
    saveSettings: effects.saveSettings,
  };
}
