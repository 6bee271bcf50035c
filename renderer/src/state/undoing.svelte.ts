import type { HistoryReading } from '../../../common/contract';
import type { UndoWish } from '../../../common/undo/make-undo';
import type { PreparedUndo, UndoEnd, UndoPreview } from '../../../common/undo/prepare-undo';
import { kept } from './kept';
import { RunWatch } from './run-watch.svelte';

/** Two undos that say the same, whatever their ids. */
function gist(preview: UndoPreview | null): string {
  if (preview?.kind !== 'prepared') return JSON.stringify(preview);
  const { plan, scripts } = preview.undo;
  return JSON.stringify([plan?.entries, plan?.steps, scripts]);
}

/** The History page: what was changed, the undo that is looked at, and what it came to. */
export class Undoing extends RunWatch {
  /** Null before the first answer. */
  reading = $state.raw<HistoryReading | null>(null);
  /** Null while the list is looked at. */
  wish = $state.raw<UndoWish | null>(null);
  preview = $state.raw<UndoPreview | null>(null);
  /** The undo that was handed over last. */
  started = $state.raw<PreparedUndo | null>(null);
  end = $state.raw<UndoEnd | null>(null);
  private previewsAsked = 0;

  async read(): Promise<void> {
    const answer = await this.line.ask(this.bridge.readHistory());
    if (answer !== null) this.reading = kept(this.reading, answer.value);
  }

  /** Looks at what undoing this would do; a run that is at work is not left. */
  open(wish: UndoWish | null): void {
    if (this.isPending) return;
    this.wish = wish;
    this.preview = null;
    this.end = null;
  }

  /** Asks what the undo would do now; one that says the same as the one on screen does not replace it. */
  async refresh(): Promise<void> {
    const { wish } = this;
    if (wish === null || this.isPending || this.end !== null) return;
    const asked = ++this.previewsAsked;
    const answer = await this.line.ask(this.bridge.previewUndo(wish));
    const isLate = asked !== this.previewsAsked || this.isPending || wish !== this.wish;
    if (answer !== null && !isLate && gist(answer.value) !== gist(this.preview)) this.preview = answer.value;
  }

  /** Asks for root, once, and follows the run until it has ended. */
  async start(): Promise<void> {
    if (this.preview?.kind !== 'prepared' || this.isPending) return;
    const { undo } = this.preview;
    this.started = undo;
    this.end = null;
    this.end = await this.during(undo.id, () => this.bridge.applyUndo(undo.id));
    await this.read();
  }

  /** For a text that the person runs by hand: its end is the undo's. */
  async followByHand({ id }: PreparedUndo): Promise<void> {
    await this.look(id);
    if (this.run === null || this.run.isRunning) return;
    const answer = await this.line.ask(this.bridge.judgeUndo(id));
    if (answer?.value == null) return;
    this.end = answer.value;
    await this.read();
  }
}
