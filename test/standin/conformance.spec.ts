// What Electron does, recorded from Electron 33.2.1 and from its sources. The stand-in has to do the same, and this
// spec runs against either: HUGEPAGES_GUIDE_ELECTRON=/path/to/electron. Launched once: each test minds its own channels.
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Api } from './fixture-app/preload.cjs';
import { BUILT_FIXTURE, firstPage, host, launch, newUserData, settled } from './launch.js';

declare global {
  interface Window {
    api: Api;
  }
  var seen: {
    secondInstances: { argv: string[]; additionalData: unknown }[];
    events: string[];
    starts: number;
    asked: string[];
    opened: string[];
    isSameModule: boolean;
    preload: string;
  };
}

let app: ElectronApplication;
let page: Page;
let userData = '';

test.beforeAll(async () => {
  userData = newUserData();
  app = await launch(userData);
  page = await firstPage(app);
  await page.waitForLoadState();
});

test.afterAll(async () => {
  await app.close();
  rmSync(userData, { recursive: true, force: true });
});

/** The message of what a call in the page throws or rejects with. */
function messageOf(call: string): Promise<string> {
  return page.evaluate(
    `(async () => { try { await (${call}); return 'no error'; } catch (error) { return String(error); } })()`,
  );
}

test.describe('the page', () => {
  test('sees nothing of Node', async () => {
    const types = await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global'].map((name) => typeof Reflect.get(window, name)),
    );
    expect(types).toEqual(['undefined', 'undefined', 'undefined', 'undefined', 'undefined']);
  });

  test('is a secure context with storage of its own', async () => {
    expect(await page.evaluate(() => [isSecureContext, typeof localStorage, typeof crypto.subtle])).toEqual([
      true,
      'object',
      'object',
    ]);
  });

  test('loads its module scripts under a policy of its own origin only', async () => {
    await expect(page.locator('html[data-module=ran]')).toHaveCount(1);
  });

  test('has the size that the window was asked to have', async () => {
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([700, 500]);
  });

  test('is known to the main process by its own address and title', async () => {
    const known = await app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      return [window?.webContents.getURL(), window?.webContents.getTitle(), window?.getTitle()];
    });
    expect(known).toEqual(['app://bundle/index.html', 'Fixture', 'Fixture']);
  });

  test('gets a failed fetch for a file that the app scheme does not have', async () => {
    expect(await messageOf("fetch('./missing.json')")).toBe('TypeError: Failed to fetch');
  });

  test('is not stopped by a debugger statement', async () => {
    expect(await page.evaluate('(() => { debugger; return 1; })()')).toBe(1);
  });

  test('gets files of the app scheme with their type', async () => {
    const type = await page.evaluate(() => fetch('./page.js').then((response) => response.headers.get('content-type')));
    expect(type).toContain('javascript');
  });
});

