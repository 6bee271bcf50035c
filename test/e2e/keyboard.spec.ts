import { expect, type Locator, test } from '@playwright/test';
import { freshMachine } from '../machine/applying';
import { startPolkitAgent } from '../machine/harness/polkit-agent';
import { startPolkit } from '../machine/harness/polkit';
import { isInPrivateMachine } from '../machine/harness/private-machine';
import { createTestUser } from '../machine/harness/test-user';
import { tabTo } from './tab-to';
import { forgetSettings, type OpenApp, startApp } from './window';

let open: OpenApp;
const cleanups: (() => Promise<unknown>)[] = [];

test.skip(!isInPrivateMachine(), 'needs root and hugetlb: the guide is walked on a machine of its own');

test.beforeEach(async () => {
  await freshMachine();
  const maria = await createTestUser();
  forgetSettings(maria);
  const polkit = await startPolkit({ rule: 'none', user: maria.name });
  cleanups.push(polkit.stop);
  const agent = await startPolkitAgent('type-the-password');
  cleanups.push(agent.stop);
  open = await startApp(maria);
  cleanups.push(() => open.app.close());
});

test.afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

test('the whole guide, with every figure, can be walked by keyboard alone', async () => {
  test.setTimeout(240_000);
  const { page } = open;
  const figure = (name: string): Locator => page.getByRole('figure', { name });
  const press = async (target: Locator, key = 'Enter'): Promise<void> => {
    await tabTo(page, target);
    await page.keyboard.press(key);
  };
  const pressButton = (name: RegExp | string): Promise<void> => press(page.getByRole('button', { name, exact: true }));
  const arriveAt = (title: string): Promise<void> =>
    expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused();

  await test.step('the welcome', async () => {
    await arriveAt('Huge pages for your virtual machines');
    await pressButton('What are huge pages?');
    await arriveAt('The smallest unit of memory');
  });

  await test.step('the smallest unit: a longer page, a larger file', async () => {
    const unit = figure('The smallest unit');
    await press(unit.getByRole('radio', { name: '4 KiB' }), 'ArrowRight');
    await expect(unit.getByRole('radio', { name: '2 MiB' })).toBeChecked();
    const slider = unit.getByRole('slider');
    const before = await slider.getAttribute('aria-valuetext');
    await press(slider, 'ArrowRight');
    await expect(slider).not.toHaveAttribute('aria-valuetext', before ?? '');
    await pressButton('Read on: Holes');
    await arriveAt('Why memory ends up in pieces');
  });

  await test.step('fragmentation: step by step, then running, then paused', async () => {
    const steps = figure('Fragmentation: two programs');
    for (let step = 0; step < 4; step += 1) await press(steps.getByRole('button', { name: 'Next step' }));
    await expect(steps.getByText('there is a hole in the middle of A')).toBeVisible();
    const crowd = figure('Fragmentation: many programs');
    await press(crowd.getByRole('button', { name: 'Let it run' }));
    await press(crowd.getByRole('button', { name: 'Pause' }));
    await pressButton('Read on: Finding memory');
    await arriveAt('How the processor finds memory');
  });

  await test.step('finding memory: three lookups instead of four', async () => {
    const walk = figure('From an address to its byte');
    await press(walk.getByRole('radio', { name: '4 KiB' }), 'ArrowRight');
    for (let step = 0; step < 4; step += 1) await press(walk.getByRole('button', { name: 'Next step' }));
    await expect(walk.getByText('Found after 3 lookups')).toBeVisible();
    await pressButton('Read on: Two kinds');
    await arriveAt('Two things called huge');
  });

  await test.step('two kinds: memory gets tight; whether one needs it', async () => {
    const kinds = figure('The same VM, both ways');
    await press(kinds.getByRole('radio', { checked: true }), 'ArrowRight');
    await press(page.getByRole('checkbox', { name: 'It must run evenly' }), 'Space');
    await expect(page.getByRole('checkbox', { name: 'It must run evenly' })).toBeChecked();
    await pressButton('Read on: The four counters');
    await arriveAt('What happens to the counters');
  });

  await test.step('counters: a VM starts, and the pool is shrunk under it', async () => {
    await pressButton('Start VM A');
    await pressButton('Shrink it to 8 pages');
    await expect(page.getByText('0 in use + 12 promised = 12 pages = 24 MiB')).toBeVisible();
    await pressButton('Read on: The price');
    await arriveAt('What a pool costs');
  });

  await test.step('the price: all memory is too much', async () => {
    await press(page.getByRole('slider', { name: 'Size of the pool' }), 'End');
    await expect(page.getByText(/^Nothing would be left to run on\./)).toBeVisible();
    await pressButton('Read on: In short');
    await arriveAt('What to remember');
  });

  await test.step('from Check to Verify, with one question why on the way', async () => {
    await pressButton('Next: Check');
    await pressButton('Next: Size');
    await pressButton('Next: Review');
    await pressButton(/^Why so\? Why echo N/);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await pressButton('Next: Apply');
    await pressButton('Set it up now');
    const done = 'Done. Every step was carried out and read back.';
    await expect(page.getByRole('paragraph').filter({ hasText: done })).toBeVisible();
    await pressButton('Go on to Verify');
    await arriveAt('Does the VM use them?');
  });

  await test.step('dark and back, by the menu', async () => {
    await pressButton('Appearance');
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  });
});
