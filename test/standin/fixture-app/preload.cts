import { contextBridge, ipcRenderer, webUtils } from 'electron';

type AnyFunction = (...args: unknown[]) => unknown;

let kept: unknown;

function describe(value: unknown): string {
  return Object.prototype.toString.call(value);
}

const api = {
  list: [1, 2],
  nested: { inner: { value: 1 } },
  kept: 'api',
  describe,
  echo: (value: unknown) => value,
  argumentCount: (...args: unknown[]) => args.length,
  keep: (value: unknown) => {
    kept = value;
  },
  isKept: (value: unknown) => kept === value,
  giveBack: () => kept,
  callWith: (fn: AnyFunction, ...args: unknown[]) => fn(...args),
  throws: () => {
    throw new TypeError('boom');
  },
  rejects: () => Promise.reject(new RangeError('later')),
  makeError: () => new TypeError('wrong kind'),
  makeInstance: () =>
    new (class Thing {
      value = 1;
      method(): number {
        return this.value;
      }
    })(),
  expose: (name: string) => {
    contextBridge.exposeInMainWorld(name, 1);
  },
  requires: (name: string): string => {
    try {
      return describe(require(name));
    } catch (error) {
      return (error as Error).message;
    }
  },
  environment: () => ({
    type: process.type,
    sandboxed: process.sandboxed,
    isolated: process.contextIsolated,
    electron: process.versions.electron,
  }),
  invoke: (channel: string, ...args: unknown[]) => ipcRenderer.invoke(channel, ...args),
  send: (channel: string, ...args: unknown[]) => {
    ipcRenderer.send(channel, ...args);
  },
  invokeWithPath: (channel: string, file: File) => ipcRenderer.invoke(channel, webUtils.getPathForFile(file)),
  /** Values that never cross the bridge: the preload makes them and looks at what comes back. */
  invokeFromPreload: async (channel: string) => {
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    const sent = {
      map: new Map([[1, new Set(['a'])]]),
      date: new Date(0),
      expression: /x/gi,
      none: undefined,
      nan: NaN,
      negative: -0,
      big: 12n,
      // eslint-disable-next-line no-sparse-arrays -- the hole is what is tested
      holes: [1, , 3],
      bytes: new Uint16Array([1, 65_535]),
      error: new TypeError('kind'),
      cyclic,
    };
    const back = (await ipcRenderer.invoke(channel, sent)) as typeof sent;
    return {
      map: back.map.get(1)?.has('a') === true,
      date: back.date.getTime() === 0,
      expression: String(back.expression),
      none: 'none' in back && back.none === undefined,
      nan: Number.isNaN(back.nan),
      negative: Object.is(back.negative, -0),
      big: back.big === 12n,
      hole: !(1 in back.holes) && back.holes.length === 3,
      bytes: back.bytes instanceof Uint16Array && back.bytes[1] === 65_535,
      error: `${back.error.name}: ${back.error.message}`,
      cyclic: back.cyclic['self'] === back.cyclic,
    };
  },
  invokeUncloneable: async (kind: 'function' | 'symbol' | 'node') => {
    const values = { function: () => 1, symbol: Symbol('s'), node: document };
    return ipcRenderer.invoke('nobody', values[kind]).then(
      () => 'sent',
      (error: unknown) => (error as Error).message,
    );
  },
  sendUncloneable: () => {
    try {
      ipcRenderer.send('nobody', () => 1);
      return 'sent';
    } catch (error) {
      return (error as Error).message;
    }
  },
  onPush: (channel: string, listener: AnyFunction) => {
    ipcRenderer.on(channel, (_event, ...args: unknown[]) => {
      listener(...args);
    });
  },
};

contextBridge.exposeInMainWorld('api', api);

export type Api = typeof api;
