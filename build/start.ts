import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { localeFromEnvironment } from '../common/locale';
import { message } from '../common/message';
import { translatorFor } from '../common/text/translator';
import { findElectron } from '../test/standin/find-electron';
import { APP, type BuildStep, isOutdated, runStep, STAND_IN } from './setup/build-steps';
import { installLine, installPackages, mayInstallPackages } from './setup/debian-packages';
import { downloadElectron } from './setup/electron-download';
import { findChromium } from './setup/programs';

// `npm start`: builds what is missing, finds something to show the window with, and opens it.

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { env } = process;
const { say } = translatorFor(localeFromEnvironment(env));
const isRoot = process.getuid?.() === 0;

async function start(): Promise<number> {
  if (!makeSure(APP)) return 1;
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) {
    console.error(say(message('start.no-display', { command: 'npx hugepages-guide status' })));
    return 1;
  }
  if (findElectron(ROOT).kind === 'stand-in') {
    await downloadElectron(ROOT, () => {
      console.error(say(message('start.fetching-electron')));
    });
  }
  const host = findElectron(ROOT);
  if (host.kind === 'stand-in') {
    console.error(say(message('start.stand-in', { command: 'npx install-electron' })));
    if (!makeSure(STAND_IN) || !hasChromium()) return 1;
  } else if (isRoot) {
    console.error(say(message('start.runs-as-root')));
  }
  return await open(host.executablePath, host.kind === 'electron' && isRoot ? ['--no-sandbox'] : []);
}

function makeSure(step: BuildStep): boolean {
  if (!isOutdated(ROOT, step)) return true;
  console.error(say(message('start.building')));
  if (runStep(ROOT, step)) return true;
  console.error(say(message('start.build-failed')));
  return false;
}

function hasChromium(): boolean {
  if (findChromium() !== null) return true;
  if (mayInstallPackages()) {
    console.error(say(message('start.installing-chromium')));
    if (installPackages(['chromium'])) return true;
  }
  console.error(say(message('start.no-chromium', { command: installLine(['chromium']) })));
  return false;
}

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

process.exitCode = await start();
