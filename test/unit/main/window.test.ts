import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { WindowPlace } from '../../../common/window-place';
import { openWindow } from '../../../main/window';
import { fakeElectron, type FakeWindow } from '../../fakes/electron';

vi.mock('electron', async () => (await import('../../fakes/electron')).electronModule);

const saved: WindowPlace[] = [];

function open(
  systemLocale: 'en' | 'zh-CN' = 'en',
  locale: 'en' | 'zh-CN' = 'en',
  left: WindowPlace | null = null,
): FakeWindow {
  openWindow('/opt/hugepages-guide/out', systemLocale, locale, {
    readWindow: () => left,
    saveWindow: (place) => saved.push(place),
  });
  const [window] = fakeElectron.windows;
  if (window === undefined || fakeElectron.windows.length > 1) throw new Error('not one window');
  return window;
}

beforeEach(() => {
  fakeElectron.reset();
  saved.length = 0;
});

describe('openWindow', () => {
  it('locks the page in: sandboxed, isolated, without Node', () => {
    expect(open().options.webPreferences).toEqual({
      preload: '/opt/hugepages-guide/out/preload/index.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      additionalArguments: ['--system-locale=en'],
    });
  });
  it('lets the page open no window and go nowhere else', () => {
    const window = open();
    expect(window.openHandler?.()).toEqual({ action: 'deny' });
    const event = { preventDefault: vi.fn() };
    window.listeners.get('will-navigate')?.(event as never);
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });
  it('refuses the page every permission', () => {
    open();
    const answer = vi.fn();
    fakeElectron.permissions.request?.(null as never, 'media' as never, answer as never);
    expect(answer.mock.calls).toEqual([[false]]);
    expect(fakeElectron.permissions.check?.()).toBe(false);
  });
  it('shows itself only when the page is drawn', () => {
    const window = open();
    expect(window.loaded).toEqual(['app://bundle/index.html']);
    expect({ show: window.options.show, isShown: window.isShown }).toEqual({ show: false, isShown: false });
    window.listeners.get('ready-to-show')?.();
    expect(window.isShown).toBe(true);
  });
  it('keeps the menu bar out of sight, and stays usable when made small', () => {
    expect(open().options).toMatchObject({ autoHideMenuBar: true, minWidth: 800, minHeight: 600 });
  });
  it('keeps its place once it has come to rest, for a session that ends without closing it', () => {
    vi.useFakeTimers();
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const window = open();
    window.listeners.get('resize')?.();
    window.listeners.get('move')?.();
    expect(saved).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(saved).toHaveLength(1);
  });
  it('carries the app’s icon', () => {
    expect(open().options.icon).toBe('/opt/hugepages-guide/out/renderer/icon.png');
  });
  it('opens where it was left, and remembers where it is left now', () => {
    const left = { x: 40, y: 60, width: 900, height: 700, isMaximized: true };
    const window = open('en', 'en', left);
    expect(window.options).toMatchObject({ x: 40, y: 60, width: 900, height: 700 });
    window.listeners.get('ready-to-show')?.();
    expect(window.isMaximizedNow).toBe(true);
    window.listeners.get('close')?.();
    expect(saved).toEqual([left]);
  });
  it('is named in the person’s language, and tells the page the desktop’s', () => {
    const window = open('zh-CN', 'en');
    expect(window.options.title).toBe('Hugepages Guide');
    expect(window.options.webPreferences?.additionalArguments).toEqual(['--system-locale=zh-CN']);
  });
});
