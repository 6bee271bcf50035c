// Chromium starts after the app's main module has run, so that the app can still choose its folders and switches.
import { join } from 'node:path';
import { Chromium } from '../chromium/chromium.cjs';
import { Windows } from '../chromium/windows.cjs';
import { app, switches } from '../main/app.cjs';
import { setRunning } from '../main/chromium-host.cjs';
import { screenSize } from '../main/screen.cjs';
import { host } from './host.cjs';
import { setChromeVersion } from './process-like-electron.cjs';
import { say } from '../shared/say.cjs';

function giveUp(reason: string): never {
  say(`The stand-in's Chromium ended unexpectedly; the last it said was:\n${reason}`);
  process.exit(1);
}

export async function startChromium(path: string): Promise<void> {
  const { isHeadless } = host();
  // Beside the app's own files, not among them: Chromium makes dozens.
  const profile = join(app.getPath('sessionData'), 'Chromium');
  const chromium = new Chromium(path, { profile, isHeadless, screen: screenSize(), switches });
  chromium.once('gone', giveUp);
  process.once('exit', () => {
    chromium.killNow();
  });
  const windows = new Windows(chromium, isHeadless);
  setRunning({ chromium, windows });
  const { product } = await chromium.started();
  setChromeVersion(product.slice(product.indexOf('/') + 1));
  await windows.listen();
}