test.describe('the exposed api', () => {
  test('is enumerable, and neither writable nor configurable', async () => {
    const descriptor = await page.evaluate(() => {
      const { writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(window, 'api') ?? {};
      return { writable, enumerable, configurable };
    });
    expect(descriptor).toEqual({ writable: false, enumerable: true, configurable: false });
  });

  test('is frozen all the way down', async () => {
    const frozen = await page.evaluate(() =>
      [window.api, window.api.list, window.api.nested.inner, window.api.echo].map((part) => Object.isFrozen(part)),
    );
    expect(frozen).toEqual([true, true, true, true]);
  });

  test('cannot be overwritten or added to', async () => {
    expect(await messageOf("(() => { 'use strict'; window.api = 1; })()")).toBe(
      "TypeError: Cannot assign to read only property 'api' of object '#<Window>'",
    );
    expect(await messageOf('window.api.list.push(3)')).toBe(
      'TypeError: Cannot add property 2, object is not extensible',
    );
  });

  test('cannot take a name that the window has already', async () => {
    expect(await messageOf("window.api.expose('api')")).toBe(
      'Error: Cannot bind an API on top of an existing property on the window object',
    );
  });

  test('has functions without a length, made anew each time one crosses', async () => {
    const facts = await page.evaluate(() => {
      const own = (): number => 1;
      window.api.keep(own);
      return {
        length: window.api.echo.length,
        isKept: window.api.isKept(own),
        comesBack: window.api.giveBack() === own,
      };
    });
    expect(facts).toEqual({ length: 0, isKept: false, comesBack: true });
  });

  test('answers at once, not with a promise', async () => {
    expect(await page.evaluate(() => window.api.argumentCount(1, undefined, null))).toBe(3);
  });

  test('calls functions of the page, with what they return and throw', async () => {
    expect(await page.evaluate(() => window.api.callWith((...args) => args.length, 1, 2))).toBe(2);
    expect(await messageOf("window.api.callWith(() => { throw new TypeError('from the page'); })")).toBe(
      'Error: from the page',
    );
  });
});

test.describe('a value that crosses the bridge', () => {
  test('keeps its kind when it can be cloned', async () => {
    const kinds = await page.evaluate(() =>
      [new Map(), new Set(), new Date(), /x/, new Uint8Array(1), [1], undefined, null, NaN, 1n].map((value) => [
        window.api.describe(value),
        Object.prototype.toString.call(window.api.echo(value)),
      ]),
    );
    const expected = [
      'Map',
      'Set',
      'Date',
      'RegExp',
      'Uint8Array',
      'Array',
      'Undefined',
      'Null',
      'Number',
      'BigInt',
    ].map((kind) => [`[object ${kind}]`, `[object ${kind}]`]);
    expect(kinds).toEqual(expected);
  });

  test('loses its prototype', async () => {
    const thing = await page.evaluate(() => {
      const made = window.api.makeInstance();
      return { keys: Object.keys(made), isPlain: Object.getPrototypeOf(made) === Object.prototype };
    });
    expect(thing).toEqual({ keys: ['value'], isPlain: true });
  });

  test('may refer to itself', async () => {
    const isSame = await page.evaluate(() => {
      const cyclic: Record<string, unknown> = {};
      cyclic.self = cyclic;
      const back = window.api.echo(cyclic) as typeof cyclic;
      return back.self === back && back !== cyclic;
    });
    expect(isSame).toBe(true);
  });

  test('keeps of an error its message only', async () => {
    expect(await page.evaluate(() => String(window.api.makeError()))).toBe('Error: wrong kind');
    expect(await messageOf('window.api.throws()')).toBe('Error: boom');
    expect(await messageOf('window.api.rejects()')).toBe('Error: later');
  });

  test('is refused when it is a proxy, as a reactive state object is', async () => {
    expect(await messageOf('window.api.describe(new Proxy({ a: 1 }, {}))')).toBe(
      'Error: An object could not be cloned.',
    );
    expect(await messageOf('window.api.describe({ inner: new Proxy([1], {}) })')).toBe(
      'Error: An object could not be cloned.',
    );
  });
});

test.describe('the preload', () => {
  test('runs sandboxed, with few modules', async () => {
    const { electron, ...rest } = await page.evaluate(() => window.api.environment());
    expect(rest).toEqual({ type: 'renderer', sandboxed: true, isolated: true });
    expect(electron).toMatch(/^\d+\.\d+\.\d+/);
    const found = await page.evaluate(() => ['events', 'timers', 'url', 'fs'].map((name) => window.api.requires(name)));
    expect(found).toEqual(['[object Function]', '[object Object]', '[object Object]', 'module not found: fs']);
  });

  test('is reported when it is an ES module, which a sandbox cannot run', async () => {
    const preload = join(BUILT_FIXTURE, 'esm-preload.mjs');
    const report = await app.evaluate(async ({ BrowserWindow }, path) => {
      const window = new BrowserWindow({ show: false, webPreferences: { preload: path } });
      const reported = new Promise<[string, string]>((resolve) => {
        window.webContents.once('preload-error', (_event, where, error) => {
          resolve([where, String(error)]);
        });
      });
      await window.loadURL('app://bundle/second.html');
      const result = await reported;
      window.destroy();
      return result;
    }, preload);
    expect(report).toEqual([preload, 'SyntaxError: Cannot use import statement outside a module']);
  });
});

test.describe('IPC', () => {
  test('carries what structured clone carries, both ways', async () => {
    await app.evaluate(({ ipcMain }) => {
      ipcMain.handle('values', (_event, value: unknown) => value);
    });
    expect(await page.evaluate(() => window.api.invokeFromPreload('values'))).toEqual({
      map: true,
      date: true,
      expression: '/x/gi',
      none: true,
      nan: true,
      negative: true,
      big: true,
      hole: true,
      bytes: true,
      error: 'TypeError: kind',
      cyclic: true,
    });
  });

  test('refuses functions, symbols and nodes before they are sent', async () => {
    const messages = await page.evaluate(() =>
      Promise.all((['function', 'symbol', 'node'] as const).map((kind) => window.api.invokeUncloneable(kind))),
    );
    expect(new Set(messages)).toEqual(new Set(['An object could not be cloned.']));
    expect(await page.evaluate(() => window.api.sendUncloneable())).toBe('An object could not be cloned.');
  });

  test('says what a handler throws, with the name of its kind', async () => {
    await app.evaluate(({ ipcMain }) => {
      ipcMain.handle('boom', () => {
        throw new TypeError('boom');
      });
    });
    expect(await messageOf("window.api.invoke('boom')")).toBe(
      "Error: Error invoking remote method 'boom': TypeError: boom",
    );
  });

  test('says that a handler returned what cannot be cloned', async () => {
    await app.evaluate(({ ipcMain }) => {
      ipcMain.handle('function', () => () => 1);
    });
    expect(await messageOf("window.api.invoke('function')")).toBe(
      "Error: Error invoking remote method 'function': Error: An object could not be cloned.",
    );
  });

  test('says that nobody handles a channel', async () => {
    expect(await messageOf("window.api.invoke('nobody')")).toBe(
      "Error: Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    );
  });

  test('refuses a second handler for a channel', async () => {
    const message = await app.evaluate(({ ipcMain }) => {
      ipcMain.handle('twice', () => 1);
      try {
        ipcMain.handle('twice', () => 2);
        return 'no error';
      } catch (error) {
        return String(error);
      }
    });
    expect(message).toBe("Error: Attempted to register a second handler for 'twice'");
  });

  test('removes a handler that is meant for one call', async () => {
    await app.evaluate(({ ipcMain }) => {
      ipcMain.handleOnce('once', () => 'first');
    });
    expect(await page.evaluate(() => window.api.invoke('once'))).toBe('first');
    expect(await messageOf("window.api.invoke('once')")).toContain('No handler registered');
  });

  test('tells the handler who asks', async () => {
    await app.evaluate(({ ipcMain, BrowserWindow }) => {
      ipcMain.handle('who', ({ sender, senderFrame }) => {
        const window = BrowserWindow.fromWebContents(sender);
        return {
          url: senderFrame?.url,
          origin: senderFrame?.origin,
          isMain: senderFrame === sender.mainFrame,
          hasParent: senderFrame?.parent !== null,
          isKnown: window === BrowserWindow.getAllWindows()[0],
        };
      });
    });
    expect(await page.evaluate(() => window.api.invoke('who'))).toEqual({
      url: 'app://bundle/index.html',
      origin: 'app://bundle',
      isMain: true,
      hasParent: false,
      isKnown: true,
    });
  });

  test('brings sent messages to the main process and its answers back', async () => {
    await app.evaluate(({ ipcMain }) => {
      ipcMain.on('ping', (event, ...args: unknown[]) => {
        event.reply('pong', ...args);
        event.sender.send('pong', new Map([['size', args.length]]));
      });
    });
    const received = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const all: unknown[] = [];
          window.api.onPush('pong', (...args) => {
            all.push(args.map((arg) => (arg instanceof Map ? [...arg] : arg)));
            if (all.length === 2) resolve(all);
          });
          window.api.send('ping', 'a', { b: [1] });
        }),
    );
    expect(received).toEqual([['a', { b: [1] }], [[['size', 2]]]]);
  });

  test('keeps the order of what is sent', async () => {
    await app.evaluate(({ ipcMain }) => {
      const got: number[] = [];
      ipcMain.on('number', (_event, number: number) => got.push(number));
      ipcMain.handle('numbers', () => got);
    });
    const numbers: unknown = await page.evaluate(() => {
      for (let number = 0; number < 50; number += 1) window.api.send('number', number);
      return window.api.invoke('numbers');
    });
    expect(numbers).toEqual(Array.from({ length: 50 }, (_none, index) => index));
  });
});

