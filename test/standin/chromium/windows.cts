// Chromium's windows: opens one at a time for the app, and closes any other.
import type { Chromium } from './chromium.cjs';
import { complain, type Session } from './devtools.cjs';
import type { TargetInfo } from './devtools-types.cjs';

/** Whoever gets a page. `meet` has to send its set-up at once: until then the page does not run. */
export type Meet = (session: Session, target: TargetInfo) => void;

export interface NewWindow {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly mark: string;
}

/** Headless windows have an invisible tab strip and address bar; measured when the first one opens. */
const GUESSED_BAR_HEIGHT = 87;

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

export class Windows {
  readonly #chromium: Chromium;
  readonly #isHeadless: boolean;
  readonly #expected = new Map<string, Meet>();
  #queue: Promise<void> = Promise.resolve();

  constructor(chromium: Chromium, isHeadless: boolean) {
    this.#chromium = chromium;
    this.#isHeadless = isHeadless;
    const { root } = chromium.devtools;
    root.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      this.#attached(sessionId, targetInfo);
    });
    root.on('Target.detachedFromTarget', ({ sessionId }) => {
      chromium.devtools.session(sessionId).events.emit('detached');
      chromium.devtools.drop(sessionId);
    });
  }

  get barHeight(): number {
    return this.#isHeadless ? GUESSED_BAR_HEIGHT : 0;
  }

  async listen(): Promise<void> {
    const filter = [{ type: 'page' }];
    const { root } = this.#chromium.devtools;
    await root.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter });
  }

  /** One after the other: a second start of Chromium meanwhile might be answered in the wrong order. */
  open(window: NewWindow, meet: Meet): Promise<void> {
    const opened = this.#queue.then(() => this.#open(window, meet));
    this.#queue = opened.catch(complain);
    return opened;
  }

  close(targetId: string): void {
    this.#chromium.devtools.root.tell('Target.closeTarget', { targetId });
  }

  async #open({ title, width, height, mark }: NewWindow, meet: Meet): Promise<void> {
    // Starting on the app's own address would not do: that first request escapes interception and the preload misses it.
    const url = `data:text/html,<title>${encodeURIComponent(escapeHtml(title))}</title>${mark}`;
    const met = new Promise<void>((resolve) => {
      this.#expected.set(mark, (session, target) => {
        meet(session, target);
        resolve();
      });
    });
    if (this.#isHeadless) {
      const params = { url, newWindow: true, width, height: height + this.barHeight };
      await this.#chromium.devtools.root.send('Target.createTarget', params);
    } else {
      this.#chromium.openAppWindow(url);
    }
    await met;
  }

  #attached(sessionId: string, target: TargetInfo): void {
    const session = this.#chromium.devtools.session(sessionId);
    const mark = /#standin-\d+$/.exec(target.url)?.[0] ?? '';
    const meet = this.#expected.get(mark);
    this.#expected.delete(mark);
    if (meet === undefined) this.#turnAway(session, target);
    else meet(session, target);
  }

  /**
   * A window nobody in the app asked for: one that a page opens, or one from Chromium's own Ctrl+N. It has to run to be
   * closed, because its opener may wait for it, but it loads nothing.
   */
  #turnAway(session: Session, target: TargetInfo): void {
    session.on('Fetch.requestPaused', ({ requestId }) => {
      session.tell('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    });
    session.tell('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    this.close(target.targetId);
    session.tell('Runtime.runIfWaitingForDebugger', {});
  }
}
