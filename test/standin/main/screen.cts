import { EventEmitter } from 'node:events';
import { refuseUnknown } from '../shared/refuse.cjs';

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One screen. Headless Chromium is told this size; the size of a real one is learnt from the first window. */
let size = { width: 1920, height: 1080 };
let workSize = size;

export function screenSize(): { readonly width: number; readonly height: number } {
  return size;
}

export function learnScreen(width: number, height: number, availableWidth: number, availableHeight: number): void {
  size = { width, height };
  workSize = { width: availableWidth, height: availableHeight };
}

export function primaryDisplay() {
  const bounds: Area = { x: 0, y: 0, ...size };
  const workArea: Area = { x: 0, y: 0, ...workSize };
  return {
    id: 1,
    label: 'stand-in',
    bounds,
    workArea,
    size,
    workAreaSize: workSize,
    scaleFactor: 1,
    rotation: 0,
    internal: false,
    touchSupport: 'unknown',
    monochrome: false,
    colorDepth: 24,
    depthPerComponent: 8,
    displayFrequency: 60,
    detected: true,
  };
}

type Display = ReturnType<typeof primaryDisplay>;

class Screen extends EventEmitter {
  getPrimaryDisplay(): Display {
    return primaryDisplay();
  }

  getAllDisplays(): Display[] {
    return [primaryDisplay()];
  }

  getDisplayMatching(): Display {
    return primaryDisplay();
  }

  getDisplayNearestPoint(): Display {
    return primaryDisplay();
  }

  getCursorScreenPoint(): { x: number; y: number } {
    return { x: 0, y: 0 };
  }
}

refuseUnknown(Screen, 'screen');

export const screen = new Screen();
