import { makePlan } from '../../common/make-plan';
import type { HostReading, PlanPreview, Settings } from '../../common/contract';
import type { Outcome } from '../../common/outcome';
import type { StepKind } from '../../common/plan';
import type { PlanRequest } from '../../common/plan-request';
import { renderRootScript } from '../../common/root-script';
import { freshHost, howToHost, win7, win7Verdict } from '../fakes/machine';
import type { OpenApp } from '../e2e/window';

const PLAN_ID = '20261123T101500Z-1f6a09c2';
const FOUR_GIB: PlanRequest = {
  guestKiB: 4_194_304,
  pageKiB: 2_048,
  sizing: { kind: 'a-little-above' },
  isPersistent: true,
  givesBack: false,
  guestPid: null,
};

/** A desktop of 16 GiB that nothing has been set up on. */
export const FRESH: HostReading = { snapshot: freshHost, vms: [], verdicts: [] };
/** The how-to's own example while its VM runs. */
export const HOW_TO: HostReading = { snapshot: howToHost, vms: [win7], verdicts: [win7Verdict] };

const LONG_NAME =
  'Windows 11 with a very long name that somebody took pains over – für die Buchhaltung – 财务部专用虚拟机 – '.repeat(
    3,
  );
/** The same with names as long as people make them. */
export const LONG_NAMES: HostReading = {
  ...HOW_TO,
  vms: [{ ...win7, name: LONG_NAME }],
  verdicts: [
    { ...win7Verdict, name: LONG_NAME },
    { ...win7Verdict, pid: 4_712, name: LONG_NAME.replaceAll(' ', '_') },
  ],
};

const STEPS: readonly StepKind[] = ['membership', 'mount', 'pool', 'sysctl', 'fstab', 'reload'];

export const DECLINED: Outcome = { kind: 'not-elevated', elevation: { kind: 'declined' } };
export const DONE: Outcome = {
  kind: 'applied',
  needsLogin: true,
  report: {
    planId: PLAN_ID,
    steps: STEPS.map((kind) => ({ kind, progress: 'done' })),
    end: 'applied',
    failure: null,
    gotPages: 2_050,
  },
};
/** The last file could not be replaced, so everything before it was undone. */
export const FAILED: Outcome = {
  kind: 'failed',
  report: {
    planId: PLAN_ID,
    steps: STEPS.slice(0, 5).map((kind) => ({ kind, progress: 'undone' })),
    end: 'failed',
    failure: { step: 'fstab', reason: 'file-not-writable', detail: '/etc/fstab' },
    gotPages: 2_050,
  },
};

function previewOf(reading: HostReading): PlanPreview {
  const result = makePlan(reading.snapshot, reading.vms, FOUR_GIB, PLAN_ID);
  return { ...result, rootText: result.kind === 'plan' ? renderRootScript(result.plan) : '' };
}

/** What the program's core answers. */
export interface Answers {
  readonly reading: HostReading;
  readonly settings: Settings;
  /** What applying the plan, always the how-to's, comes to. */
  readonly outcome: Outcome;
}

/**
 * From the next load of the page on, the window is told of this machine and person, the same on every computer; main,
 * preload and renderer stay as built.
 */
export async function showMachine({ app }: OpenApp, { reading, settings, outcome }: Answers): Promise<void> {
  await app.evaluate(
    ({ ipcMain }, answers) => {
      for (const [channel, answer] of Object.entries(answers)) {
        ipcMain.removeHandler(channel);
        ipcMain.handle(channel, () => answer);
      }
    },
    {
      readHost: reading,
      previewPlan: previewOf(reading),
      applyPlan: outcome,
      readRun: null,
      readSettings: settings,
      saveSettings: null,
    },
  );
}
