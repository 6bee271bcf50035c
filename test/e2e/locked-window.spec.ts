import { expect, test } from '@playwright/test';
import { isInPrivateMachine } from '../machine/harness/private-machine';
import { createTestUser } from '../machine/harness/test-user';
import { forgetSettings, openApp, type OpenApp } from './window';

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
    'copy',
    'previewPlan',
    'readHost',
    'readRun',
    'readSettings',
    'saveSettings',
    'systemLocale',
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
      ['readHost', ['/etc/shadow']],
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
  open = await openApp(isInPrivateMachine() ? await createTestUser() : null);
  await expect(open.page.getByRole('button', { name: /^下一步/ })).toBeVisible();
  await open.page.getByRole('combobox').first().selectOption('system');
  await expect(open.page.getByRole('button', { name: 'Next: Check' })).toBeVisible();
});
