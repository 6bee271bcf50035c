import type { Lifecycle } from '../main/lifecycle.cjs';

const PATIENCE_MS = 5000;
/** Libraries that clean up on a signal send it again when they are done; that is not a person pressing Ctrl+C twice. */
const ECHO_MS = 500;
const NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** The first signal asks the app to quit, as in Electron; a second one, or an app that does not, ends it. */
export function quitOnSignals(lifecycle: Lifecycle): void {
  let askedAt: number | null = null;
  for (const [signal, number] of Object.entries(NUMBERS)) {
    process.on(signal, () => {
      const now = performance.now();
      if (askedAt !== null && now - askedAt > ECHO_MS) process.exit(128 + number);
      if (askedAt !== null) return;
      askedAt = now;
      lifecycle.quit();
      setTimeout(() => process.exit(128 + number), PATIENCE_MS).unref();
    });
  }
}
