import { EventEmitter } from 'node:events';
import { complain } from '../chromium/devtools.cjs';
import type { Page } from '../chromium/page.cjs';
import { ElectronEvent } from '../shared/electron-event.cjs';
import { markDestroyed, refuseUnknown } from '../shared/refuse.cjs';
import { app, lifecycle } from './app.cjs';
import { WindowState, type WindowOptions } from './base-window.cjs';
import { chromiumHost } from './chromium-host.cjs';
import type { NativeImage } from './native-image.cjs';
import type { LoadFileOptions } from './navigation.cjs';
import { focusedWindow, setFocused, windows } from './registry.cjs';
import { learnScreen } from './screen.cjs';
import { WebContents } from './web-contents.cjs';
import type { WebPreferences } from './web-preferences.cjs';
import { setPopupMaker } from './window-open.cjs';

interface BrowserWindowOptions extends WindowOptions {
  readonly webPreferences?: WebPreferences;
}

const STILL_ANSWERS = new Set([...Object.keys(EventEmitter.prototype), 'isDestroyed']);

export class BrowserWindow extends WindowState {
  readonly webContents: WebContents;
  #isDestroyed = false;

  constructor(options: BrowserWindowOptions = {}) {
    if (!lifecycle.isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    super(options);
    this.webContents = new WebContents(options.webPreferences ?? {});
    windows.set(this.id, this);
    this.#watchContents();
    this.#open();
    app.emit('browser-window-created', new ElectronEvent(), this);
    if (this.isVisible()) this.focus();
  }

  get title(): string {
    return this.getTitle();
  }

  set title(title: string) {
    this.setTitle(title);
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }

  loadFile(path: string, options?: LoadFileOptions): Promise<void> {
    return this.webContents.loadFile(path, options);
  }

  reload(): void {
    this.webContents.reload();
  }

  capturePage(): Promise<NativeImage> {
    return this.webContents.capturePage();
  }

  override show(): void {
    super.show();
    this.webContents.focus();
  }

  close(): void {
    if (this.#isDestroyed) return;
    const event = new ElectronEvent();
    this.emit('close', event);
    if (event.defaultPrevented) lifecycle.closeRefused();
    else
      this.webContents._close(() => {
        lifecycle.closeRefused();
      });
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.webContents._destroyTarget();
    this.webContents._gone();
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  getMediaSourceId(): string {
    return `window:${String(this.id)}:0`;
  }

  #open(): void {
    const { webContents } = this;
    const { width, height } = this.bounds.now;
    const meet = webContents.meet((page) => this.#ready(page));
    chromiumHost()
      .windows.open({ title: this.getTitle(), width, height, mark: webContents.mark }, meet)
      .catch(complain);
  }

  async #ready(page: Page): Promise<void> {
    const values = await page.evaluate('[screen.width, screen.height, screen.availWidth, screen.availHeight]', false);
    learnScreen(...(values as Parameters<typeof learnScreen>));
    await this.bounds.attach(page);
  }

  #watchContents(): void {
    const { webContents } = this;
    webContents.once('-gone', () => {
      this.#gone();
    });
    webContents.once('-first-paint', () => {
      this.emit('ready-to-show', new ElectronEvent());
    });
    webContents.on('page-title-updated', (_event: unknown, title: string, isExplicit: boolean) => {
      const event = new ElectronEvent();
      this.emit('page-title-updated', event, title, isExplicit);
      if (!event.defaultPrevented) this.setTitle(title);
    });
  }

  #gone(): void {
    this.#isDestroyed = true;
    windows.delete(this.id);
    if (focusedWindow() === null) setFocused(null);
    this.emit('closed', new ElectronEvent());
    markDestroyed(this, STILL_ANSWERS);
    lifecycle.windowGone();
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return focusedWindow();
  }

  static fromId(id: number): BrowserWindow | null {
    return windows.get(id) ?? null;
  }

  static fromWebContents(webContents: WebContents): BrowserWindow | null {
    return [...windows.values()].find((window) => window.webContents === webContents) ?? null;
  }
}

refuseUnknown(BrowserWindow, 'BrowserWindow');

setPopupMaker((opener, options, details) => {
  const webPreferences = { ...opener.preferences, ...(options as BrowserWindowOptions).webPreferences };
  const window = new BrowserWindow({ ...options, webPreferences });
  opener.emit('did-create-window', window, details);
  void window.loadURL(details.url);
});
