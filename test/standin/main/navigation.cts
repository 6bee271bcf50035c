// Loading in one page: the app's own loads, the page's, and Electron's events for both.
import { pathToFileURL } from 'node:url';
import { toApp, toChromium, withoutHash } from '../chromium/app-urls.cjs';
import { ConnectionGone } from '../chromium/devtools.cjs';
import type { Frame, PausedRequest } from '../chromium/devtools-types.cjs';
import type { Page } from '../chromium/page.cjs';
import { ElectronEvent } from '../shared/electron-event.cjs';
import { LoadError } from './load-error.cjs';
import type { WebContents } from './web-contents.cjs';
import { Deferred } from '../shared/deferred.cjs';

interface Load {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

export class Navigation {
  readonly #contents: WebContents;
  readonly #mark: string;
  readonly #ownLoads = new Set<string>();
  readonly #askedByPage = new Set<string>();
  readonly #loads = new Map<string, Load>();
  readonly #finished = new Set<string>();
  #page: Page | null = null;
  #loaderId: string | null = null;
  #hasPainted = false;
  readonly #placeholderShown = new Deferred<undefined>();
  url = '';
  isLoading = false;

  constructor(contents: WebContents, mark: string) {
    this.#contents = contents;
    this.#mark = mark;
  }

  watch(page: Page): void {
    this.#page = page;
    const { session, targetId } = page;
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.id === targetId) this.#navigated(frame);
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId !== targetId || this.#loaderId === null) return;
      this.url = toApp(url);
      this.#contents.emit('did-navigate-in-page', new ElectronEvent(), this.url, true, 0, 0);
    });
    session.on('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
      if (frameId === targetId && disposition === 'currentTab') this.#askedByPage.add(withoutHash(url));
    });
    session.on('Page.lifecycleEvent', ({ loaderId, name }) => {
      if (loaderId === this.#loaderId) this.#progressed(name);
    });
  }

  /** The page a window starts on may have come before its set-up took effect, so waiting for its event is not enough. */
  async untilPlaceholder(page: Page): Promise<void> {
    const { frameTree } = await page.session.send('Page.getFrameTree', {});
    if (!this.#isPlaceholder(frameTree.frame)) await this.#placeholderShown.promise;
  }

  /** Electron's promise: kept when the page has loaded, broken when it cannot. */
  async load(page: Page, address: string): Promise<void> {
    const url = toChromium(address);
    this.#ownLoads.add(withoutHash(url));
    this.#started();
    const { loaderId, errorText } = await page.session.send('Page.navigate', { url });
    this.#ownLoads.delete(withoutHash(url));
    if (errorText !== undefined) throw this.failed(errorText.replace(/^net::/, ''), toApp(url));
    if (loaderId !== undefined) await this.#loaded(loaderId);
  }

  reload(page: Page, ignoreCache: boolean): void {
    this.#ownLoads.add(withoutHash(toChromium(this.url)));
    this.#started();
    page.session.tell('Page.reload', { ignoreCache });
  }

  /** For the main frame's documents: may the page go there? The app's own loads need not ask. */
  isAllowed(request: PausedRequest): boolean {
    const url = withoutHash(request.request.url);
    const isAskedByPage = this.#askedByPage.delete(url);
    if (this.#ownLoads.delete(url) || request.redirectedRequestId !== undefined) return true;
    // A reload from outside, such as Playwright's, is not the page's doing, and Electron does not ask either.
    if (!isAskedByPage && url === withoutHash(toChromium(this.url || 'about:blank'))) return true;
    const address = toApp(request.request.url + (request.request.urlFragment ?? ''));
    const event = new ElectronEvent({
      url: address,
      isMainFrame: true,
      isSameDocument: false,
      frame: this.#contents.mainFrame,
      initiator: null,
    });
    this.#contents.emit('will-navigate', event, address, false, true, 0, 0);
    this.#contents.emit('will-frame-navigate', event);
    if (!event.defaultPrevented) this.#started();
    return !event.defaultPrevented;
  }

  failed(code: string, url: string): LoadError {
    const error = new LoadError(code, url);
    this.#stopped();
    this.#contents.emit('did-fail-load', new ElectronEvent(), error.errno, error.code, url, true, 0, 0);
    return error;
  }

  /** Nobody may wait for a page that has gone. */
  abandon(): void {
    for (const [loaderId, load] of this.#loads) {
      this.#loads.delete(loaderId);
      load.reject(new LoadError('ERR_FAILED', this.url));
    }
  }

  #loaded(loaderId: string): Promise<void> {
    if (this.#finished.has(loaderId)) return Promise.resolve();
    return new Promise((resolve, reject) => this.#loads.set(loaderId, { resolve, reject }));
  }

  #navigated(frame: Frame): void {
    if (this.#isPlaceholder(frame)) {
      this.#placeholderShown.resolve(undefined);
      return;
    }
    // Chromium's own page about a failure; Electron stays silent there as well.
    if (frame.unreachableUrl !== undefined) return;
    this.#supersede(frame.loaderId);
    this.#loaderId = frame.loaderId;
    this.url = toApp(frame.url + (frame.urlFragment ?? ''));
    this.#contents.emit(
      'did-start-navigation',
      new ElectronEvent({ url: this.url, isMainFrame: true, isSameDocument: false }),
      this.url,
      false,
      true,
      0,
      0,
    );
    this.#contents.emit('did-navigate', new ElectronEvent(), this.url, 200, 'OK');
  }

  #isPlaceholder({ url, urlFragment }: Frame): boolean {
    return urlFragment === this.#mark && url.startsWith('data:');
  }

  /** A load that another one has overtaken ends as Electron says: aborted. */
  #supersede(loaderId: string): void {
    for (const [other, load] of this.#loads) {
      if (other === loaderId) continue;
      this.#loads.delete(other);
      load.reject(new LoadError('ERR_ABORTED', this.url));
    }
  }

  #progressed(name: string): void {
    if (name === 'DOMContentLoaded') this.#contents.emit('dom-ready', new ElectronEvent());
    if (name === 'load') {
      this.#contents.emit('did-finish-load', new ElectronEvent());
      this.#stopped();
      const loaderId = this.#loaderId ?? '';
      this.#finished.add(loaderId);
      this.#loads.get(loaderId)?.resolve();
      this.#loads.delete(loaderId);
    }
    if (name === 'firstPaint' && !this.#hasPainted) {
      this.#hasPainted = true;
      this.#contents.emit('-first-paint');
    }
  }

  #started(): void {
    if (this.isLoading) return;
    this.isLoading = true;
    this.#contents.emit('did-start-loading', new ElectronEvent());
  }

  #stopped(): void {
    if (!this.isLoading) return;
    this.isLoading = false;
    this.#contents.emit('did-stop-loading', new ElectronEvent());
  }

  stop(): void {
    this.#page?.session.tell('Page.stopLoading', {});
  }
}

export interface LoadFileOptions {
  readonly query?: Readonly<Record<string, string>>;
  readonly search?: string;
  readonly hash?: string;
}

export function fileAddress(path: string, { query, search, hash }: LoadFileOptions): string {
  const url = pathToFileURL(path);
  if (query !== undefined) url.search = new URLSearchParams(query).toString();
  if (search !== undefined) url.search = search;
  if (hash !== undefined) url.hash = hash;
  return url.href;
}

/** A window that was closed while it loaded is no error of the load. */
export function isGone(error: unknown): boolean {
  return error instanceof ConnectionGone;
}
