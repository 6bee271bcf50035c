/* eslint-disable @typescript-eslint/no-empty-function -- methods that Electron has and that change nothing here */
// What an app may set on a page and that only changes what the page's object answers.
import { EventEmitter } from 'node:events';
import { record } from '../shared/record.cjs';
import { apiModule } from '../shared/refuse.cjs';

export class PageSettings extends EventEmitter {
  #zoomFactor = 1;
  readonly navigationHistory = apiModule('webContents.navigationHistory', {
    canGoBack: () => false,
    canGoForward: () => false,
    clear: () => {},
  });

  openDevTools(): void {
    record('webContents.openDevTools');
  }

  closeDevTools(): void {}

  toggleDevTools(): void {
    record('webContents.toggleDevTools');
  }

  isDevToolsOpened(): boolean {
    return false;
  }

  /** Remembered only: the page keeps its size. */
  setZoomFactor(factor: number): void {
    this.#zoomFactor = factor;
  }

  getZoomFactor(): number {
    return this.#zoomFactor;
  }

  setZoomLevel(level: number): void {
    this.#zoomFactor = 1.2 ** level;
  }

  getZoomLevel(): number {
    return Math.log(this.#zoomFactor) / Math.log(1.2);
  }

  async setVisualZoomLevelLimits(): Promise<void> {}

  setBackgroundThrottling(): void {}
}
