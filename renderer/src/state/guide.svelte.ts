import { CHAPTER_IDS, type ChapterId } from '../../../common/chapters';
import type { Bridge, CopyTarget, PlanPreview, Settings } from '../../../common/contract';
import { canEnter, landing, STEP_IDS, type Entry, type GuideFacts, type StepId } from '../../../common/guide';
import type { Plan, PlanId, PlanResult } from '../../../common/plan';
import type { PlanRequest } from '../../../common/plan-request';
import type { SourceId } from '../../../common/sources';
import { appearance } from './appearance.svelte';
import { Applying } from './applying.svelte';
import { CoreLine } from './core-line.svelte';
import { Host } from './host.svelte';
import { language } from './language.svelte';
import { Need } from './need.svelte';
import { Scripts } from './scripts.svelte';
import { Sizing } from './sizing.svelte';

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

/** The whole guide: which screen is open, what is known, and the way to the program's core. */
export class Guide {
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

  constructor(private readonly bridge: Bridge) {
    this.host = new Host(bridge, this.line);
    this.sizing = new Sizing(this.host);
    this.need = new Need(this.host, this.sizing);
    this.applying = new Applying(bridge, this.line);
    this.scripts = new Scripts(bridge, this.line, this.sizing);
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
    this.chapter = place.chapter;
    if (place.step === 'understand') return;
    await this.host.read();
    this.step = landing(place.step, this.facts);
  }

  /** Ends the welcome; `check` is for those who know what huge pages are. */
  begin(step: 'understand' | 'check'): void {
    this.isWelcomed = true;
    this.step = step;
    this.keepPlace();
  }

  entryOf(step: StepId): Entry {
    return canEnter(step, this.facts);
  }

  /** Opens a screen, where its guard allows. */
  go(step: StepId): void {
    if (this.entryOf(step).kind !== 'allowed') return;
    this.step = step;
    this.keepPlace();
  }

  /** Opens a chapter of Understand, from wherever the guide is. */
  read(chapter: ChapterId): void {
    this.chapter = chapter;
    this.step = 'understand';
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
    this.step = 'review';
    this.keepPlace();
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
    const { step, chapter } = this;
    const entered = this.sizing.isTouched ? this.sizing.request : null;
    const request = entered === null ? {} : { request: { ...entered, guestPids: [] } };
    const now = { place: { step, chapter }, ...request };
    if (JSON.stringify(now) === this.keptPlace) return;
    this.keptPlace = JSON.stringify(now);
    void this.line.ask(this.bridge.saveSettings(now));
  }
}
