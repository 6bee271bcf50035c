import type * as Electron from 'electron';

/*
 * What main/ uses of Electron, and nothing more: any other call throws. Importing the real package would start a
 * download. A test says `vi.mock('electron', async () => (await import('../../fakes/electron')).electronModule)`.
 */

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown;
type ProtocolHandler = (request: Request) => Response | Promise<Response>;
type Listener = (...args: readonly never[]) => void;

function strict<Members extends object>(name: string, members: Members): Members {
  return new Proxy(members, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target) return Reflect.get(target, key, receiver) as unknown;
      throw new Error(`nobody expected electron.${name}.${key}`);
    },
  });
}

/** One window that was opened, with what was asked of it. */
export class FakeWindow {
  readonly listeners = new Map<string, Listener>();
  readonly loaded: string[] = [];
  openHandler: (() => { action: string }) | null = null;
  isShown = false;
  isMaximizedNow = false;
  readonly webContents = strict('webContents', {
    setWindowOpenHandler: (handler: () => { action: string }) => {
      this.openHandler = handler;
    },
    on: (name: string, listener: Listener) => {
      this.listeners.set(name, listener);
    },
  });

  constructor(readonly options: Electron.BrowserWindowConstructorOptions) {
    fakeElectron.windows.push(this);
    return strict('BrowserWindow', this);
  }

  on(name: string, listener: Listener): void {
    this.listeners.set(name, listener);
  }

  maximize(): void {
    this.isMaximizedNow = true;
  }

  isMaximized(): boolean {
    return this.isMaximizedNow;
  }

  getNormalBounds(): Electron.Rectangle {
    const { x = 0, y = 0, width = 0, height = 0 } = this.options;
    return { x, y, width, height };
  }

  once(name: string, listener: Listener): void {
    this.listeners.set(name, listener);
  }

  show(): void {
    this.isShown = true;
  }

  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    return Promise.resolve();
  }
}

/** What the code under test has asked of Electron so far; `reset` forgets it. */
export const fakeElectron = {
  channels: new Map<string, Handler>(),
  protocols: new Map<string, ProtocolHandler>(),
  schemes: [] as Electron.CustomScheme[],
  fetched: [] as string[],
  windows: [] as FakeWindow[],
  menus: [] as Electron.MenuItemConstructorOptions[][],
  permissions: { request: null as Listener | null, check: null as (() => boolean) | null },
  /** Where `app.getPath('userData')` points. */
  userData: '',
  reset(): void {
    this.channels.clear();
    this.protocols.clear();
    this.schemes = [];
    this.fetched = [];
    this.windows = [];
    this.menus = [];
    this.permissions = { request: null, check: null };
  },
};

const members = {
  app: strict('app', {
    getPath: (name: string) => {
      if (name !== 'userData') throw new Error(`nobody expected app.getPath('${name}')`);
      return fakeElectron.userData;
    },
    getVersion: () => '0.1.0',
  }),
  ipcMain: strict('ipcMain', {
    handle: (name: string, handler: Handler) => {
      if (fakeElectron.channels.has(name)) throw new Error(`a second handler for ${name}`);
      fakeElectron.channels.set(name, handler);
    },
    // electron-store listens for its own renderer half, which nobody has.
    on: (name: string) => {
      if (name !== 'electron-store-get-data') throw new Error(`nobody expected ipcMain.on('${name}')`);
    },
  }),
  shell: strict('shell', {}),
  screen: strict('screen', {
    getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1_920, height: 1_080 } }],
  }),
  protocol: strict('protocol', {
    registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => {
      fakeElectron.schemes.push(...schemes);
    },
    handle: (scheme: string, handler: ProtocolHandler) => {
      fakeElectron.protocols.set(scheme, handler);
    },
  }),
  net: strict('net', {
    fetch: (url: string) => {
      fakeElectron.fetched.push(url);
      return Promise.resolve(new Response('the file'));
    },
  }),
  session: strict('session', {
    defaultSession: strict('defaultSession', {
      setPermissionRequestHandler: (handler: Listener) => {
        fakeElectron.permissions.request = handler;
      },
      setPermissionCheckHandler: (handler: () => boolean) => {
        fakeElectron.permissions.check = handler;
      },
    }),
  }),
  Menu: strict('Menu', {
    buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
    setApplicationMenu: (menu: Electron.MenuItemConstructorOptions[]) => {
      fakeElectron.menus.push(menu);
    },
  }),
  BrowserWindow: FakeWindow,
};

/** The module as `vi.mock` wants it; electron-store takes the default export. */
export const electronModule = { ...members, default: members };
