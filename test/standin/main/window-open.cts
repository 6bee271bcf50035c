// What pages open: the app's handler is asked before the new page loads anything.
import { toApp } from '../chromium/app-urls.cjs';
import type { Page } from '../chromium/page.cjs';
import { type Meet, refuseWindow } from '../chromium/windows.cjs';
import { chromiumHost } from './chromium-host.cjs';
import type { WebContents } from './web-contents.cjs';

interface Opening {
  readonly url: string;
  readonly frameName: string;
  readonly features: string;
  readonly disposition: string;
}

type Answer = { readonly action: 'deny' } | { readonly action: 'allow'; readonly overrideBrowserWindowOptions?: object };
export type WindowOpenHandler = (details: object) => Answer;

/** Opens an allowed window; set by browser-window, which this file cannot import. */
type PopupMaker = (opener: WebContents, options: object, details: { readonly url: string }) => void;
let makePopup: PopupMaker = () => {};

export function setPopupMaker(maker: PopupMaker): void {
  makePopup = maker;
}

export class WindowOpen {
  readonly #opener: WebContents;
  readonly #openings: Opening[] = [];
  readonly #waiting: ((opening: Opening) => void)[] = [];
  handler: WindowOpenHandler = () => ({ action: 'allow' });

  constructor(opener: WebContents) {
    this.#opener = opener;
  }

  /** Either of the two can be first: the page's word on what it opens, or the new window. */
  watch({ session }: Page): void {
    session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      this.#said({ url: toApp(url), frameName: windowName === '_blank' ? '' : windowName, features: windowFeatures.join(','), disposition: 'foreground-tab' });
    });
    // Clicks with Ctrl or Shift, or the middle button.
    session.on('Page.frameRequestedNavigation', ({ url, disposition }) => {
      if (disposition === 'currentTab' || disposition === 'download') return;
      this.#said({ url: toApp(url), frameName: '', features: '', disposition: disposition === 'newWindow' ? 'new-window' : 'background-tab' });
    });
  }

  readonly meet: Meet = (session, target) => {
    const opening = this.#openings.shift();
    if (opening === undefined) this.#waiting.push((said) => { this.#decide(said, session, target); });
    else this.#decide(opening, session, target);
  };

  #said(opening: Opening): void {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#openings.push(opening);
    else waiting(opening);
  }

  #decide(opening: Opening, ...[session, target]: Parameters<Meet>): void {
    const details = { ...opening, referrer: { url: '', policy: 'strict-origin-when-cross-origin' }, postBody: undefined };
    const answer = this.handler(details);
    // Chromium's own popup goes in either case. Its first document would take over the worlds of an empty one, in which
    // no preload ran; so an allowed address is opened in a window of the app's own, without an opener.
    refuseWindow(session);
    chromiumHost().windows.close(target.targetId);
    if (answer.action === 'allow') makePopup(this.#opener, answer.overrideBrowserWindowOptions ?? {}, details);
  }
}