test.describe('a file of the page', () => {
  let folder = '';

  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'standin-files-'));
    await app.evaluate(({ ipcMain }) => {
      ipcMain.handle('path', (_event, ...args: unknown[]) => args);
    });
    await page.evaluate(() => {
      for (const name of ['dragover', 'drop']) {
        addEventListener(name, (event) => {
          event.preventDefault();
        });
      }
    });
  });

  test.afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function makeFile(name: string): string {
    const path = join(folder, name);
    writeFileSync(path, 'text');
    return path;
  }

  test('crosses the bridge as the file that it is', async () => {
    await page.setInputFiles('input', makeFile('crossing'));
    const facts = await page.evaluate(async () => {
      const file = document.querySelector('input')?.files?.[0];
      const back = window.api.echo(file) as File;
      return [window.api.describe(file), back instanceof File, back.name, await back.text()];
    });
    expect(facts).toEqual(['[object File]', true, 'crossing', 'text']);
  });

  test('reaches the main process as its absolute path when it was chosen, whatever its name', async () => {
    const paths = ['plain.sh', `-a "b" 'c' $(d) \\n.sh`, 'two\nlines', '启动 ü.sh'].map(makeFile);
    await page.setInputFiles('input', paths);
    const received = await page.evaluate(() => {
      const files = [...(document.querySelector('input')?.files ?? [])];
      return Promise.all(files.map((file) => window.api.invokeWithPath('path', file)));
    });
    expect(received).toEqual(paths.map((path) => [path]));
  });

  test('reaches the main process as its absolute path when it was dropped', async () => {
    const path = makeFile('dropped.sh');
    const drop = await page.evaluateHandle(() => ({
      received: new Promise((resolve) => {
        addEventListener('drop', ({ dataTransfer }) => {
          const [file] = dataTransfer?.files ?? [];
          resolve(file && window.api.invokeWithPath('path', file));
        });
      }),
    }));
    const debug = await page.context().newCDPSession(page);
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await debug.send('Input.dispatchDragEvent', { type, x: 50, y: 50, data });
    expect(await drop.evaluate(({ received }) => received)).toEqual([path]);
    await debug.detach();
  });

  test('has an empty path when the page made it itself, also by the name of one that exists', async () => {
    const path = makeFile('real.sh');
    const received: unknown = await page.evaluate(
      (name) => window.api.invokeWithPath('path', new File(['text'], name)),
      path,
    );
    expect(received).toEqual(['']);
  });

  test('cannot be replaced by the name of one', async () => {
    expect(await messageOf("window.api.invokeWithPath('path', '/etc/passwd')")).toBe(
      'Error: getPathForFile expected to receive a File object but one was not provided',
    );
  });
});

