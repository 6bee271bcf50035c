import { CHAPTER_IDS, type ChapterId } from '../../../common/chapters';
import type { Bridge, CopyTarget, PlanPreview, Settings } from '../../../common/contract';
import {
  canEnter,
  landing,
  STEP_IDS,
  type Entry,
  type GuideFacts,
  type PageId,
  type StepId,
} from '../../../common/guide';
import type { Plan, PlanId, PlanResult } from '../../../common/plan';
import type { PlanRequest } from '../../../common/plan-request';
import type { SourceId } from '../../../common/sources';
import type { UndoWish } from '../../../common/undo/make-undo';
import type { PreparedUndo } from '../../../common/undo/prepare-undo';
import { appearance } from './appearance.svelte';
import { Applying } from './applying.svelte';
import { CoreLine } from './core-line.svelte';
import { Host } from './host.svelte';
import { language } from './language.svelte';
import { Need } from './need.svelte';
import { Scripts } from './scripts.svelte';
import { Sizing } from './sizing.svelte';
import { Undoing } from './undoing.svelte';

/** Two plans that say the same, whatever their ids and the memory that happens to be free. */
function gist(result: PlanResult | null): string {
  if (result === null) return '';
  if (result.kind === 'refused') return JSON.stringify(result.refusals.map(({ id }) => id));
  const { request, steps, notes } = result.plan;
  return JSON.stringify([request, steps, notes.map(({ id }) => id)]);
}

