// How runs begin and end: exit codes, second instances, what persists, and what is left behind.
import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { firstPage, host, launch, newUserData, start } from './launch.js';

let userData = '';

test.beforeEach(() => {
  userData = newUserData();
});

test.afterEach(() => {
  rmSync(userData, { recursive: true, force: true });
});

/** Processes of the browser that runs on this profile. */
function browserProcesses(): string[] {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return (
        readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(`--user-data-dir=${userData}`) &&
        !readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('main.cjs')
      );
    } catch {
      // It ended between the two looks.
      return false;
    }
  });
}

/** Where the browser of this run keeps the socket of its lock, outside its profile. */
function lockFolder(): string {
  return dirname(readlinkSync(join(userData, 'Chromium/SingletonSocket')));
}

test('an app quits with code 0 when its last window closes, saying so in order', async () => {
  const { code, stdout } = await start(userData, { FIXTURE_ERRAND: 'close' }).finished;
  expect(stdout.trim().split('\n')).toEqual(['loaded', 'window-all-closed', 'before-quit', 'will-quit', 'quit']);
  expect(code).toBe(0);
});

test('app.quit closes the windows itself, so that window-all-closed is not for it', async () => {
  const { code, stdout } = await start(userData, { FIXTURE_ERRAND: 'quit' }).finished;
  expect(stdout.trim().split('\n')).toEqual(['loaded', 'before-quit', 'will-quit', 'quit']);
  expect(code).toBe(0);
});

test('app.quit works before the app is ready', async () => {
  const { code, stdout } = await start(userData, { FIXTURE_ERRAND: 'quit-early' }).finished;
  expect(stdout.trim().split('\n')).toEqual(['before-quit', 'will-quit', 'quit']);
  expect(code).toBe(0);
});

test('app.exit ends with its code and asks nobody', async () => {
  const { code, stdout } = await start(userData, { FIXTURE_ERRAND: 'exit-3' }).finished;
  expect(stdout.trim().split('\n')).toEqual(['loaded', 'quit']);
  expect(code).toBe(3);
});

test('a second instance hands its arguments to the first and ends', async () => {
  const app = await launch(userData);
  await firstPage(app);
  const second = await start(userData, {}, 'some-file').finished;
  expect(second.code).toBe(0);
  expect(second.stdout).not.toContain('loaded');
  await expect.poll(() => app.evaluate(() => globalThis.seen.secondInstances.length)).toBe(1);
  const [seen] = await app.evaluate(() => globalThis.seen.secondInstances);
  expect(seen?.argv).toContain('some-file');
  expect(seen?.additionalData).toEqual({ greeting: 'hello' });
  await app.close();
});

test('what the app and its page stored is there after a restart', async () => {
  const first = await launch(userData);
  const page = await firstPage(first);
  await page.evaluate(() => {
    localStorage.setItem('kept', 'yes');
  });
  await first.close();
  const again = await launch(userData);
  const samePage = await firstPage(again);
  expect(await samePage.evaluate(() => localStorage.getItem('kept'))).toBe('yes');
  await expect.poll(() => again.evaluate(() => globalThis.seen.starts)).toBe(2);
  await again.close();
});

test('an app without windows lives on if it wants to, and can open one again', async () => {
  const app = await launch(userData, { FIXTURE_STAYS: '1' });
  const page = await firstPage(app);
  await page.close();
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
  const [next] = await Promise.all([
    app.waitForEvent('window'),
    app.evaluate(({ BrowserWindow }) => {
      void new BrowserWindow().loadURL('app://bundle/second.html');
    }),
  ]);
  await expect(next.getByRole('heading', { name: 'Second' })).toBeVisible();
  await app.close();
});

test('SIGTERM asks the app to quit', async () => {
  const run = start(userData, {});
  await run.said('loaded');
  run.child.kill('SIGTERM');
  const { stdout } = await run.finished;
  expect(stdout).toContain('will-quit');
  await expect.poll(browserProcesses).toEqual([]);
});

test.describe('the stand-in', () => {
  test.skip(() => host.kind === 'electron', 'of no interest for Electron');

  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    test(`leaves no process and no folder behind after ${signal}`, async () => {
      const run = start(userData, {});
      await run.said('loaded');
      const folder = lockFolder();
      expect(browserProcesses()).not.toEqual([]);
      run.child.kill(signal);
      await run.finished;
      await expect.poll(browserProcesses).toEqual([]);
      expect(existsSync(folder)).toBe(false);
    });
  }

  test('leaves nothing behind when the app ends its process itself', async () => {
    const run = start(userData, { FIXTURE_ERRAND: 'process-exit' });
    const { code } = await run.finished;
    expect(code).toBe(4);
    await expect.poll(browserProcesses).toEqual([]);
    expect(existsSync(join(userData, 'Chromium/SingletonSocket'))).toBe(false);
  });

  test('ends with code 1 when the main module throws', async () => {
    const { code, stderr } = await start(userData, { FIXTURE_ERRAND: 'throw' }).finished;
    expect(code).toBe(1);
    expect(stderr).toContain('thrown by the main module');
  });

  test('says in one line what to do when there is no browser', () => {
    const named = spawnSync(host.executablePath, ['.'], {
      env: { ...process.env, HUGEPAGES_GUIDE_CHROMIUM: '/nowhere/chromium' },
      encoding: 'utf8',
    });
    expect(named.stderr.trim()).toBe(
      'HUGEPAGES_GUIDE_CHROMIUM names /nowhere/chromium, which cannot be run; unset it or run: export HUGEPAGES_GUIDE_CHROMIUM="$(command -v chromium)"',
    );
    expect(named.status).toBe(1);
    const none = spawnSync(process.execPath, [join(import.meta.dirname, '../../out/standin/main.cjs'), '.'], {
      env: { PATH: '/nowhere' },
      encoding: 'utf8',
    });
    expect(none.stderr.trim()).toBe(
      'The stand-in for Electron found no chromium, chromium-browser, google-chrome on PATH; run: sudo apt-get install chromium',
    );
    expect(none.status).toBe(1);
  });
});