test.describe('navigation', () => {
  test('reports a load in the order of Electron', async () => {
    const events = await app.evaluate(() => globalThis.seen.events.filter((name) => name !== 'ready-to-show'));
    expect(events).toEqual(['did-start-loading', 'did-navigate', 'dom-ready', 'did-finish-load', 'did-stop-loading']);
    await expect.poll(() => app.evaluate(() => globalThis.seen.events.includes('ready-to-show'))).toBe(true);
  });

  test('is prevented by will-navigate, which is told the address', async () => {
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.on('will-navigate', (event) => {
        globalThis.seen.asked.push(event.url);
        event.preventDefault();
      });
    });
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('#away')?.click();
    });
    await expect.poll(() => app.evaluate(() => globalThis.seen.asked)).toEqual(['https://example.invalid/away']);
    await expect(page.getByRole('heading', { name: 'Fixture' })).toBeVisible();
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())).toBe(
      'app://bundle/index.html',
    );
  });

  test('opens no window that the handler denies, by link or by script', async () => {
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setWindowOpenHandler(({ url }) => {
        globalThis.seen.opened.push(url);
        return { action: 'deny' };
      });
    });
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('#blank')?.click();
    });
    await expect.poll(() => app.evaluate(() => globalThis.seen.opened)).toEqual(['https://example.invalid/blank']);
    await page.evaluate(() => {
      window.open('https://example.invalid/script', 'name', 'width=200,height=100');
    });
    await expect
      .poll(() => app.evaluate(() => globalThis.seen.opened))
      .toEqual(['https://example.invalid/blank', 'https://example.invalid/script']);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(await page.evaluate(() => window.api.argumentCount())).toBe(0);
  });

  test('asks about links that are clicked for a new tab or window', async () => {
    await app.evaluate(() => {
      globalThis.seen.opened.length = 0;
    });
    for (const key of ['Control', 'Shift'] as const) await page.locator('#away').click({ modifiers: [key] });
    await page.locator('#away').click({ button: 'middle' });
    await expect.poll(() => app.evaluate(() => globalThis.seen.opened)).toHaveLength(3);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('is not asked about when it is a reload from outside', async () => {
    await app.evaluate(() => {
      globalThis.seen.asked.length = 0;
    });
    await page.reload();
    expect(await page.evaluate(() => window.api.argumentCount())).toBe(0);
    expect(await app.evaluate(() => globalThis.seen.asked)).toEqual([]);
  });

  test('is asked about when the page reloads itself', async () => {
    await page.evaluate(() => {
      location.reload();
    });
    await expect.poll(() => app.evaluate(() => globalThis.seen.asked)).toEqual(['app://bundle/index.html']);
  });

  test('opens an allowed window with the options the handler gives', async () => {
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setWindowOpenHandler(() => ({
        action: 'allow',
        overrideBrowserWindowOptions: { title: 'Allowed' },
      }));
    });
    await page.evaluate(() => {
      window.open('./second.html');
    });
    // The stand-in replaces Chromium's own popup, which Playwright may see for a moment.
    const opened = (): Page | undefined => app.windows().find((one) => one.url().endsWith('/second.html'));
    await expect.poll(() => opened() !== undefined).toBe(true);
    const popup = await settled(opened() ?? page);
    await expect(popup.getByRole('heading', { name: 'Second' })).toBeVisible();
    expect(await popup.evaluate(() => window.api.invoke('who'))).toMatchObject({ url: 'app://bundle/second.html' });
    await popup.close();
    await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('rejects the load of an address that leads nowhere', async () => {
    const outcome = await app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      const error = await window.loadURL('app://bundle/nowhere.html').then(
        () => 'loaded',
        (reason: unknown) => String(reason),
      );
      window.destroy();
      return error;
    });
    expect(outcome).toMatch(/^Error: ERR_[A-Z_]+ \(-\d+\) loading 'app:\/\/bundle\/nowhere.html'$/);
  });
});

