import { makePlan } from '../../common/make-plan';
import type { HistoryReading, HostReading, PlanPreview, Settings } from '../../common/contract';
import { message } from '../../common/message';
import type { Outcome } from '../../common/outcome';
import type { StepKind } from '../../common/plan';
import { type PlanRequest, USUAL_WISHES } from '../../common/plan-request';
import { renderRootScript } from '../../common/root-script';
import type { PickedScript, RevertOutcome, ScriptNote, ScriptReading, VmStart } from '../../common/script/reading';
import type { ScriptEdit } from '../../common/script/script-edit';
import type { UndoEnd, UndoPreview } from '../../common/undo/prepare-undo';
import { freshHost, howToHost, win7, win7Verdict } from '../fakes/machine';
import {
  CONFLICT,
  DECLINED_START,
  FAULTS,
  PATCH,
  PATCHED,
  scriptReading,
  startFacts,
  unusable,
  vmStart,
  WIN10,
  WIN7,
} from '../fakes/script';
import { SHORTFALL } from '../fakes/shortfall';
import type { OpenApp } from '../e2e/window';

const PLAN_ID = '20261123T101500Z-1f6a09c2';
const FOUR_GIB: PlanRequest = {
  guestKiB: 4_194_304,
  pageKiB: 2_048,
  sizing: { kind: 'a-little-above' },
  isPersistent: true,
  givesBack: false,
  guestPids: [],
  wishes: USUAL_WISHES,
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
    shortBy: null,
    phase: null,
  },
};
/** Memory was in too many pieces. */
export const SHORT: Outcome = {
  kind: 'short',
  needsLogin: true,
  report: { ...DONE.report, end: 'short', gotPages: 1_790, shortBy: 'fragmented' },
  askedPages: 2_050,
  gotPages: 1_790,
  shortfall: SHORTFALL,
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
    shortBy: null,
    phase: null,
  },
};

/** What there is of start scripts, and what a click on one comes to. */
export interface ScriptAnswers {
  readonly picked: PickedScript;
  readonly recent: readonly PickedScript[];
  readonly before: ScriptReading;
  /** Once it has been patched. */
  readonly after: ScriptReading;
  readonly reverted: RevertOutcome;
  /** What starting it has come to. */
  readonly run: VmStart;
}

const NOTES: readonly ScriptNote[] = [{ severity: 'warning', text: message('patch.note.generated') }];

/** The how-to's script, as yet without huge pages. */
export const PLAIN_SCRIPT: ScriptAnswers = {
  picked: WIN10,
  recent: [],
  before: scriptReading(),
  after: PATCHED,
  reverted: { kind: 'conflict', parts: CONFLICT },
  run: vmStart({
    lines: [
      'qemu-system-x86_64: warning: host doesn’t support requested feature: CPUID.80000001H:ECX.svm [bit 2]',
      'VNC server running on ::1:5900',
    ],
  }),
};
export const PATCHED_SCRIPT: ScriptAnswers = { ...PLAIN_SCRIPT, before: PATCHED };
export const BROKEN_START: ScriptAnswers = {
  ...PATCHED_SCRIPT,
  run: vmStart({
    exitCode: 1,
    lines: ['qemu-system-x86_64: unable to map backing store for guest RAM: Cannot allocate memory'],
  }),
};
export const ROOTS_SCRIPT: ScriptAnswers = {
  ...PLAIN_SCRIPT,
  picked: WIN7,
  before: scriptReading({ script: WIN7, access: { kind: 'by-plan' } }),
};
export const DECLINED_SCRIPT: ScriptAnswers = {
  ...PLAIN_SCRIPT,
  before: scriptReading({ starts: [DECLINED_START], notes: NOTES, patch: null }),
};
export const UNUSABLE_SCRIPT: ScriptAnswers = { ...PLAIN_SCRIPT, before: unusable(FAULTS.quickemu) };
/** Starts two VMs, one of them with as much as its first argument says. */
export const TWO_VMS: ScriptAnswers = {
  ...PLAIN_SCRIPT,
  before: scriptReading({ starts: [startFacts(), startFacts({ line: 21, guestKiB: null })] }),
};

/** What the journal tells, and what an undo would be and come to. */
export interface HistoryAnswers {
  readonly reading: HistoryReading;
  readonly preview: UndoPreview;
  readonly end: UndoEnd;
}

/** A machine on which nothing was ever changed. */
export const NO_HISTORY: HistoryAnswers = {
  reading: { history: { rows: [], unreadable: [], outside: [] }, scripts: [] },
  preview: { kind: 'refused', refusals: [] },
  end: { outcome: null, scripts: [] },
};

function previewOf(reading: HostReading, edit: ScriptEdit | null): PlanPreview {
  const result = makePlan(reading.snapshot, reading.vms, FOUR_GIB, PLAN_ID, edit);
  return { ...result, rootText: result.kind === 'plan' ? renderRootScript(result.plan) : '' };
}

/** What the program's core answers. */
export interface Answers {
  readonly reading: HostReading;
  readonly settings: Settings;
  /** What applying the plan, always the how-to's, comes to. */
  readonly outcome: Outcome;
  readonly script: ScriptAnswers;
  readonly history: HistoryAnswers;
}

/**
 * From the next load of the page on, the window is told of this machine and person, the same on every computer; main,
 * preload and renderer stay as built.
 */
export async function showMachine(
  { app }: OpenApp,
  { reading, settings, outcome, script, history }: Answers,
): Promise<void> {
  await app.evaluate(
    ({ ipcMain }, { always, plans, script }) => {
      const answer = (channel: string, say: (...args: unknown[]) => unknown): void => {
        ipcMain.removeHandler(channel);
        ipcMain.handle(channel, (_, ...args: unknown[]) => say(...args));
      };
      for (const [channel, value] of Object.entries(always)) answer(channel, () => value);
      answer('previewPlan', (_, patch) => (patch === null ? plans.plain : plans.withScript));
      let isDone = false;
      let isStarted = false;
      answer('readScript', () => (isDone ? script.after : script.before));
      answer('patchScript', () => {
        isDone = true;
        return { kind: 'patched' };
      });
      answer('revertScript', () => script.reverted);
      answer('startVm', () => {
        isStarted = true;
        return { kind: 'started', pid: script.run.pid };
      });
      answer('readVmStart', () => (isStarted ? script.run : null));
    },
    {
      always: {
        readHost: reading,
        applyPlan: outcome,
        readRun: null,
        readHistory: history.reading,
        previewUndo: history.preview,
        applyUndo: history.end,
        readSettings: settings,
        saveSettings: null,
        pickScript: script.picked,
        readRecentScripts: script.recent,
      },
      plans: { plain: previewOf(reading, null), withScript: previewOf(reading, PATCH.edit) },
      script,
    },
  );
}
