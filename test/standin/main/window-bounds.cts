// Size, place and state of one window. What was asked for is answered at once; a person's changes come in later.
import type { EventEmitter } from 'node:events';
import { complain } from '../chromium/devtools.cjs';
import type { WindowBounds as ChromiumBounds, WindowState } from '../chromium/devtools-types.cjs';
import type { Page } from '../chromium/page.cjs';
import { ElectronEvent } from '../shared/electron-event.cjs';
import { chromiumHost } from './chromium-host.cjs';
import { primaryDisplay } from './screen.cjs';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface BoundsOptions {
  readonly width?: number;
  readonly height?: number;
  readonly x?: number;
  readonly y?: number;
  readonly minWidth?: number;
  readonly minHeight?: number;
  readonly maxWidth?: number;
  readonly maxHeight?: number;
}

type Pair = readonly [number, number];

export class Bounds {
  readonly #window: EventEmitter;
  #now: Rectangle;
  #min: Pair;
  #max: Pair;
  #state: WindowState = 'normal';
  #page: Page | null = null;
  #windowId = 0;
  /** Nobody has said where the window goes, so it may move when the size of the screen is known. */
  #isCentred: boolean;

  constructor(window: EventEmitter, options: BoundsOptions) {
    this.#window = window;
    this.#min = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.#max = [options.maxWidth ?? 0, options.maxHeight ?? 0];
    const [width, height] = this.#clamp(options.width ?? 800, options.height ?? 600);
    this.#isCentred = options.x === undefined || options.y === undefined;
    this.#now = { ...this.#centre(width, height), width, height };
    if (!this.#isCentred) this.#now = { ...this.#now, x: options.x ?? 0, y: options.y ?? 0 };
  }

  get now(): Rectangle {
    return this.#now;
  }

  get state(): WindowState {
    return this.#state;
  }

  get min(): Pair {
    return this.#min;
  }

  get max(): Pair {
    return this.#max;
  }

  setMin(width: number, height: number): void {
    this.#min = [width, height];
    this.#reclamp();
  }

  setMax(width: number, height: number): void {
    this.#max = [width, height];
    this.#reclamp();
  }

  async attach(page: Page): Promise<void> {
    const { windowId } = await chromiumHost().chromium.devtools.root.send('Browser.getWindowForTarget', {
      targetId: page.targetId,
    });
    this.#windowId = windowId;
    this.#page = page;
    if (this.#isCentred) this.#now = { ...this.#now, ...this.#centre(this.#now.width, this.#now.height) };
    await this.#tell(this.#forChromium());
    if (this.#state !== 'normal') await this.#tell({ windowState: this.#state });
    page.session.on('Page.frameResized', () => {
      this.#look().catch(complain);
    });
  }

  set(change: Partial<Rectangle>): void {
    const before = this.#now;
    const [width, height] = this.#clamp(change.width ?? before.width, change.height ?? before.height);
    if (change.x !== undefined || change.y !== undefined) this.#isCentred = false;
    this.#now = { x: change.x ?? before.x, y: change.y ?? before.y, width, height };
    if (this.#page !== null) this.#tell(this.#forChromium()).catch(complain);
    this.#report(before);
  }

  setState(state: WindowState): void {
    this.#state = state;
    if (this.#page !== null) this.#tell({ windowState: state }).catch(complain);
  }

  #centre(width: number, height: number): { readonly x: number; readonly y: number } {
    const { workArea } = primaryDisplay();
    const before = (outer: number, inner: number): number => Math.max(0, Math.round((outer - inner) / 2));
    return { x: before(workArea.width, width), y: before(workArea.height, height) };
  }

  #reclamp(): void {
    const [width, height] = this.#clamp(this.#now.width, this.#now.height);
    if (width !== this.#now.width || height !== this.#now.height) this.set({ width, height });
  }

  #clamp(width: number, height: number): Pair {
    const within = (value: number, index: 0 | 1): number =>
      Math.min(Math.max(Math.round(value), this.#min[index]), this.#max[index] || Infinity);
    return [within(width, 0), within(height, 1)];
  }

  #forChromium(): ChromiumBounds {
    const { x, y, width, height } = this.#now;
    return { left: x, top: y, width, height: height + chromiumHost().windows.barHeight };
  }

  async #tell(bounds: ChromiumBounds): Promise<void> {
    const { root } = chromiumHost().chromium.devtools;
    // Chromium refuses numbers while a window is maximized or the like, and a state together with numbers.
    const mustRestore = bounds.windowState === undefined && this.#state !== 'normal';
    if (mustRestore) return;
    await root.send('Browser.setWindowBounds', { windowId: this.#windowId, bounds });
  }

  /** The window was resized, by the app or by a person. */
  async #look(): Promise<void> {
    if (this.#page === null) return;
    const { bounds } = await chromiumHost().chromium.devtools.root.send('Browser.getWindowForTarget', {
      targetId: this.#page.targetId,
    });
    this.#followState(bounds.windowState ?? 'normal');
    if (this.#state !== 'normal') return;
    const before = this.#now;
    const { left = before.x, top = before.y, width = before.width, height } = bounds;
    this.#now = {
      x: left,
      y: top,
      width,
      height: height === undefined ? before.height : height - chromiumHost().windows.barHeight,
    };
    this.#report(before);
  }

  #followState(state: WindowState): void {
    if (state === this.#state) return;
    const left: Partial<Record<WindowState, string>> = {
      maximized: 'unmaximize',
      minimized: 'restore',
      fullscreen: 'leave-full-screen',
    };
    const entered: Partial<Record<WindowState, string>> = {
      maximized: 'maximize',
      minimized: 'minimize',
      fullscreen: 'enter-full-screen',
    };
    const name = entered[state] ?? left[this.#state];
    this.#state = state;
    if (name !== undefined) this.#window.emit(name, new ElectronEvent());
  }

  #report(before: Rectangle): void {
    const { x, y, width, height } = this.#now;
    const names = [
      ...(width !== before.width || height !== before.height ? ['resize', 'resized'] : []),
      ...(x !== before.x || y !== before.y ? ['move', 'moved'] : []),
    ];
    for (const name of names) this.#window.emit(name, new ElectronEvent());
  }
}