test.describe('a window', () => {
  test('stays when its close event is prevented, and goes when it is not', async () => {
    const facts = await app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      const { webContents } = window;
      await window.loadURL('app://bundle/second.html');
      window.once('close', (event) => {
        event.preventDefault();
      });
      window.close();
      const stayed = !window.isDestroyed();
      const closed = new Promise<void>((resolve) => {
        window.once('closed', () => {
          resolve();
        });
      });
      window.close();
      await closed;
      const complaint = ((): string => {
        try {
          return window.getTitle();
        } catch (error) {
          return String(error);
        }
      })();
      return {
        stayed,
        isGone: window.isDestroyed() && webContents.isDestroyed(),
        complaint,
        left: BrowserWindow.getAllWindows().length,
      };
    });
    expect(facts).toEqual({ stayed: true, isGone: true, complaint: 'TypeError: Object has been destroyed', left: 1 });
  });

  test('is told of its page closing itself', async () => {
    const closed = app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      await window.loadURL('app://bundle/second.html');
      const gone = new Promise<string>((resolve) => {
        window.once('closed', () => {
          resolve('closed');
        });
      });
      window.webContents.executeJavaScript('window.close()').catch(String);
      return gone;
    });
    expect(await closed).toBe('closed');
  });

  test('stays, silently, when its page has reason to', async () => {
    const facts = await app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      await window.loadURL('app://bundle/second.html');
      await window.webContents.executeJavaScript(
        "addEventListener('beforeunload', (event) => { event.preventDefault(); event.returnValue = 'x'; }); 1",
        true,
      );
      const kept = new Promise<string>((resolve) => {
        window.webContents.once('will-prevent-unload', () => {
          resolve('kept');
        });
      });
      window.close();
      const outcome = await kept;
      const isThere = !window.isDestroyed();
      window.destroy();
      return [outcome, isThere];
    });
    expect(facts).toEqual(['kept', true]);
  });

  test('can be hidden and shown, sized and placed', async () => {
    const facts = await app.evaluate(({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false, width: 400, height: 300, minWidth: 350 });
      const events: string[] = [];
      window.on('show', () => events.push('show'));
      window.on('hide', () => events.push('hide'));
      const visible = [window.isVisible()];
      window.show();
      visible.push(window.isVisible());
      window.hide();
      visible.push(window.isVisible());
      const size = window.getSize();
      window.destroy();
      return { visible, size, events };
    });
    expect(facts).toEqual({ visible: [false, true, false], size: [400, 300], events: ['show', 'hide'] });
  });

  test('belongs to the page that Playwright sees', async () => {
    const window = await app.browserWindow(page);
    expect(await window.evaluate((one: BrowserWindow) => [one.isDestroyed(), one.webContents.getURL()])).toEqual([
      false,
      'app://bundle/index.html',
    ]);
  });

  test('is created as a safe one unless told otherwise, and reports its console', async () => {
    const message = await app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      await window.loadURL('app://bundle/second.html');
      const said = new Promise<string[]>((resolve) => {
        window.webContents.once('console-message', (event) => {
          resolve([event.level, event.message]);
        });
      });
      await window.webContents.executeJavaScript("console.warn('careful', typeof require)");
      const result = await said;
      window.destroy();
      return result;
    });
    expect(message).toEqual(['warning', 'careful undefined']);
  });
});

