// Put into an isolated world of its own, beside the page's: runs the preload as Electron's sandbox would.
import { missingModule } from '../shared/refuse.cjs';
import { Bridge } from './bridge.cjs';
import type { PageConfig, ToMain, ToPreload } from './channel.cjs';
import { Emitter } from './emitter.cjs';
import { IpcRenderer } from './ipc-renderer.cjs';
import { clearImmediate, preloadRequire, setImmediate } from './preload-require.cjs';
import { watchTitle } from './watch-title.cjs';

type Preload = (...environment: unknown[]) => void;

function takeGlobal(name: string): unknown {
  const value: unknown = Reflect.get(globalThis, name);
  Reflect.deleteProperty(globalThis, name);
  return value;
}

function isPlaceholder(config: PageConfig): boolean {
  return location.protocol === 'data:' && location.hash === config.placeholderMark;
}

function reportOf(error: unknown): ToMain {
  const isError = error instanceof Error;
  const message = isError ? error.message : String(error);
  return {
    kind: 'preload-error',
    name: isError ? error.name : 'Error',
    message,
    stack: (isError ? error.stack : undefined) ?? message,
  };
}

export function start(config: PageConfig, preload: Preload): void {
  if (window.top !== window) return;
  const binding = takeGlobal(config.bindingName) as (text: string) => void;
  if (isPlaceholder(config)) return;
  const post = (message: ToMain): void => {
    binding(JSON.stringify(message));
  };
  watchTitle((title) => {
    post({ kind: 'title', title });
  });
  const ipcRenderer = new IpcRenderer(post);
  Object.defineProperty(globalThis, config.receiverName, {
    value: (message: ToPreload) => {
      ipcRenderer.receive(message);
    },
  });
  if (config.preloadFailure !== null) {
    post({ kind: 'preload-error', ...config.preloadFailure });
    return;
  }
  const process = Object.assign(new Emitter(), config.process);
  const module = { exports: {} };
  const require = preloadRequire(new Bridge('preload', config.secret), ipcRenderer, config.questionName);
  try {
    preload(
      require,
      module,
      module.exports,
      process,
      globalThis,
      missingModule('Buffer in a preload'),
      setImmediate,
      clearImmediate,
    );
  } catch (error) {
    post(reportOf(error));
    // Rethrown for the page's console, where Electron shows it too.
    throw error;
  }
}
