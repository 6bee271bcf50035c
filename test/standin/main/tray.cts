/* eslint-disable @typescript-eslint/no-empty-function -- methods that Electron has and that change nothing here */
import { EventEmitter } from 'node:events';
import { markDestroyed, refuseUnknown } from '../shared/refuse.cjs';
import { NativeImage } from './native-image.cjs';

type Icon = NativeImage | string;

function requireIcon(icon: Icon): void {
  const image = typeof icon === 'string' ? NativeImage.fromFile(icon) : icon;
  if (typeof icon === 'string' && image.isEmpty()) throw new Error(`Failed to load image from path '${icon}'`);
}

/** State only: no icon appears. Electron lists no trays, so an app has to hand its own to tests. */
export class Tray extends EventEmitter {
  #isDestroyed = false;

  constructor(icon: Icon) {
    super();
    requireIcon(icon);
  }

  setImage(icon: Icon): void {
    requireIcon(icon);
  }

  setToolTip(): void {}

  setTitle(): void {}

  setContextMenu(): void {}

  setIgnoreDoubleClickEvents(): void {}

  popUpContextMenu(): void {}

  closeContextMenu(): void {}

  getBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 0, y: 0, width: 0, height: 0 };
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  destroy(): void {
    this.#isDestroyed = true;
    markDestroyed(this, new Set([...Object.keys(EventEmitter.prototype), 'isDestroyed', 'destroy']));
  }
}

refuseUnknown(Tray, 'Tray');
