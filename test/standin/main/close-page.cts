import type { Page } from '../chromium/page.cjs';
import { ElectronEvent } from '../shared/electron-event.cjs';
import { chromiumHost } from './chromium-host.cjs';
import type { WebContents } from './web-contents.cjs';

const listening = new WeakMap<Page, () => void>();

/** Closes as a person would: a page with a beforeunload handler stays, silently, unless the app lets it go. */
export function closePage(contents: WebContents, page: Page, onKept: () => void): void {
  const isFirst = !listening.has(page);
  listening.set(page, onKept);
  if (isFirst) {
    page.session.on('Page.javascriptDialogOpening', ({ type }) => {
      if (type !== 'beforeunload') return;
      const event = new ElectronEvent();
      contents.emit('will-prevent-unload', event);
      page.session.tell('Page.handleJavaScriptDialog', { accept: event.defaultPrevented });
      if (!event.defaultPrevented) listening.get(page)?.();
    });
  }
  // A page on its placeholder has no handlers, and a crashed one answers nothing.
  if (contents.getURL() === '' || contents.isCrashed()) chromiumHost().windows.close(page.targetId);
  else page.session.tell('Page.close', {});
}
