import type { Bridge } from '../../../common/contract';
import type {
  PatchOutcome,
  PatchPreview,
  PickedScript,
  RevertOutcome,
  ScriptId,
  ScriptReading,
  StartOutcome,
  VmStart,
} from '../../../common/script/reading';
import type { CoreLine } from './core-line.svelte';
import { kept } from './kept';
import type { Sizing } from './sizing.svelte';

/** What the last click on the script came to. */
export type ScriptEvent =
  | { readonly act: 'patch'; readonly outcome: PatchOutcome; readonly patch: PatchPreview }
  | { readonly act: 'revert'; readonly outcome: RevertOutcome };

function keptPatch(known: PatchPreview | null, read: PatchPreview | null): PatchPreview | null {
  if (known === null || read === null) return read;
  return kept(known, { ...read, edit: kept(known.edit, read.edit), hunks: kept(known.hunks, read.hunks) });
}

/** Each reading may name its patch anew: all that is shown of it stays. */
function keptReading(known: ScriptReading | null, read: ScriptReading): ScriptReading {
  if (known?.kind !== 'read' || read.kind !== 'read') return kept(known, read) ?? read;
  return kept(known, {
    ...read,
    starts: kept(known.starts, read.starts),
    notes: kept(known.notes, read.notes),
    access: kept(known.access, read.access),
    patch: keptPatch(known.patch, read.patch),
  });
}

/** The VM's start script: the one that is picked, what stands in it, and what was done with it. */
export class Scripts {
  recent = $state.raw<readonly PickedScript[]>([]);
  picked = $state.raw<PickedScript | null>(null);
  /** Of the picked script; null until the first answer. */
  reading = $state.raw<ScriptReading | null>(null);
  preallocates = $state(false);
  /** Null before a click, and again once something else is wanted. */
  event = $state.raw<ScriptEvent | null>(null);
  isAtWork = $state(false);
  startOutcome = $state.raw<StartOutcome | null>(null);
  vmStart = $state.raw<VmStart | null>(null);
  /** The script that the plan changes, as one of its steps. */
  private planned = $state<ScriptId | null>(null);
  private readingsAsked = 0;

  constructor(
    private readonly bridge: Bridge,
    private readonly line: CoreLine,
    private readonly sizing: Sizing,
  ) {}

  readonly patch = $derived.by(() => (this.reading?.kind === 'read' ? this.reading.patch : null));
  /** There is a click that lets it be changed, at once or with the plan. */
  readonly canPatch = $derived.by(
    () => this.reading?.kind === 'read' && this.reading.patch !== null && this.reading.access.kind !== 'none',
  );
  readonly isInPlan = $derived.by(() => this.picked !== null && this.picked.id === this.planned);
  /** The last start, where it is of the picked script. */
  readonly run = $derived.by(() => (this.vmStart?.script === this.picked?.id ? this.vmStart : null));
  readonly isRunning = $derived.by(() => this.run !== null && this.run.exitCode === null);
  readonly starts = $derived.by(() => (this.reading?.kind === 'read' ? this.reading.starts : []));

  async readRecent(): Promise<void> {
    const answer = await this.line.ask(this.bridge.readRecentScripts());
    if (answer !== null) this.recent = kept(this.recent, answer.value);
  }

  /** Through the desktop's dialog; false where it was closed without a choice. */
  async choose(): Promise<boolean> {
    const answer = await this.line.ask(this.bridge.pickScript());
    const script = answer?.value ?? null;
    if (script === null) return false;
    await this.pick(script);
    return true;
  }

  /** False where the file lies nowhere on this machine. */
  async drop(file: File): Promise<boolean> {
    const answer = await this.line.ask(this.bridge.takeDroppedScript(file));
    if (answer === null) return true;
    if (answer.value === null) return false;
    await this.pick(answer.value);
    return true;
  }

  async pick(script: PickedScript): Promise<void> {
    this.picked = script;
    this.reading = null;
    this.event = null;
    this.startOutcome = null;
    await this.read();
    await this.readRecent();
  }

