// What Playwright's _electron expects of an executable: Node's inspector, and a word when the app may become ready.
import inspector from 'node:inspector';
import type { Arguments } from './arguments.cjs';

export interface Gate {
  /** Resolves when the app may become ready. */
  readonly opened: Promise<void>;
}

/** Opens the inspector if asked to; it prints its own `Debugger listening on …` line. */
export function openInspector({ switches }: Arguments): Gate {
  const port = switches.get('inspect');
  if (port === undefined) return { opened: Promise.resolve() };
  // Both switches with port 0 are how Playwright starts Electron. Then no test may race the app's start.
  const isPlaywright = port === '0' && switches.get('remote-debugging-port') === '0';
  const opened = isPlaywright ? untilPlaywrightRuns() : Promise.resolve();
  inspector.open(Number(port) || 0, '127.0.0.1');
  return { opened };
}

function untilPlaywrightRuns(): Promise<void> {
  return new Promise((resolve) => {
    Object.defineProperty(globalThis, '__playwright_run', {
      value: () => {
        resolve();
      },
      configurable: true,
    });
  });
}
