// What pages open. Chromium's own popups are always refused: their first document would take over the worlds of an empty
// one, in which no preload ran. An address that the app allows is opened in a window of the app's own, without an opener.
import { toApp } from '../chromium/app-urls.cjs';
import type { Page } from '../chromium/page.cjs';
import type { WebContents } from './web-contents.cjs';

type Disposition = 'foreground-tab' | 'background-tab' | 'new-window';

interface Opening {
  readonly url: string;
  readonly frameName: string;
  readonly features: string;
  readonly disposition: Disposition;
}

type Answer =
  { readonly action: 'deny' } | { readonly action: 'allow'; readonly overrideBrowserWindowOptions?: object };
export type WindowOpenHandler = (details: object) => Answer;

/** Opens an allowed window; set by browser-window, which this file cannot import. */
type PopupMaker = (opener: WebContents, options: object, details: { readonly url: string }) => void;
let makePopup: PopupMaker = () => undefined;

export function setPopupMaker(maker: PopupMaker): void {
  makePopup = maker;
}

export class WindowOpen {
  readonly #opener: WebContents;
  handler: WindowOpenHandler = () => ({ action: 'allow' });

  constructor(opener: WebContents) {
    this.#opener = opener;
  }

  watch({ session }: Page): void {
    session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      const frameName = windowName === '_blank' ? '' : windowName;
      this.#decide({ url: toApp(url), frameName, features: windowFeatures.join(','), disposition: 'foreground-tab' });
    });
    // Clicks with Ctrl or Shift, or the middle button.
    session.on('Page.frameRequestedNavigation', ({ url, disposition }) => {
      if (disposition !== 'newTab' && disposition !== 'newWindow') return;
      this.#decide({
        url: toApp(url),
        frameName: '',
        features: '',
        disposition: disposition === 'newWindow' ? 'new-window' : 'background-tab',
      });
    });
  }

  #decide(opening: Opening): void {
    const details = {
      ...opening,
      referrer: { url: '', policy: 'strict-origin-when-cross-origin' },
      postBody: undefined,
    };
    const answer = this.handler(details);
    if (answer.action === 'allow') makePopup(this.#opener, answer.overrideBrowserWindowOptions ?? {}, details);
  }
}
