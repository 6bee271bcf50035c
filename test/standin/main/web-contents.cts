import { EventEmitter } from 'node:events';
import { complain } from '../chromium/devtools.cjs';
import type { PausedRequest } from '../chromium/devtools-types.cjs';
import { Page } from '../chromium/page.cjs';
import type { Meet } from '../chromium/windows.cjs';
import type { ToMain } from '../page/channel.cjs';
import { encode } from '../shared/codec.cjs';
import { ElectronEvent } from '../shared/electron-event.cjs';
import { markDestroyed, refuseUnknown } from '../shared/refuse.cjs';
import { app } from './app.cjs';
import { chromiumHost } from './chromium-host.cjs';
import { closePage } from './close-page.cjs';
import { deliverInvoke, deliverSend } from './ipc-delivery.cjs';
import { IpcMain } from './ipc-main.cjs';
import { fileAddress, isGone, type LoadFileOptions, Navigation } from './navigation.cjs';
import { NativeImage } from './native-image.cjs';
import { LoadError } from './load-error.cjs';
import { themeSource } from './native-theme.cjs';
import { preloadProcess } from './preload-process.cjs';
import { reportPage } from './page-reports.cjs';
import { PageSettings } from './page-settings.cjs';
import { contents, windows } from './registry.cjs';
import { answerRequests } from './requests.cjs';
import { defaultSession } from './session.cjs';
import { WebFrameMain } from './web-frame-main.cjs';
import { type WebPreferences, checkPreferences } from './web-preferences.cjs';
import { WindowOpen, type WindowOpenHandler } from './window-open.cjs';
import { say } from '../shared/say.cjs';
import { Deferred } from '../shared/deferred.cjs';

let lastId = 0;

export class WebContents extends PageSettings {
  readonly id: number;
  readonly session = defaultSession;
  readonly ipc = new IpcMain();
  readonly mainFrame: WebFrameMain;
  readonly #preferences: WebPreferences;
  readonly #navigation: Navigation;
  readonly #windowOpen = new WindowOpen(this);
  readonly #pageHere = new Deferred<Page>();
  #page: Page | null = null;
  #title = '';
  #isDestroyed = false;
  #isCrashed = false;

  constructor(preferences: WebPreferences) {
    super();
    checkPreferences(preferences);
    lastId += 1;
    this.id = lastId;
    this.#preferences = preferences;
    this.#navigation = new Navigation(this, this.mark);
    this.mainFrame = new WebFrameMain(this);
    // A window may close before anyone loads anything into it.
    this.#pageHere.promise.catch(complain);
    contents.set(this.id, this);
    app.emit('web-contents-created', new ElectronEvent(), this);
  }

  /** Marks the page that this one starts on. */
  get mark(): string {
    return `#standin-${String(this.id)}`;
  }

  get preferences(): WebPreferences {
    return this.#preferences;
  }

  /** Called with the page's target while it still waits; everything here has to be sent at once. */
  meet(ready: (page: Page) => Promise<void>): Meet {
    return (session, target) => {
      const { preload, additionalArguments = [] } = this.#preferences;
      const page = new Page(session, target, {
        preload,
        mark: this.mark,
        process: preloadProcess(additionalArguments),
        colorScheme: themeSource(),
      });
      this.#page = page;
      page.hear = (message) => {
        this.#hear(message);
      };
      this.#navigation.watch(page);
      this.#windowOpen.watch(page);
      answerRequests(this, page);
      reportPage(this, page);
      // Whoever debugs the page sets media of their own while they attach, and would leave the theme behind.
      this.on('dom-ready', () => {
        page.emulateColorScheme(themeSource()).catch(complain);
      });
      session.on('Inspector.targetCrashed', () => {
        this.#isCrashed = true;
      });
      session.events.once('detached', () => {
        this._gone();
      });
      const begin = async (): Promise<void> => {
        await page.start();
        await this.#navigation.untilPlaceholder(page);
        await ready(page);
        this.#pageHere.resolve(page);
      };
      begin().catch(complain);
    };
  }

  get _page(): Page | null {
    return this.#page;
  }

  loadURL(address: string): Promise<void> {
    const loaded = this.#pageHere.promise.then((page) => this.#navigation.load(page, address));
    const reported = loaded.catch((error: unknown) => {
      throw isGone(error) ? new LoadError('ERR_FAILED', address) : error;
    });
    // Electron reports a failed load by an event too, so a promise nobody looks at is no unhandled rejection there.
    reported.catch(complain);
    return reported;
  }

