import type { Page } from '@playwright/test';
import { message } from '../../common/message';
import { translatorFor } from '../../common/text/translator';
import { ROOT } from '../rings/command';
import { findElectron } from '../standin/find-electron';
import { withApp } from './with-app';

// Runs the built app, counts the frames of the busiest figure and prints them as JSON: see frames-bench.ts.

const SECONDS = 10;
const BEAT_MS = 1_000 / 60;
const { say } = translatorFor('en');

/** What was drawn in that time: frames that came, frames that did not, and how often the picture changed. */
interface Round {
  readonly frames: number;
  readonly dropped: number;
  readonly ticks: number;
}

process.stdout.write(
  JSON.stringify(
    await withApp(async (_, page) => {
      await page.getByRole('button', { name: say(message('welcome.begin')) }).click();
      await page.getByRole('button', { name: say(message('chapter.holes.name')), exact: true }).click();
      const run = page.getByRole('button', { name: say(message('figure.run')) });
      await run.scrollIntoViewIfNeeded();
      const still = await countFrames(page);
      await run.click();
      const busy = await countFrames(page);
      return { kind: findElectron(ROOT).kind, seconds: SECONDS, still, busy };
    }),
  ),
);

/** Counts by the beat of a display with 60 frames a second, which is also what headless Chromium draws. */
async function countFrames(page: Page): Promise<Round> {
  const { pausesMs, ticks } = await page.evaluate<{ pausesMs: number[]; ticks: number }>(
    `new Promise((resolve) => {
      const title = ${JSON.stringify(say(message('figure.crowd.title')))};
      const figure = [...document.querySelectorAll('figure')].find((one) => one.querySelector('h2')?.textContent === title);
      const pausesMs = [];
      let ticks = 0;
      const watcher = new MutationObserver(() => { ticks += 1; });
      watcher.observe(figure, { subtree: true, attributes: true, childList: true, characterData: true });
      const startMs = performance.now();
      let lastMs = startMs;
      const frame = (nowMs) => {
        pausesMs.push(nowMs - lastMs);
        lastMs = nowMs;
        if (nowMs - startMs < ${String(SECONDS * 1_000)}) requestAnimationFrame(frame);
        else { watcher.disconnect(); resolve({ pausesMs: pausesMs.slice(1), ticks }); }
      };
      requestAnimationFrame(frame);
    })`,
  );
  const dropped = pausesMs.reduce((sum, pauseMs) => sum + Math.max(0, Math.round(pauseMs / BEAT_MS) - 1), 0);
  return { frames: pausesMs.length, dropped, ticks };
}
