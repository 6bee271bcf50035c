// Which windows and pages are alive. Apart from their classes, so that app, windows and pages need not import each other.
import type { BrowserWindow } from './browser-window.cjs';
import type { WebContents } from './web-contents.cjs';

export const windows = new Map<number, BrowserWindow>();
export const contents = new Map<number, WebContents>();

let focusedId: number | null = null;

export function focusedWindow(): BrowserWindow | null {
  return focusedId === null ? null : (windows.get(focusedId) ?? null);
}

export function setFocused(id: number | null): void {
  focusedId = id;
}
