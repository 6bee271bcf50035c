// What menu items with a role are called, and what they do.
import { record } from '../shared/record.cjs';
import { app } from './app.cjs';
import type { BrowserWindow } from './browser-window.cjs';
import type { MenuItemOptions } from './menu-item.cjs';

interface Role {
  readonly label: string;
  readonly accelerator?: string;
  readonly run?: (window: BrowserWindow | undefined) => void;
  readonly submenu?: readonly MenuItemOptions[];
}

const separator = { type: 'separator' } as const;

function edit(command: string): (window: BrowserWindow | undefined) => void {
  return (window) => {
    void window?.webContents.executeJavaScript(`document.execCommand(${JSON.stringify(command)})`, true);
  };
}

/** Names without regard to case, as in Electron. */
const ROLES: Readonly<Record<string, Role>> = {
  quit: {
    label: 'Quit',
    accelerator: 'Ctrl+Q',
    run: () => {
      app.quit();
    },
  },
  close: {
    label: 'Close Window',
    accelerator: 'CommandOrControl+W',
    run: (window) => {
      window?.close();
    },
  },
  minimize: {
    label: 'Minimize',
    accelerator: 'CommandOrControl+M',
    run: (window) => {
      window?.minimize();
    },
  },
  reload: {
    label: 'Reload',
    accelerator: 'CmdOrCtrl+R',
    run: (window) => {
      window?.webContents.reload();
    },
  },
  forcereload: {
    label: 'Force Reload',
    accelerator: 'Shift+CmdOrCtrl+R',
    run: (window) => {
      window?.webContents.reloadIgnoringCache();
    },
  },
  toggledevtools: {
    label: 'Toggle Developer Tools',
    accelerator: 'Ctrl+Shift+I',
    run: (window) => {
      window?.webContents.toggleDevTools();
    },
  },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: 'F11',
    run: (window) => {
      window?.setFullScreen(!window.isFullScreen());
    },
  },
  resetzoom: {
    label: 'Actual Size',
    accelerator: 'CommandOrControl+0',
    run: (window) => {
      window?.webContents.setZoomLevel(0);
    },
  },
  zoomin: {
    label: 'Zoom In',
    accelerator: 'CommandOrControl+Plus',
    run: (window) => {
      window?.webContents.setZoomLevel(window.webContents.getZoomLevel() + 0.5);
    },
  },
  zoomout: {
    label: 'Zoom Out',
    accelerator: 'CommandOrControl+-',
    run: (window) => {
      window?.webContents.setZoomLevel(window.webContents.getZoomLevel() - 0.5);
    },
  },
  about: {
    label: 'About',
    run: () => {
      record('app.showAboutPanel');
    },
  },
  undo: { label: 'Undo', accelerator: 'CommandOrControl+Z', run: edit('undo') },
  redo: { label: 'Redo', accelerator: 'Shift+CommandOrControl+Z', run: edit('redo') },
  cut: { label: 'Cut', accelerator: 'CommandOrControl+X', run: edit('cut') },
  copy: { label: 'Copy', accelerator: 'CommandOrControl+C', run: edit('copy') },
  paste: { label: 'Paste', accelerator: 'CommandOrControl+V', run: edit('paste') },
  delete: { label: 'Delete', run: edit('delete') },
  selectall: { label: 'Select All', accelerator: 'CommandOrControl+A', run: edit('selectAll') },
  filemenu: { label: 'File', submenu: [{ role: 'quit' }] },
  editmenu: {
    label: 'Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'delete' },
      separator,
      { role: 'selectAll' },
    ],
  },
  viewmenu: {
    label: 'View',
    submenu: [
      { role: 'reload' },
      { role: 'forceReload' },
      { role: 'toggleDevTools' },
      separator,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      separator,
      { role: 'togglefullscreen' },
    ],
  },
  windowmenu: { label: 'Window', submenu: [{ role: 'minimize' }, { role: 'close' }] },
  help: { label: 'Help' },
  window: { label: 'Window' },
};

export function roleOf(name: string | undefined): Role | null {
  return name === undefined ? null : (ROLES[name.toLowerCase()] ?? null);
}
