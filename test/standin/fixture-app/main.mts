// A small app in the shape of the real one: an ES module, its own scheme, a sandboxed CommonJS preload.
import electron, { app, BrowserWindow, net, protocol } from 'electron';
import Store from 'electron-store';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PAGES = app.getAppPath();
export const PRELOAD = join(import.meta.dirname, 'preload.cjs');

/** What the spec looks at through the debugger. */
const seen = {
  secondInstances: [] as unknown[],
  events: [] as string[],
  asked: [] as string[],
  opened: [] as string[],
  starts: 0,
  isSameModule: electron.app === app,
  preload: PRELOAD,
};
Object.assign(globalThis, { seen });

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

for (const name of ['before-quit', 'will-quit', 'quit', 'window-all-closed'] as const) {
  app.on(name as 'quit', () => {
    process.stdout.write(`${name}\n`);
  });
}
app.on('window-all-closed', () => {
  if (process.env['FIXTURE_STAYS'] !== '1') app.quit();
});
app.on('second-instance', (_event, argv, workingDirectory, additionalData) => {
  seen.secondInstances.push({ argv, workingDirectory, additionalData });
});

function watch(window: BrowserWindow): void {
  const { webContents } = window;
  for (const name of [
    'did-start-loading',
    'did-navigate',
    'dom-ready',
    'did-finish-load',
    'did-stop-loading',
    'destroyed',
  ] as const) {
    webContents.on(name as 'dom-ready', () => {
      seen.events.push(name);
    });
  }
  for (const name of ['ready-to-show', 'close', 'closed'] as const)
    window.on(name as 'closed', () => {
      seen.events.push(name);
    });
}

async function openWindow(): Promise<void> {
  const store = new Store<{ starts: number }>({ defaults: { starts: 0 } });
  seen.starts = store.get('starts') + 1;
  store.set('starts', seen.starts);
  protocol.handle('app', (request) => {
    const { pathname } = new URL(request.url);
    return net.fetch(pathToFileURL(join(PAGES, pathname)).href);
  });
  const window = new BrowserWindow({
    width: 700,
    height: 500,
    useContentSize: true,
    webPreferences: { preload: PRELOAD },
  });
  watch(window);
  await window.loadURL('app://bundle/index.html');
  process.stdout.write('loaded\n');
}

/** What a run is started for, by an environment variable. */
const ERRANDS: Readonly<Record<string, () => void>> = {
  'exit-3': () => {
    app.exit(3);
  },
  'process-exit': () => process.exit(4),
  quit: () => {
    app.quit();
  },
  close: () => {
    BrowserWindow.getAllWindows()[0]?.close();
  },
};

const errand = process.env['FIXTURE_ERRAND'] ?? '';
if (errand === 'throw') throw new Error('thrown by the main module');
if (errand === 'quit-early') app.quit();
else if (app.requestSingleInstanceLock({ greeting: 'hello' }))
  void app.whenReady().then(openWindow).then(ERRANDS[errand]);
else app.quit();
