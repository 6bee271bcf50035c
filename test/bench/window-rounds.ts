import { setTimeout as pause } from 'node:timers/promises';
import type { ElectronApplication, Page } from '@playwright/test';
import { message } from '../../common/message';
import { translatorFor } from '../../common/text/translator';
import { growPoolTo } from '../machine/harness/pool';
import { isInPrivateMachine } from '../machine/harness/private-machine';
import { type Use, useOver } from './process-use';
import { median } from './rounds';
import { withApp } from './with-app';

// Runs the built app and prints what it measured as JSON; in the private machine also the screens that need a pool. See
// window-bench.ts.

const { say } = translatorFor('en');
const LAUNCHES = 5;
const IDLE_MS = 60_000;
const SETTLE_MS = 5_000;
const POOL_PAGES = 8;
/** Understand asks for nothing once it is there; Check looks again every three seconds, Verify every second. */
const SCREENS = isInPrivateMachine() ? ['Understand', 'Check', 'Verify'] : ['Understand', 'Check'];

if (isInPrivateMachine()) await growPoolTo(POOL_PAGES);
const paintMs: number[] = [];
for (let launch = 0; launch < LAUNCHES; launch += 1) {
  paintMs.push(await withApp(async (_, page, launchedAt) => (await firstPaintAt(page)) - launchedAt));
}
const idle = await withApp(async (app, page) => {
  await page.getByRole('button', { name: say(message('welcome.begin')) }).click();
  const uses: (Use & { screen: string; isVisible: boolean })[] = [];
  for (const screen of SCREENS) {
    await page.getByRole('navigation').getByRole('button', { name: screen }).click();
    await page.locator('[aria-current=step]', { hasText: screen }).waitFor();
    for (const isVisible of [true, false]) {
      await setVisible(app, page, isVisible);
      await pause(SETTLE_MS);
      uses.push({ screen, isVisible, ...(await useOver(IDLE_MS, app.process().pid ?? 0)) });
    }
    await setVisible(app, page, true);
  }
  return uses;
});
process.stdout.write(JSON.stringify({ firstPaintMs: median(paintMs), idleMs: IDLE_MS, idle }));

/** Shows or hides the window. The stand-in does not tell its page of it, as Electron does; this tells it then. */
async function setVisible(app: ElectronApplication, page: Page, isVisible: boolean): Promise<void> {
  await app.evaluate(({ BrowserWindow }, shows) => {
    const [window] = BrowserWindow.getAllWindows();
    if (shows) window?.show();
    else window?.hide();
  }, isVisible);
  await page.evaluate(
    `if (document.hidden === ${String(isVisible)}) {
      Object.defineProperty(document, 'hidden', { configurable: true, value: ${String(!isVisible)} });
      document.dispatchEvent(new Event('visibilitychange'));
    }`,
  );
}

/** When the page first painted something, in ms since 1970. */
function firstPaintAt(page: Page): Promise<number> {
  return page.evaluate(
    `new Promise((resolve) => {
      new PerformanceObserver((list) => {
        const paint = list.getEntriesByName('first-contentful-paint')[0];
        if (paint) resolve(performance.timeOrigin + paint.startTime);
      }).observe({ type: 'paint', buffered: true });
    })`,
  );
}