function isSameRequest(one: PlanRequest | null, other: PlanRequest | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The whole window: which page and screen are open, what is known, and the way to the program's core. */
export class Guide {
  page = $state<PageId>('guide');
  /** The guide's screen, also while another page is open. */
  step = $state<StepId>('understand');
  chapter = $state<ChapterId>('pages');
  /** The person has been greeted; before that there is no guide yet. */
  isWelcomed = $state(false);
  /** The settings have been read, or cannot be. */
  isOpen = $state(false);
  preview = $state.raw<PlanPreview | null>(null);
  private previewGist = $state('');
  private previewsAsked = 0;
  private keptPlace = '';
  private reviewedId = $state<PlanId | null>(null);
  readonly line = new CoreLine();
  readonly host: Host;
  readonly sizing: Sizing;
  readonly need: Need;
  readonly applying: Applying;
  readonly scripts: Scripts;
  readonly undoing: Undoing;

  constructor(private readonly bridge: Bridge) {
    this.host = new Host(bridge, this.line);
    this.sizing = new Sizing(this.host);
    this.need = new Need(this.host, this.sizing);
    this.applying = new Applying(bridge, this.line);
    this.scripts = new Scripts(bridge, this.line, this.sizing);
    this.undoing = new Undoing(bridge, this.line);
    language.system = bridge.systemLocale;
  }

  readonly facts = $derived.by((): GuideFacts => {
    const { snapshot, findings } = this.host;
    const { plan, request } = this.sizing;
    const { outcome, plan: applied } = this.applying;
    return {
      snapshot,
      findings,
      plan,
      isReviewed: this.isPreviewCurrent && this.previewedPlan?.id === this.reviewedId,
      outcome: isSameRequest(request, applied?.request) ? outcome : null,
    };
  });
  /** The preview on Review says what a plan made now would say. */
  readonly isPreviewCurrent = $derived.by(() => this.previewGist === gist(this.sizing.plan));
  readonly previewedPlan = $derived.by((): Plan | null => (this.preview?.kind === 'plan' ? this.preview.plan : null));
  /** The screen has a click of its own to go on with, before the next screen. */
  readonly hasOwnWay = $derived.by(
    () => this.step === 'apply' || (this.step === 'script' && (this.scripts.canPatch || this.scripts.run !== null)),
  );
  readonly next = $derived(STEP_IDS[STEP_IDS.indexOf(this.step) + 1]);
  readonly previous = $derived(STEP_IDS[STEP_IDS.indexOf(this.step) - 1]);
  /** The chapters around the open one; none while another screen than Understand is open. */
  readonly nextChapter = $derived(this.chapterAt(1));
  readonly previousChapter = $derived(this.chapterAt(-1));

  /** What must be known before the first screen is drawn; who comes back lands where they left. */
  async open(): Promise<void> {
    const answer = await this.line.ask(this.bridge.readSettings());
    if (answer !== null) await this.restore(answer.value);
    this.isOpen = true;
  }

  private async restore({ locale, theme, contrast, place, request }: Settings): Promise<void> {
    language.wish = locale;
    appearance.theme = theme;
    appearance.contrast = contrast;
    if (request !== null) this.sizing.restore(request);
    if (place === null) return;
    this.isWelcomed = true;
    this.page = place.page;
    this.chapter = place.chapter;
    if (place.step === 'understand') return;
    await this.host.read();
    this.step = landing(place.step, this.facts);
  }

  /** Ends the welcome; `check` is for those who know what huge pages are. */
  begin(step: 'understand' | 'check'): void {
    this.isWelcomed = true;
    this.openStep(step);
  }

  entryOf(step: StepId): Entry {
    return canEnter(step, this.facts);
  }

  /** Opens a screen, where its guard allows. */
  go(step: StepId): void {
    if (this.entryOf(step).kind !== 'allowed') return;
    this.openStep(step);
  }

  /** Opens a page beside the guide, or the guide where it was left. */
  openPage(page: PageId): void {
    this.page = page;
    this.keepPlace();
  }

  /** Opens the undo of a plan, or of everything, on the History page. */
  openUndo(wish: UndoWish): void {
    this.undoing.open(wish);
    this.openPage('history');
  }

  /** Undoes what is on screen. What the guide said of the machine before is no longer so. */
  async undo(): Promise<void> {
    await this.undoing.start();
    await this.lookAfterUndo();
  }

  /** As `undo`, for a text that the person runs by hand. */
  async followUndoByHand(undo: PreparedUndo): Promise<void> {
    const before = this.undoing.end;
    await this.undoing.followByHand(undo);
    if (this.undoing.end !== before) await this.lookAfterUndo();
  }

  private async lookAfterUndo(): Promise<void> {
    const outcome = this.undoing.end?.outcome;
    if (outcome === null || (outcome !== undefined && 'report' in outcome)) await this.lookAfresh();
  }

  /** The machine was changed by something else than the guide: what that had come to is out of date. */
  async lookAfresh(): Promise<void> {
    await this.host.read();
    await this.scripts.refreshPlanned();
    this.preview = null;
    this.applying.outcome = null;
    this.step = landing(this.step, this.facts);
  }

  /** Opens a chapter of Understand, from wherever the guide is. */
  read(chapter: ChapterId): void {
    this.chapter = chapter;
    this.openStep('understand');
  }

  private openStep(step: StepId): void {
    this.page = 'guide';
    this.step = step;
    this.keepPlace();
  }

  async speak(locale: Settings['locale']): Promise<void> {
    language.wish = locale;
    await this.line.ask(this.bridge.saveSettings({ locale }));
  }

  async look(changed: Partial<Pick<Settings, 'theme' | 'contrast'>>): Promise<void> {
    appearance.theme = changed.theme ?? appearance.theme;
    appearance.contrast = changed.contrast ?? appearance.contrast;
    await this.line.ask(this.bridge.saveSettings(changed));
  }

  /** Asks for the plan again, unless the one on screen still says what a new one would. */
  async refreshPreview(): Promise<void> {
    const { request, plan, patch } = this.sizing;
    if (request === null || (this.preview !== null && this.isPreviewCurrent)) return;
    const asked = ++this.previewsAsked;
    const answer = await this.line.ask(this.bridge.previewPlan(request, patch?.id ?? null));
    if (answer === null || asked !== this.previewsAsked) return;
    this.preview = answer.value;
    this.previewGist = gist(plan);
  }

  /** As `refreshPreview`, for the screen that shows the plan: from now on it counts as read. */
  async review(): Promise<void> {
    await this.refreshPreview();
    this.reviewedId = this.previewedPlan?.id ?? null;
  }

  /** Makes the change of the script on screen a step of the plan, and shows that. */
  planScript(): void {
    if (this.entryOf('review').kind !== 'allowed') return;
    this.scripts.addToPlan();
    this.reviewAgain();
  }

  /** A plan that was tried and did not get through is made anew. */
  reviewAgain(): void {
    this.preview = null;
    this.applying.outcome = null;
    this.openStep('review');
  }

  /** False where no browser could be opened. */
  async openSource(source: SourceId): Promise<boolean> {
    return (await this.line.ask(this.bridge.openSource(source)))?.value ?? false;
  }

  async copy(target: CopyTarget): Promise<boolean> {
    return (await this.line.ask(this.bridge.copy(target))) !== null;
  }

  /** After a broken call: forget it and look at the machine again. */
  async reconnect(): Promise<void> {
    this.line.failure = null;
    await this.host.read();
  }

  private chapterAt(offset: number): ChapterId | undefined {
    return this.step === 'understand' ? CHAPTER_IDS[CHAPTER_IDS.indexOf(this.chapter) + offset] : undefined;
  }

  /** Keeps where the guide is and what was entered, for the next start; does nothing where that is known already. */
  keepPlace(): void {
    const { page, step, chapter } = this;
    const entered = this.sizing.isTouched ? this.sizing.request : null;
    const request = entered === null ? {} : { request: { ...entered, guestPids: [] } };
    const now = { place: { page, step, chapter }, ...request };
    if (JSON.stringify(now) === this.keptPlace) return;
    this.keptPlace = JSON.stringify(now);
    void this.line.ask(this.bridge.saveSettings(now));
  }
}
