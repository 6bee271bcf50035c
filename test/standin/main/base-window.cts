/* eslint-disable @typescript-eslint/no-empty-function -- methods that Electron has and that change nothing here */
// What a window is apart from its page: size, visibility, title and the like.
import { EventEmitter } from 'node:events';
import { ElectronEvent } from '../shared/electron-event.cjs';
import { app } from './app.cjs';
import { focusedWindow, setFocused } from './registry.cjs';
import { Bounds, type BoundsOptions, type Rectangle } from './window-bounds.cjs';

export interface WindowOptions extends BoundsOptions {
  readonly title?: string;
  readonly show?: boolean;
  readonly resizable?: boolean;
  readonly fullscreen?: boolean;
  readonly alwaysOnTop?: boolean;
  readonly backgroundColor?: string;
}

type Flag =
  | 'resizable'
  | 'minimizable'
  | 'maximizable'
  | 'closable'
  | 'movable'
  | 'focusable'
  | 'alwaysOnTop'
  | 'menuBarVisible'
  | 'autoHideMenuBar'
  | 'skipTaskbar';

let lastId = 0;

/** Methods that Electron's windows have and that only change what they answer. */
export class WindowState extends EventEmitter {
  readonly id: number;
  protected readonly bounds: Bounds;
  readonly #flags = new Map<Flag, boolean>();
  #title: string;
  #isVisible: boolean;
  #backgroundColor: string;

  constructor(options: WindowOptions) {
    super();
    lastId += 1;
    this.id = lastId;
    this.bounds = new Bounds(this, options);
    this.#title = options.title ?? app.name;
    this.#isVisible = options.show ?? true;
    this.#backgroundColor = options.backgroundColor ?? '#FFFFFF';
    if (options.resizable === false) this.#flags.set('resizable', false);
    if (options.alwaysOnTop === true) this.#flags.set('alwaysOnTop', true);
    if (options.fullscreen === true) this.bounds.setState('fullscreen');
  }

  show(): void {
    const wasVisible = this.#isVisible;
    this.#isVisible = true;
    if (!wasVisible) this.emit('show', new ElectronEvent());
    this.focus();
  }

  showInactive(): void {
    if (!this.#isVisible) this.emit('show', new ElectronEvent());
    this.#isVisible = true;
  }

  hide(): void {
    if (!this.#isVisible) return;
    this.#isVisible = false;
    this.blur();
    this.emit('hide', new ElectronEvent());
  }

  focus(): void {
    const before = focusedWindow();
    if (before?.id === this.id || !this.#isVisible) return;
    before?.blur();
    setFocused(this.id);
    this.emit('focus', new ElectronEvent());
    app.emit('browser-window-focus', new ElectronEvent(), this);
  }

  blur(): void {
    if (focusedWindow()?.id !== this.id) return;
    setFocused(null);
    this.emit('blur', new ElectronEvent());
    app.emit('browser-window-blur', new ElectronEvent(), this);
  }

  minimize(): void {
    this.#enter('minimized', 'minimize');
  }

  maximize(): void {
    this.#isVisible = true;
    this.#enter('maximized', 'maximize');
  }

  unmaximize(): void {
    if (this.isMaximized()) this.#enter('normal', 'unmaximize');
  }

  restore(): void {
    if (this.isMinimized()) this.#enter('normal', 'restore');
  }

  setFullScreen(isFull: boolean): void {
    if (isFull !== this.isFullScreen())
      this.#enter(isFull ? 'fullscreen' : 'normal', isFull ? 'enter-full-screen' : 'leave-full-screen');
  }

  #enter(state: 'normal' | 'minimized' | 'maximized' | 'fullscreen', event: string): void {
    if (state === this.bounds.state) return;
    this.bounds.setState(state);
    this.emit(event, new ElectronEvent());
  }

  isVisible(): boolean {
    return this.#isVisible;
  }

  isFocused(): boolean {
    return focusedWindow()?.id === this.id;
  }

  isMinimized(): boolean {
    return this.bounds.state === 'minimized';
  }

  isMaximized(): boolean {
    return this.bounds.state === 'maximized';
  }

  isFullScreen(): boolean {
    return this.bounds.state === 'fullscreen';
  }

  isNormal(): boolean {
    return this.bounds.state === 'normal';
  }

  isModal(): boolean {
    return false;
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  getBackgroundColor(): string {
    return this.#backgroundColor;
  }

  setBackgroundColor(color: string): void {
    this.#backgroundColor = color;
  }

  getBounds(): Rectangle {
    return this.bounds.now;
  }

  getNormalBounds(): Rectangle {
    return this.bounds.now;
  }

  getContentBounds(): Rectangle {
    return this.bounds.now;
  }

  setBounds(change: Partial<Rectangle>): void {
    this.bounds.set(change);
  }

  setContentBounds(change: Partial<Rectangle>): void {
    this.bounds.set(change);
  }

  getSize(): number[] {
    return [this.bounds.now.width, this.bounds.now.height];
  }

  setSize(width: number, height: number): void {
    this.bounds.set({ width, height });
  }

  getContentSize(): number[] {
    return this.getSize();
  }

  setContentSize(width: number, height: number): void {
    this.bounds.set({ width, height });
  }

  getPosition(): number[] {
    return [this.bounds.now.x, this.bounds.now.y];
  }

  setPosition(x: number, y: number): void {
    this.bounds.set({ x, y });
  }

  center(): void {}

  getMinimumSize(): readonly number[] {
    return this.bounds.min;
  }

  setMinimumSize(width: number, height: number): void {
    this.bounds.setMin(width, height);
  }

  getMaximumSize(): readonly number[] {
    return this.bounds.max;
  }

  setMaximumSize(width: number, height: number): void {
    this.bounds.setMax(width, height);
  }

  isResizable(): boolean {
    return this.#flags.get('resizable') ?? true;
  }

  setResizable(value: boolean): void {
    this.#flags.set('resizable', value);
  }

  isAlwaysOnTop(): boolean {
    return this.#flags.get('alwaysOnTop') ?? false;
  }

  setAlwaysOnTop(value: boolean): void {
    this.#flags.set('alwaysOnTop', value);
  }

  isMenuBarVisible(): boolean {
    return this.#flags.get('menuBarVisible') ?? true;
  }

  setMenuBarVisibility(value: boolean): void {
    this.#flags.set('menuBarVisible', value);
  }

  isMenuBarAutoHide(): boolean {
    return this.#flags.get('autoHideMenuBar') ?? false;
  }

  setAutoHideMenuBar(value: boolean): void {
    this.#flags.set('autoHideMenuBar', value);
  }

  setMenu(): void {}

  removeMenu(): void {}

  setIcon(): void {}

  setProgressBar(): void {}

  setSkipTaskbar(): void {}

  setOpacity(): void {}

  flashFrame(): void {}

  moveTop(): void {}
}
