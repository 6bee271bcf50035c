import type { Lifecycle } from '../main/lifecycle.cjs';

const PATIENCE_MS = 5000;
const NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** The first signal asks the app to quit, as in Electron; a second one, or an app that does not, ends it. */
export function quitOnSignals(lifecycle: Lifecycle): void {
  let isAsked = false;
  for (const [signal, number] of Object.entries(NUMBERS)) {
    process.on(signal, () => {
      if (isAsked) process.exit(128 + number);
      isAsked = true;
      lifecycle.quit();
      setTimeout(() => process.exit(128 + number), PATIENCE_MS).unref();
    });
  }
}
