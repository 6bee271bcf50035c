import { join } from 'node:path';
import { BrowserWindow, screen, session } from 'electron';
import type { Locale } from '../common/locale';
import { message } from '../common/message';
import { translatorFor } from '../common/text/translator';
import { LEAST_WINDOW, openingPlace } from '../common/window-place';
import { APP_ORIGIN } from './ipc';
import type { SettingsFile } from './settings';

/** A window that has stood still for so long is where it is meant to be. */
const SETTLE_MS = 1_000;

/** Nothing the page could ask the browser for is needed: no camera, no notifications, no location, no anything. */
function refuseAllPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.defaultSession.setPermissionCheckHandler(() => false);
}

/** Opens the one window where it was left, locked: sandboxed, isolated, no navigation, no further windows. */
export function openWindow(
  outFolder: string,
  systemLocale: Locale,
  locale: Locale,
  settings: Pick<SettingsFile, 'readWindow' | 'saveWindow'>,
): BrowserWindow {
  refuseAllPermissions();
  const left = settings.readWindow();
  const window = new BrowserWindow({
    title: translatorFor(locale).say(message('app.name')),
    ...openingPlace(
      left,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    ),
    minWidth: LEAST_WINDOW.width,
    minHeight: LEAST_WINDOW.height,
    icon: join(outFolder, 'renderer/icon.png'),
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
    if (left?.isMaximized === true) window.maximize();
    window.show();
  });
  const keep = (): void => {
    settings.saveWindow({ ...window.getNormalBounds(), isMaximized: window.isMaximized() });
  };
  // Not only at the end, which a session that is killed never sees; and not for each pixel on the way.
  let settled: ReturnType<typeof setTimeout> | undefined;
  const keepSoon = (): void => {
    clearTimeout(settled);
    settled = setTimeout(keep, SETTLE_MS);
  };
  window.on('resize', keepSoon);
  window.on('move', keepSoon);
  window.on('close', () => {
    clearTimeout(settled);
    keep();
  });
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}
