// The module `electron`, as a main process sees it.
import { app } from './main/app.cjs';
import { BrowserWindow } from './main/browser-window.cjs';
import { clipboard } from './main/clipboard.cjs';
import { dialog } from './main/dialog.cjs';
import { ipcMain } from './main/ipc-main.cjs';
import { Menu } from './main/menu.cjs';
import { MenuItem } from './main/menu-item.cjs';
import { NativeImage } from './main/native-image.cjs';
import { nativeTheme } from './main/native-theme.cjs';
import { net } from './main/net.cjs';
import { Notification } from './main/notification.cjs';
import { protocol } from './main/protocol.cjs';
import { screen } from './main/screen.cjs';
import { session } from './main/session.cjs';
import { shell } from './main/shell.cjs';
import { Tray } from './main/tray.cjs';
import { WebContents } from './main/web-contents.cjs';
import { apiModule, missingModule } from './shared/refuse.cjs';

const nativeImage = apiModule('nativeImage', {
  createEmpty: () => NativeImage.fromBytes(Buffer.alloc(0)),
  createFromPath: (path: string) => NativeImage.fromFile(path),
  createFromBuffer: (bytes: Buffer) => NativeImage.fromBytes(bytes),
  createFromDataURL: (url: string) => NativeImage.fromBytes(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')),
});

const missing = Object.fromEntries(
  [
    'autoUpdater',
    'BaseWindow',
    'BrowserView',
    'contentTracing',
    'crashReporter',
    'desktopCapturer',
    'globalShortcut',
    'ImageView',
    'inAppPurchase',
    'MessageChannelMain',
    'netLog',
    'powerMonitor',
    'powerSaveBlocker',
    'pushNotifications',
    'safeStorage',
    'ShareMenu',
    'systemPreferences',
    'TouchBar',
    'utilityProcess',
    'View',
    'webFrameMain',
    'WebContentsView',
  ].map((name) => [name, missingModule(name)]),
);

const electron = {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  protocol,
  screen,
  session,
  shell,
  Tray,
  webContents: WebContents,
};

/** What an import of electron sees; the part above with its types, for electron.mts. */
export type Electron = typeof electron;

module.exports = apiModule('electron', { ...electron, ...missing });
