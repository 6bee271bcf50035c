import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { localeFromEnvironment } from '../common/locale';
import { message } from '../common/message';
import '../common/text/outside-texts';
import { translatorFor } from '../common/text/translator';
import { findElectron } from '../test/standin/find-electron';
import { isOutdated, runStep } from './setup/build-steps';
import { installPackages, mayInstallPackages } from './setup/debian-packages';
import { downloadElectron } from './setup/electron-download';
import { findChromium } from './setup/programs';
import { startApp } from './setup/start-app';

// `npm start`: what start-app.ts decides, carried out.

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { env } = process;
const { say } = translatorFor(localeFromEnvironment(env));

/** Opens the app and stays until it has closed; gives its exit code. */
async function open(executable: string, switches: readonly string[]): Promise<number> {
  const app = spawn(executable, [...switches, ROOT, ...process.argv.slice(2)], { stdio: 'inherit' });
  try {
    await once(app, 'spawn');
  } catch (fault) {
    console.error(say(message('start.cannot-open', { detail: String(fault) })));
    return 1;
  }
  // A terminal sends Ctrl-C to both; this one stays until the app has said goodbye. The others come here alone.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.kill(signal));
  await once(app, 'exit');
  return app.exitCode ?? 1;
}

process.exitCode = await startApp({
  env,
  isRoot: process.getuid?.() === 0,
  tell: (text) => {
    console.error(say(text));
  },
  isOutdated: (step) => isOutdated(ROOT, step),
  runStep: (step) => runStep(ROOT, step),
  findElectron: () => findElectron(ROOT),
  downloadElectron: (announce) => downloadElectron(ROOT, announce),
  hasChromium: () => findChromium() !== null,
  mayInstallPackages,
  installPackages,
  open,
});
