import { join } from 'node:path';
import { BrowserWindow, session } from 'electron';
import type { Locale } from '../common/locale';
import { message } from '../common/message';
import { translatorFor } from '../common/text/translator';
import { APP_ORIGIN } from './ipc';

/** Nothing the page could ask the browser for is needed: no camera, no notifications, no location, no anything. */
function refuseAllPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.defaultSession.setPermissionCheckHandler(() => false);
}

/** Opens the one window, locked: sandboxed, isolated, no navigation, no further windows. */
export function openWindow(outFolder: string, systemLocale: Locale, locale: Locale): BrowserWindow {
  refuseAllPermissions();
  const window = new BrowserWindow({
    title: translatorFor(locale).say(message('app.name')),
    width: 1_100,
    height: 780,
    minWidth: 800,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(outFolder, 'preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      additionalArguments: [`--system-locale=${systemLocale}`],
    },
  });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event) => {
    event.preventDefault();
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}