  loadFile(path: string, options: LoadFileOptions = {}): Promise<void> {
    return this.loadURL(fileAddress(path, options));
  }

  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    this.#page?.push({ kind: 'push', channel, args: encode(args) });
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const page = await this.#pageHere.promise;
    return page.evaluate(code, userGesture);
  }

  async capturePage(): Promise<NativeImage> {
    const page = await this.#pageHere.promise;
    const { data } = await page.session.send('Page.captureScreenshot', { format: 'png' });
    return NativeImage.fromBytes(Buffer.from(data, 'base64'));
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpen.handler = handler;
  }

  reload(): void {
    if (this.#page !== null) this.#navigation.reload(this.#page, false);
  }

  reloadIgnoringCache(): void {
    if (this.#page !== null) this.#navigation.reload(this.#page, true);
  }

  stop(): void {
    this.#navigation.stop();
  }

  focus(): void {
    this.#page?.session.tell('Page.bringToFront', {});
  }

  close(options: { readonly waitForBeforeUnload?: boolean } = {}): void {
    const owner = [...windows.values()].find((window) => window.webContents === this);
    if (options.waitForBeforeUnload === true) owner?.close();
    else owner?.destroy();
  }

  getURL(): string {
    return this.#navigation.url;
  }

  getTitle(): string {
    return this.#title;
  }

  getType(): string {
    return 'window';
  }

  getUserAgent(): string {
    return app.userAgentFallback;
  }

  isLoading(): boolean {
    return this.#navigation.isLoading;
  }

  isLoadingMainFrame(): boolean {
    return this.#navigation.isLoading;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  isCrashed(): boolean {
    return this.#isCrashed;
  }

  isFocused(): boolean {
    return [...windows.values()].some((window) => window.webContents === this && window.isFocused());
  }

  /** Asks the page's beforeunload handlers, which may keep it open. */
  _close(onKept: () => void): void {
    if (this.#page !== null) closePage(this, this.#page, onKept);
    else
      void this.#pageHere.promise.then((page) => {
        closePage(this, page, onKept);
      });
  }

  _destroyTarget(): void {
    const close = (page: Page): void => {
      chromiumHost().windows.close(page.targetId);
    };
    if (this.#page !== null) close(this.#page);
    else this.#pageHere.promise.then(close, complain);
  }

  _gone(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    contents.delete(this.id);
    this.#pageHere.reject(new LoadError('ERR_FAILED', this.getURL()));
    this.#navigation.abandon();
    this.emit('destroyed', new ElectronEvent());
    // The window goes when everyone who listens has heard of its page.
    this.emit('-gone');
    markDestroyed(this, new Set([...Object.keys(EventEmitter.prototype), 'isDestroyed', '_gone', '_destroyTarget']));
  }

  mayNavigate(request: PausedRequest): boolean {
    return this.#navigation.isAllowed(request);
  }

  isMainDocument(paused: PausedRequest): boolean {
    return paused.resourceType === 'Document' && paused.frameId === this.#page?.targetId;
  }

  loadFailed(code: string, url: string): void {
    if (!this.#isDestroyed) this.#navigation.failed(code, url);
  }

  #hear(message: ToMain): void {
    if (message.kind === 'send') deliverSend(this, message);
    if (message.kind === 'invoke')
      void deliverInvoke(this, message, (reply) => {
        this.#page?.push(reply);
      });
    if (message.kind === 'title') {
      this.#title = message.title;
      this.emit('page-title-updated', new ElectronEvent(), message.title, true);
    }
    if (message.kind === 'preload-error') {
      const error = Object.assign(new Error(message.message), { name: message.name, stack: message.stack });
      say(`Unable to load preload script: ${this.#preferences.preload ?? ''}\n${message.stack}`);
      this.emit('preload-error', new ElectronEvent(), this.#preferences.preload, error);
    }
  }

  static getAllWebContents(): WebContents[] {
    return [...contents.values()];
  }

  static getFocusedWebContents(): WebContents | null {
    return [...contents.values()].find((one) => one.isFocused()) ?? null;
  }

  static fromId(id: number): WebContents | undefined {
    return contents.get(id);
  }

  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return [...contents.values()].find((one) => one._page?.targetId === targetId);
  }
}

refuseUnknown(WebContents, 'webContents');
