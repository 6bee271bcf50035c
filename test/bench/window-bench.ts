import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { STAND_IN } from '../../build/setup/build-steps';
import { ROOT } from '../rings/command';
import { findElectron } from '../standin/find-electron';
import { buildIfOutdated } from './built';
import type { Figure } from './figure';
import { median, ms } from './rounds';

const LAUNCHES = 5;
const IDLE_MS = 60_000;
const SETTLE_MS = 5_000;
/** One core is 100 %. */
const MOST_PERCENT = 1;
/** USER_HZ (sysconf(3)): the unit of /proc/PID/stat on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** Launch to first paint, and the idle app's use of a core. */
export async function benchWindow(): Promise<readonly Figure[]> {
  const { kind } = findElectron(ROOT);
  if (kind === 'stand-in') buildIfOutdated(STAND_IN);
  const paintMs: number[] = [];
  for (let launch = 0; launch < LAUNCHES; launch += 1) {
    paintMs.push(await withApp(async (_, page, launchedAt) => (await firstPaintAt(page)) - launchedAt));
  }
  const idle = await withApp(async (app) => {
    await pause(SETTLE_MS);
    const visible = await idlePercent(app);
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.hide();
    });
    await pause(SETTLE_MS);
    return { visible, hidden: await idlePercent(app) };
  });
  const launched: Figure = {
    what: `launch to first paint (${kind})`,
    measured: ms(median(paintMs)),
    goal: '',
    isMet: null,
    numbers: { firstPaintMs: median(paintMs) },
  };
  return [launched, idleFigure('window visible', idle.visible, kind), idleFigure('window hidden', idle.hidden, kind)];
}

interface Use {
  /** The app's own process. */
  readonly mainPercent: number;
  /** The browser that draws its window. */
  readonly browserPercent: number;
}

function idleFigure(when: string, { mainPercent, browserPercent }: Use, kind: string): Figure {
  return {
    what: `idle over ${String(IDLE_MS / 1_000)} s, ${when} (${kind})`,
    measured: `${mainPercent.toFixed(2)} % of a core; its browser ${browserPercent.toFixed(2)} %`,
    goal: `≤ ${String(MOST_PERCENT)} % in all`,
    isMet: mainPercent + browserPercent <= MOST_PERCENT,
    numbers: { mainPercent, browserPercent },
  };
}

async function withApp<Result>(
  use: (app: ElectronApplication, page: Page, launchedAt: number) => Promise<Result>,
): Promise<Result> {
  const home = mkdtempSync(join(tmpdir(), 'hugepages-guide-bench-'));
  const { kind, executablePath } = findElectron(ROOT);
  const isRootElectron = kind === 'electron' && process.getuid?.() === 0;
  const launchedAt = Date.now();
  const app = await _electron.launch({
    executablePath,
    args: [...(isRootElectron ? ['--no-sandbox'] : []), ROOT],
    colorScheme: null,
    env: { ...environment(), XDG_CONFIG_HOME: home },
  });
  try {
    const page = await app.firstWindow();
    await page.waitForURL((url) => !/^(about|data):/.test(url.href), { waitUntil: 'commit' });
    return await use(app, page, launchedAt);
  } finally {
    await app.close();
    rmSync(home, { recursive: true, force: true });
  }
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
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

async function idlePercent(app: ElectronApplication): Promise<Use> {
  const main = app.process().pid ?? 0;
  const before = { main: ticksOf(main), browser: browserTicks(main) };
  const startMs = performance.now();
  await pause(IDLE_MS);
  const seconds = (performance.now() - startMs) / 1_000;
  const percent = (ticks: number) => (ticks / TICKS_PER_SECOND / seconds) * 100;
  return {
    mainPercent: percent(ticksOf(main) - before.main),
    browserPercent: percent(browserTicks(main) - before.browser),
  };
}

function browserTicks(main: number): number {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), Number(readStat(Number(name))[1] ?? 0)]),
  );
  const isBelowMain = (pid: number): boolean => {
    const parent = parents.get(pid) ?? 0;
    return parent === main || (parent > 1 && isBelowMain(parent));
  };
  return [...parents.keys()].filter(isBelowMain).reduce((sum, pid) => sum + ticksOf(pid), 0);
}

/** utime + stime of a process (proc(5)); 0 once it has gone. */
function ticksOf(pid: number): number {
  const fields = readStat(pid);
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

/** The fields of /proc/PID/stat from the third one on, which is the state; the second may hold blanks. */
function readStat(pid: number): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