  async want(preallocates: boolean): Promise<void> {
    this.preallocates = preallocates;
    this.event = null;
    await this.refresh();
  }

  /** Reads the picked script, and one that is in the plan, as they are now and for what is wanted now. */
  async refresh(): Promise<void> {
    await this.read();
    if (!this.isInPlan) await this.refreshPlanned();
  }

  /** Lets the plan change the script as it is now. */
  async refreshPlanned(): Promise<void> {
    const { planned } = this;
    if (planned === null) return;
    const answer = await this.ask(planned);
    if (answer !== null && planned === this.planned) this.keepInPlan(answer);
  }

  async apply(): Promise<void> {
    const { patch } = this;
    if (patch === null) return;
    await this.work(async () => {
      const answer = await this.line.ask(this.bridge.patchScript(patch.id));
      this.event = answer === null ? null : { act: 'patch', outcome: answer.value, patch };
    });
  }

  async revert(): Promise<void> {
    const { picked } = this;
    if (picked === null) return;
    await this.work(async () => {
      const answer = await this.line.ask(this.bridge.revertScript(picked.id));
      this.event = answer === null ? null : { act: 'revert', outcome: answer.value };
    });
  }

  addToPlan(): void {
    if (this.picked === null || this.patch === null) return;
    this.planned = this.picked.id;
    this.sizing.patch = this.patch;
  }

  removeFromPlan(): void {
    this.planned = null;
    this.sizing.patch = null;
  }

  async startVm(): Promise<void> {
    const { picked } = this;
    if (picked === null || this.isAtWork || this.isRunning) return;
    await this.work(async () => {
      const answer = await this.line.ask(this.bridge.startVm(picked.id));
      this.startOutcome = answer?.value ?? null;
      if (this.startOutcome?.kind === 'started') this.vmStart = null;
    });
    await this.followVm();
  }

  /** What the last start has come to; once it has ended, nothing more comes. */
  async followVm(): Promise<void> {
    const known = this.vmStart;
    if (known !== null && known.exitCode !== null) return;
    const answer = await this.line.ask(this.bridge.readVmStart());
    // Another start has come between: this answer is about the one before.
    if (answer !== null && known === this.vmStart) this.vmStart = kept(known, answer.value);
  }

  /** One click at a time; afterwards the script is read again, whatever came of it. */
  private async work(task: () => Promise<void>): Promise<void> {
    if (this.isAtWork) return;
    this.isAtWork = true;
    await task();
    await this.read();
    this.isAtWork = false;
  }

  private async ask(script: ScriptId): Promise<ScriptReading | null> {
    const { preallocates, sizing } = this;
    const wish = { pageKiB: sizing.pageKiB, preallocates };
    return (await this.line.ask(this.bridge.readScript(script, wish)))?.value ?? null;
  }

  /** The answer to the latest question counts, whenever it comes. */
  private async read(): Promise<void> {
    if (this.picked === null) return;
    const asked = ++this.readingsAsked;
    const answer = await this.ask(this.picked.id);
    if (answer === null || asked !== this.readingsAsked) return;
    this.reading = keptReading(this.reading, answer);
    // Somebody has changed the script once more, or other pages are wanted: the praise is out of date.
    const isPraised = this.event?.act === 'patch' && this.event.outcome.kind === 'patched';
    if (isPraised && this.patch !== null && !this.isAtWork) this.event = null;
    if (this.isInPlan) this.keepInPlan(this.reading);
  }

  /** The plan makes the change that there is now; where there is none any more, it has been made. */
  private keepInPlan(reading: ScriptReading): void {
    const isByPlan = reading.kind === 'read' && reading.access.kind === 'by-plan';
    this.sizing.patch = isByPlan ? keptPatch(this.sizing.patch, reading.patch) : null;
    if (this.sizing.patch === null) this.planned = null;
  }
}
