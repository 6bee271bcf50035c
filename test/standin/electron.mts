// The same module for `import`: named exports have to be spelt out, or an ES module could not import them by name.
import { createRequire } from 'node:module';
import type { Electron } from './electron.cjs';

const electron = createRequire(import.meta.url)('./electron.cjs') as Electron & Record<string, unknown>;

export default electron;
export const {
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
  webContents,
} = electron;
export const {
  autoUpdater,
  BaseWindow,
  BrowserView,
  contentTracing,
  crashReporter,
  desktopCapturer,
  globalShortcut,
  ImageView,
  inAppPurchase,
  MessageChannelMain,
  netLog,
  powerMonitor,
  powerSaveBlocker,
  pushNotifications,
  safeStorage,
  ShareMenu,
  systemPreferences,
  TouchBar,
  utilityProcess,
  View,
  webFrameMain,
  WebContentsView,
} = electron;
