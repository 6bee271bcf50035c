// The order in which an app comes up: its main module first, then Chromium, then `ready`.
import Module from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, lifecycle, switches } from '../main/app.cjs';
import type { Arguments } from './arguments.cjs';
import { host, type Manifest } from './host.cjs';
import type { Gate } from './playwright.cjs';
import { quitOnSignals } from './signals.cjs';
import { startChromium } from './start-chromium.cjs';
import { say } from '../shared/say.cjs';

async function runMain({ main, isModule }: Manifest): Promise<void> {
  if (isModule) {
    await import(pathToFileURL(main).href);
    return;
  }
  // As the program's own main module: apps compare require.main with module.
  const { _load } = Module as unknown as { _load: (path: string, parent: null, isMain: true) => unknown };
  _load(main, null, true);
}

/** Electron warns and goes on, where Node would end the process. */
function warnOfRejections(): void {
  process.on('unhandledRejection', (reason) => {
    say(
      `(electron) UnhandledPromiseRejectionWarning: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`,
    );
  });
}

/** A function, because it changes while the app starts. */
function isOver(): boolean {
  return lifecycle.isOver;
}

export async function startApp(args: Arguments, chromiumPath: string, gate: Gate): Promise<void> {
  for (const [name, value] of args.switches) switches.set(name, value);
  const userData = switches.get('user-data-dir');
  if (userData !== undefined) app.setPath('userData', resolve(userData));
  quitOnSignals(lifecycle);
  warnOfRejections();
  await runMain(host().manifest);
  if (isOver()) return;
  try {
    await startChromium(chromiumPath);
  } catch (error) {
    // An app that quits meanwhile takes Chromium with it.
    if (!isOver()) throw error;
    return;
  }
  await gate.opened;
  lifecycle.becomeReady();
}
