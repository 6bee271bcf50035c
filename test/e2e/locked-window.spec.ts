import { expect, test } from '@playwright/test';
import { isInPrivateMachine } from '../machine/harness/private-machine';
import { createTestUser } from '../machine/harness/test-user';
import { forgetSettings, openApp, type OpenApp, resizeTo, startApp } from './window';

let open: OpenApp;

test.beforeEach(async () => {
  const user = isInPrivateMachine() ? await createTestUser() : null;
  forgetSettings(user);
  open = await openApp(user);
});

test.afterEach(async () => {
  await open.app.close();
});

test('the page sees nothing of Node, and only the bridge of the program', async () => {
  const seen = await open.page.evaluate(() => ({
    leaks: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
    bridge: Object.keys((globalThis as unknown as { hugepagesGuide: object }).hugepagesGuide).sort(),
  }));
  expect(seen.leaks).toEqual([]);
  expect(seen.bridge).toEqual([
    'applyPlan',
    'applyUndo',
    'cancelRun',
    'copy',
    'judgeUndo',
    'openSource',
    'patchScript',
    'pickScript',
    'previewPlan',
    'previewUndo',
    'readHistory',
    'readHost',
    'readRecentScripts',
    'readRun',
    'readScript',
    'readSettings',
    'readVmStart',
    'revertScript',
    'saveSettings',
    'startVm',
    'systemLocale',
    'takeDroppedScript',
  ]);
});

test('a payload that is no request is refused, whatever the page sends', async () => {
  const refused = await open.page.evaluate(async () => {
    const bridge = (
      globalThis as unknown as { hugepagesGuide: Record<string, (...args: unknown[]) => Promise<unknown>> }
    ).hugepagesGuide;
    const attempts: readonly [string, unknown[]][] = [
      ['applyPlan', ['../../etc/passwd']],
      ['applyPlan', [{ rootText: 'id' }]],
      ['previewPlan', [{ guestKiB: '1; id' }]],
      ['previewPlan', []],
      ['copy', [{ plan: '20261123T101500Z-1f6a09c2', part: 'password' }]],
      ['copy', [{ part: 'start-option', pageKiB: '/etc' }]],
      ['saveSettings', [{ locale: 'de' }]],
      ['saveSettings', [{ window: { x: 0, y: 0, width: 1, height: 1, isMaximized: false } }]],
      ['openSource', ['https://example.invalid/']],
      ['readHost', ['/etc/shadow']],
      ['readScript', ['/etc/shadow', { pageKiB: 2048, preallocates: false }]],
      ['patchScript', ['/etc/passwd']],
      ['revertScript', ['../../etc/passwd']],
      ['startVm', ['/bin/sh']],
    ];
    const answers = attempts.map(async ([name, args]) => {
      try {
        await bridge[name]?.(...args);
        return 'answered';
      } catch (error) {
        return String(error);
      }
    });
    return Promise.all(answers);
  });
  for (const answer of refused) expect(answer).toContain('refused');
});

test('the window goes nowhere else and opens no other', async () => {
  const { app, page } = open;
  const before = page.url();
  await page.evaluate(() => {
    window.open('https://example.invalid/');
    location.href = 'https://example.invalid/';
  });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(page.url()).toBe(before);
  expect(app.windows()).toHaveLength(1);
});

test('the language is remembered for the next start', async () => {
  const { page } = open;
  await page.getByRole('combobox', { name: 'Language' }).selectOption('zh-CN');
  await expect(page.getByRole('button', { name: /^下一步/ })).toBeVisible();
  await open.app.close();
  open = await startApp(isInPrivateMachine() ? await createTestUser() : null);
  await expect(open.page.getByRole('button', { name: /^下一步/ })).toBeVisible();
  await open.page.getByRole('combobox').first().selectOption('system');
  await expect(open.page.getByRole('button', { name: 'Next: Check' })).toBeVisible();
});

test('who comes back lands where they left: the same chapter, theme and window', async () => {
  const { page } = open;
  await page.getByRole('navigation').getByRole('button', { name: 'The price' }).click();
  await page.getByRole('button', { name: 'Appearance' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  await resizeTo(open, 960, 700);
  const left = await open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
  await open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await open.app.close();
  open = await startApp(isInPrivateMachine() ? await createTestUser() : null);
  await expect(open.page.getByRole('heading', { level: 1, name: 'What a pool costs' })).toBeVisible();
  await expect.poll(() => open.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  const now = await open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
  expect(now).toEqual(left);
});

test('a source opens in the person’s browser, at an address of the program’s own', async () => {
  const { app, page } = open;
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => {
      opened.push(url);
      return Promise.resolve();
    };
  });
  await page.getByRole('navigation').getByRole('button', { name: 'The price' }).click();
  await page
    .getByRole('button', { name: /Open in the browser$/ })
    .first()
    .click();
  const opened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  await expect
    .poll(opened)
    .toEqual([expect.stringMatching(/^https:\/\/(docs\.kernel\.org|www\.qemu\.org|gitlab\.com)\//)]);
});
