import { expect, test } from '@playwright/test';
import { freshMachine } from '../machine/applying';
import { isInPrivateMachine } from '../machine/harness/private-machine';
import { createTestUser } from '../machine/harness/test-user';
import { forgetSettings, openApp, type OpenApp } from './window';

let open: OpenApp;

test.beforeEach(async () => {
  if (isInPrivateMachine()) await freshMachine();
  const user = isInPrivateMachine() ? await createTestUser() : null;
  forgetSettings(user);
  open = await openApp(user);
});

test.afterEach(async () => {
  await open.app.close();
});

/** What is typed, and the sentence it gets in each language. */
const TYPED: readonly (readonly [string, string, string])[] = [
  ['0', 'Write a size above zero', '0'],
  ['-1', 'Write a size above zero', '-1'],
  ['1e9G', 'is not a memory size', '1e9G'],
  ['四', 'is not a memory size', '四'],
  ['900 TiB', 'but this machine has', '900 TiB'],
];

test('every bad memory size gets a sentence beside the field, in both languages, and no way on', async () => {
  const { page } = open;
  await page.getByRole('button', { name: 'Next: Check' }).click();
  await page.getByRole('button', { name: 'Next: Size' }).click();
  for (const [typed, sentence] of TYPED) {
    await page.getByRole('textbox', { name: 'VM memory' }).fill(typed);
    await expect(page.getByRole('textbox', { name: 'VM memory' })).toHaveAccessibleDescription(new RegExp(sentence));
  }
  await page.getByRole('combobox', { name: 'Language' }).selectOption('zh-CN');
  for (const [typed, , repeated] of TYPED) {
    await page.getByRole('textbox').first().fill(typed);
    const description = page.getByRole('textbox').first();
    await expect(description).toHaveAccessibleDescription(new RegExp(`${repeated}.*[\\u4e00-\\u9fff]`));
  }
});

test('every good way to write 4 GiB gives 2,050 pages', async () => {
  const { page } = open;
  await page.getByRole('button', { name: 'Next: Check' }).click();
  await page.getByRole('button', { name: 'Next: Size' }).click();
  for (const typed of ['4G', '4 GiB', '4096', '4gb', '４Ｇ']) {
    await page.getByRole('textbox', { name: 'VM memory' }).fill('1 GiB');
    await page.getByRole('textbox', { name: 'VM memory' }).fill(typed);
    await expect(page.getByRole('radio', { name: /^A little above/ })).toHaveAccessibleName(/2,050 pages/);
  }
});
