// The few modules a sandboxed preload can require.
import { missingModule } from '../shared/refuse.cjs';
import type { Bridge } from './bridge.cjs';
import { Emitter } from './emitter.cjs';
import type { IpcRenderer } from './ipc-renderer.cjs';
import { webUtils } from './web-utils.cjs';

export const setImmediate = (callback: (...args: unknown[]) => void, ...args: unknown[]): number =>
  window.setTimeout(callback, 0, ...args);
export const clearImmediate = (id: number): void => {
  window.clearTimeout(id);
};

export function preloadRequire(
  bridge: Bridge,
  ipcRenderer: IpcRenderer,
  questionName: string,
): (name: string) => unknown {
  const electron = {
    contextBridge: {
      exposeInMainWorld: (key: string, api: unknown): void => {
        bridge.expose(key, api);
      },
      exposeInIsolatedWorld: missingModule('contextBridge.exposeInIsolatedWorld'),
      executeInMainWorld: missingModule('contextBridge.executeInMainWorld'),
    },
    ipcRenderer,
    crashReporter: missingModule('crashReporter'),
    nativeImage: missingModule('nativeImage'),
    webFrame: missingModule('webFrame'),
    webUtils: webUtils(questionName),
  };
  const events = Object.assign(Emitter, { EventEmitter: Emitter });
  const timers = { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate };
  const modules = new Map<string, unknown>([
    ['electron', electron],
    ['electron/common', electron],
    ['electron/renderer', electron],
    ['events', events],
    ['timers', timers],
    ['url', { URL, URLSearchParams }],
  ]);
  return (name) => {
    const found = modules.get(name.replace(/^node:/, ''));
    if (found === undefined) throw new Error(`module not found: ${name}`);
    return found;
  };
}
