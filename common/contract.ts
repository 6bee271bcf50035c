import type { ChapterId } from './chapters';
import type { PageId, StepId } from './guide';
import type { Locale } from './locale';
import type { Outcome, RunReport } from './outcome';
import type { PlanId, PlanResult } from './plan';
import type { PlanRequest } from './plan-request';
import type {
  PatchId,
  PatchOutcome,
  PatchWish,
  PickedScript,
  RevertOutcome,
  ScriptId,
  ScriptReading,
  StartOutcome,
  VmStart,
} from './script/reading';
import type { HostSnapshot } from './snapshot';
import type { SourceId } from './sources';
import type { History } from './undo/history';
import type { UndoWish } from './undo/make-undo';
import type { UndoEnd, UndoPreview } from './undo/prepare-undo';
import type { Verdict, VmProcess } from './vm';

/** The one seam between window and system: the window names a plan, never a path, a command or root text. */
export interface Contract {
  readHost: () => HostReading;
  /** With a patch that was shown, where that needs root, as one of its steps. */
  previewPlan: (request: PlanRequest, patch: PatchId | null) => PlanPreview;
  applyPlan: (plan: PlanId) => Outcome;
  /** How far the root text is; also one started by another window or run by hand. Null where none ever ran. */
  readRun: () => RunProgress | null;
  /** What was changed on this machine, and what is so now. */
  readHistory: () => HistoryReading;
  /** Everything also takes patches out of scripts of the person's own. */
  previewUndo: (wish: UndoWish) => UndoPreview;
  applyUndo: (undo: PlanId) => UndoEnd;
  /** What the text of this undo has come to that the person ran by hand; null before it has ended. */
  judgeUndo: (undo: PlanId) => UndoEnd | null;
  /** Has the run at work ask for no more pages; false where there is none that this person started. */
  cancelRun: () => boolean;
  copy: (what: CopyTarget) => void;
  readSettings: () => Settings;
  /** Keeps what is given and leaves the rest as it was. */
  saveSettings: (changed: Partial<Settings>) => void;
  /** Opens a source of the guide in the person's browser; false where there is none to open it. */
  openSource: (source: SourceId) => boolean;
  /** Opens the desktop's file dialog; null where it was closed without a choice. */
  pickScript: () => PickedScript | null;
  /**
   * A file that was dropped on the window: the page hands over the file, the preload asks Electron for its path. Null
   * for one that lies nowhere on this machine.
   */
  takeDroppedScript: (path: string) => PickedScript | null;
  /** The scripts that were picked before, the last one first. */
  readRecentScripts: () => readonly PickedScript[];
  readScript: (script: ScriptId, wish: PatchWish) => ScriptReading;
  patchScript: (patch: PatchId) => PatchOutcome;
  revertScript: (script: ScriptId) => RevertOutcome;
  /** Runs the script as the person, detached: the VM outlives the window. */
  startVm: (script: ScriptId) => StartOutcome;
  /** The last start from this window; null before one. */
  readVmStart: () => VmStart | null;
}

/** The machine at one moment, and then its VMs. */
export interface HostReading {
  readonly snapshot: HostSnapshot;
  readonly vms: readonly VmProcess[];
  readonly verdicts: readonly Verdict[];
}

export interface HistoryReading {
  readonly history: History;
  /** Paths of the person's own scripts that hold a patch of ours. */
  readonly scripts: readonly string[];
}

export type PlanPreview = PlanResult & {
  /** The whole text that will run as root; empty where there is no plan. */
  readonly rootText: string;
};

export interface RunProgress {
  readonly report: RunReport;
  /** Its lock is held: it runs at this moment. */
  readonly isRunning: boolean;
  /** nr_hugepages of the planned page size right now. */
  readonly pagesNow: number | null;
  readonly toPages: number | null;
}

/** What may be put on the clipboard; main knows the text. */
export type CopyTarget =
  /** Of a plan or an undo. */
  | { readonly part: 'root-text'; readonly plan: PlanId }
  /** For a VM on pages of this size. */
  | { readonly part: 'start-option'; readonly pageKiB: number }
  /** What to add to this script by hand; main knows the line. */
  | { readonly part: 'script-line'; readonly script: ScriptId }
  /** The lines of a script as a patch that was shown would have them. */
  | { readonly part: 'patch-lines'; readonly patch: PatchId };

export interface Settings {
  /** `system`: by the desktop's language. */
  readonly locale: Locale | 'system';
  /** `system`: light or dark as the desktop is. */
  readonly theme: Theme;
  /** `system`: more contrast where the desktop asks for it. */
  readonly contrast: Contrast;
  /** Where the guide was left; null until the person has been welcomed. */
  readonly place: Place | null;
  /** What was entered on Size, without the VM it may have been taken from; null before that. */
  readonly request: PlanRequest | null;
}

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const CONTRASTS = ['system', 'more'] as const;
export type Contrast = (typeof CONTRASTS)[number];

/** The page of the window, the screen that the guide is at, and the chapter that Understand is open at. */
export interface Place {
  readonly page: PageId;
  readonly step: StepId;
  readonly chapter: ChapterId;
}

export type Channel = keyof Contract;
export type Bridge = {
  readonly [Name in Exclude<Channel, 'takeDroppedScript'>]: (
    ...args: Parameters<Contract[Name]>
  ) => Promise<ReturnType<Contract[Name]>>;
} & {
  readonly takeDroppedScript: (file: File) => Promise<PickedScript | null>;
  /** The desktop's language, for `locale: 'system'`; known before the first sentence is drawn. */
  readonly systemLocale: Locale;
};

/** Every channel; `Record` makes a new one break the build until it is listed. */
const CHANNELS: Record<Channel, true> = {
  readHost: true,
  previewPlan: true,
  applyPlan: true,
  readRun: true,
  readHistory: true,
  previewUndo: true,
  applyUndo: true,
  judgeUndo: true,
  cancelRun: true,
  copy: true,
  readSettings: true,
  saveSettings: true,
  openSource: true,
  pickScript: true,
  takeDroppedScript: true,
  readRecentScripts: true,
  readScript: true,
  patchScript: true,
  revertScript: true,
  startVm: true,
  readVmStart: true,
};

/** The channel names, for the preload and the handlers to walk. */
export const channelNames = Object.keys(CHANNELS).filter((name): name is Channel => name in CHANNELS);