test.describe('the main process', () => {
  test('imports electron by name and as a whole, and runs electron-store', async () => {
    expect(await app.evaluate(() => [globalThis.seen.isSameModule, globalThis.seen.starts])).toEqual([true, 1]);
  });

  test('knows its name, version and folders', async () => {
    const facts = await app.evaluate(({ app: electronApp }) => [
      electronApp.getName(),
      electronApp.getVersion(),
      electronApp.getPath('userData'),
      electronApp.isReady(),
      electronApp.isPackaged,
    ]);
    expect(facts).toEqual(['Stand-in Fixture', '1.2.3', userData, true, false]);
    expect(
      await app.evaluate(() => [process.type, typeof process.versions.electron, typeof process.versions.chrome]),
    ).toEqual(['browser', 'string', 'string']);
  });

  test('runs code in a page and gets its result or its failure', async () => {
    const results = await app.evaluate(async ({ BrowserWindow }) => {
      const run = async (code: string): Promise<unknown> =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code);
      return [
        await run('({ sum: 1 + 1 })'),
        await run('Promise.resolve(3)'),
        await run("Promise.reject(new Error('no'))").catch(String),
      ];
    });
    expect(results).toEqual([{ sum: 2 }, 3, 'Error: no']);
  });

  test('chooses the colours that pages prefer', async () => {
    const isDark = (): Promise<boolean> => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    const choose = (source: 'dark' | 'light' | 'system'): Promise<boolean> =>
      app.evaluate(({ nativeTheme }, value) => {
        nativeTheme.themeSource = value;
        return nativeTheme.shouldUseDarkColors;
      }, source);
    expect(await choose('dark')).toBe(true);
    await expect.poll(isDark).toBe(true);
    expect(await choose('light')).toBe(false);
    await expect.poll(isDark).toBe(false);
    await choose('system');
  });

  test('builds menus whose items can be clicked', async () => {
    const facts = await app.evaluate(({ Menu }) => {
      const clicked: string[] = [];
      const menu = Menu.buildFromTemplate([
        { label: 'Tools', submenu: [{ id: 'deep', label: 'Deep', click: (item) => clicked.push(item.label) }] },
        { id: 'check', label: 'Check', type: 'checkbox', click: (item) => clicked.push(String(item.checked)) },
        { type: 'separator' },
        { id: 'a', label: 'A', type: 'radio', checked: true },
        { id: 'b', label: 'B', type: 'radio' },
        { id: 'quit', role: 'quit' },
      ]);
      for (const id of ['deep', 'check', 'b']) menu.getMenuItemById(id)?.click();
      const checked = ['check', 'a', 'b'].map((id) => menu.getMenuItemById(id)?.checked);
      return { clicked, checked, quit: menu.getMenuItemById('quit')?.label, types: menu.items.map(({ type }) => type) };
    });
    expect(facts).toEqual({
      clicked: ['Deep', 'true'],
      checked: [true, false, true],
      quit: 'Quit',
      types: ['submenu', 'checkbox', 'separator', 'radio', 'radio', 'normal'],
    });
  });

  test('keeps text on its clipboard', async () => {
    expect(
      await app.evaluate(async ({ clipboard }) => {
        await clipboard.writeText('copied');
        return clipboard.readText();
      }),
    ).toBe('copied');
  });

  test('knows the screen that its windows are on', async () => {
    const { size, count } = await app.evaluate(({ screen }) => ({
      size: screen.getPrimaryDisplay().size,
      count: screen.getAllDisplays().length,
    }));
    expect(await page.evaluate(() => ({ width: screen.width, height: screen.height }))).toEqual(size);
    expect(count).toBeGreaterThan(0);
  });

  test('can have its dialogs answered by a test', async () => {
    const answer = await app.evaluate(async ({ dialog }) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: ['/x'] });
      return dialog.showOpenDialog({});
    });
    expect(answer).toEqual({ canceled: false, filePaths: ['/x'] });
  });

  test('registers a scheme before it is ready or never, and handles it once', async () => {
    const messages = await app.evaluate(({ protocol }) => {
      const attempt = (call: () => void): string => {
        try {
          call();
          return 'no error';
        } catch (error) {
          return String(error);
        }
      };
      const again = attempt(() => {
        protocol.handle('app', () => new Response(''));
      });
      const late = attempt(() => {
        protocol.registerSchemesAsPrivileged([{ scheme: 'late' }]);
      });
      return [again, late, protocol.isProtocolHandled('app'), protocol.isProtocolHandled('other')];
    });
    expect(messages).toEqual([
      'Error: Failed to register protocol: app',
      'Error: protocol.registerSchemesAsPrivileged should be called before app is ready',
      true,
      false,
    ]);
  });
});

