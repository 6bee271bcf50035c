// Becoming ready, quitting and exiting, in the order of events that Electron has.
import type { EventEmitter } from 'node:events';
import { ElectronEvent } from '../shared/electron-event.cjs';
import { chromiumIfRunning } from './chromium-host.cjs';
import { windows } from './registry.cjs';
import { Deferred } from '../shared/deferred.cjs';

const EMPTY_LAUNCH_INFO = {};

export class Lifecycle {
  readonly #app: EventEmitter;
  readonly #ready = new Deferred<object>();
  #isReady = false;
  #isQuitting = false;
  #isOver = false;

  constructor(app: EventEmitter) {
    this.#app = app;
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  whenReady(): Promise<object> {
    return this.#ready.promise;
  }

  becomeReady(): void {
    if (this.#isOver) return;
    this.#app.emit('will-finish-launching');
    this.#isReady = true;
    this.#ready.resolve(EMPTY_LAUNCH_INFO);
    this.#app.emit('ready', new ElectronEvent(), EMPTY_LAUNCH_INFO);
  }

  quit(): void {
    if (this.#isQuitting || this.#isOver) return;
    if (!this.#emitPreventable('before-quit')) return;
    this.#isQuitting = true;
    if (windows.size === 0) this.#willQuit();
    for (const window of [...windows.values()]) window.close();
  }

  /** A window that refuses to close calls quitting off. */
  closeRefused(): void {
    this.#isQuitting = false;
  }

  windowGone(): void {
    if (windows.size > 0 || this.#isOver) return;
    if (this.#isQuitting) this.#willQuit();
    else if (!this.#app.emit('window-all-closed')) this.quit();
  }

  exit(code: number): void {
    if (this.#isOver) return;
    // Before the windows go: with the last one gone the app would quit with code 0.
    this.#isOver = true;
    for (const window of [...windows.values()]) window.destroy();
    this.#end(code);
  }

  #willQuit(): void {
    if (this.#isOver) return;
    if (!this.#emitPreventable('will-quit')) {
      this.#isQuitting = false;
      return;
    }
    this.#isOver = true;
    this.#end(0);
  }

  #emitPreventable(name: string): boolean {
    const event = new ElectronEvent();
    this.#app.emit(name, event);
    return !event.defaultPrevented;
  }

  #end(code: number): void {
    this.#app.emit('quit', new ElectronEvent(), code);
    const stopped = chromiumIfRunning()?.stop() ?? Promise.resolve();
    // Later in any case: what follows app.quit() in the app's own code still runs.
    void stopped.then(() => setImmediate(() => process.exit(code)));
  }
}
