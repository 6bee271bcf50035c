// The running Chromium, once the app may use it.
import type { Chromium } from '../chromium/chromium.cjs';
import type { Windows } from '../chromium/windows.cjs';

interface Running {
  readonly chromium: Chromium;
  readonly windows: Windows;
}

let running: Running | null = null;

export function setRunning(value: Running): void {
  running = value;
}

export function chromiumHost(): Running {
  if (running === null) throw new Error('stand-in: Chromium is not running yet');
  return running;
}

export function chromiumIfRunning(): Chromium | null {
  return running?.chromium ?? null;
}