test.describe('the session', () => {
  test('grants what nobody is asked about, and denies what a handler denies', async () => {
    const states = (): Promise<string[]> =>
      page.evaluate(() =>
        Promise.all(
          (['notifications', 'geolocation'] as const).map((name) =>
            navigator.permissions.query({ name }).then(({ state }) => state),
          ),
        ),
      );
    expect(await states()).toEqual(['granted', 'granted']);
    await app.evaluate(({ session }) => {
      session.defaultSession.setPermissionRequestHandler((_contents, _permission, callback) => {
        callback(false);
      });
      session.defaultSession.setPermissionCheckHandler(() => false);
    });
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.loadURL('app://bundle/index.html'));
    // Playwright may still be on the document that has just been left.
    await expect(async () => {
      expect(await states()).toEqual(['denied', 'denied']);
    }).toPass();
    expect(await page.evaluate(() => Notification.permission)).toBe('denied');
  });

  test('lets the app change the headers of its own answers', async () => {
    await app.evaluate(({ session }) => {
      session.defaultSession.webRequest.onHeadersReceived((details, callback) => {
        callback({
          responseHeaders: {
            ...details.responseHeaders,
            'x-added': ['yes'],
            'content-security-policy': ["default-src 'self'; img-src app://bundle"],
          },
        });
      });
    });
    expect(await page.evaluate(() => fetch('./page.js').then((response) => response.headers.get('x-added')))).toBe(
      'yes',
    );
  });
});

test.describe('the stand-in', () => {
  test.skip(() => host.kind === 'electron', 'Electron has these parts');

  test('refuses, in words, whatever it does not have', async () => {
    const messages = await app.evaluate((electron) => {
      const attempts: (() => unknown)[] = [
        () => electron.powerMonitor.getSystemIdleTime(),
        () => electron.BrowserWindow.getAllWindows()[0]?.webContents.print(),
        () => electron.app.getGPUFeatureStatus(),
        () => new electron.BrowserWindow({ webPreferences: { sandbox: false } }),
        () => Reflect.get(electron, 'madeUp') as unknown,
      ];
      return attempts.map((attempt) => {
        try {
          attempt();
          return 'no error';
        } catch (error) {
          return (error as Error).message;
        }
      });
    });
    const what = [
      'powerMonitor.getSystemIdleTime',
      'webContents.print',
      'app.getGPUFeatureStatus',
      'webPreferences.sandbox: false',
      'electron.madeUp',
    ];
    expect(messages).toEqual(what.map((name) => `stand-in: ${name} is not implemented`));
  });

  test('answers a dialog as if it had been dismissed', async () => {
    const answer = await app.evaluate(async ({ dialog }) => [
      await dialog.showSaveDialog({}),
      await dialog.showMessageBox({ message: 'm', buttons: ['OK', 'Cancel'] }),
    ]);
    expect(answer).toEqual([
      { canceled: true, filePath: '' },
      { response: 1, checkboxChecked: false },
    ]);
  });

  test('lets nothing reach the network', async () => {
    await app.evaluate(({ session }) => {
      session.defaultSession.webRequest.onHeadersReceived(null);
    });
    expect(
      await app.evaluate(({ net }) => net.fetch('https://example.invalid/').catch((error: unknown) => String(error))),
    ).toBe('Error: net::ERR_BLOCKED_BY_CLIENT');
  });
});
