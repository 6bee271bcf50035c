import { readFileSync, writeFileSync } from 'node:fs';
import { expect, type Locator, test } from '@playwright/test';
import { freshMachine } from '../machine/applying';
import { type DialogAnswer, type PolkitAgent, startPolkitAgent } from '../machine/harness/polkit-agent';
import { startPolkit } from '../machine/harness/polkit';
import { readPool } from '../machine/harness/pool';
import { isInPrivateMachine } from '../machine/harness/private-machine';
import { startQemu } from '../machine/harness/qemu';
import { createTestUser, type TestUser } from '../machine/harness/test-user';
import { forgetSettings, openApp, type OpenApp } from './window';

const FSTAB = '/etc/fstab';
const ORIGINAL_FSTAB = 'proc /proc proc defaults 0 0\n';

let maria: TestUser;
let open: OpenApp;
const cleanups: (() => Promise<unknown>)[] = [];

test.skip(!isInPrivateMachine(), 'needs root and hugetlb: the guide is walked on a machine of its own');

test.beforeEach(async () => {
  await freshMachine();
  writeFileSync(FSTAB, ORIGINAL_FSTAB);
  maria = await createTestUser();
  forgetSettings(maria);
  open = await openApp(maria);
  cleanups.push(() => open.app.close());
});

test.afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function dialogWhere(answer: DialogAnswer): Promise<PolkitAgent> {
  const polkit = await startPolkit({ rule: 'none', user: maria.name });
  cleanups.push(polkit.stop);
  const agent = await startPolkitAgent(answer);
  cleanups.push(agent.stop);
  return agent;
}

/** The outcome as it is read; a screen reader hears the same sentence from the status. */
function outcome(sentence: string): Locator {
  return open.page.getByRole('paragraph').filter({ hasText: sentence });
}

async function next(step: string): Promise<void> {
  await open.page.getByRole('button', { name: `Next: ${step}` }).click();
}

/** From the first screen to Apply, for a VM of 1 GiB. */
async function walkToApply(): Promise<void> {
  const { page } = open;
  await next('Check');
  await next('Size');
  await page.getByRole('textbox', { name: 'VM memory' }).fill('1 GiB');
  await next('Review');
  await expect(page.getByRole('region', { name: 'The exact text that runs as root' })).toContainText('step_pool');
  await next('Apply');
}

test('a beginner walks from Understand to Verify with one password, and sees the VM use its pages', async () => {
  const agent = await dialogWhere('type-the-password');
  const { page } = open;

  await test.step('Understand explains, with the numbers of this machine', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await next('Check');
  });

  await test.step('Check names every finding, with its evidence on demand', async () => {
    await expect(page.getByRole('heading', { level: 1, name: 'Is this machine ready?' })).toBeFocused();
    const group = page.getByRole('listitem').filter({ hasText: 'There is no group kvm in /etc/group.' });
    await group.getByText('Where this was read').click();
    await expect(group.getByText('/etc/group', { exact: true })).toBeVisible();
    await next('Size');
  });

  await test.step('Size takes the VM’s memory and offers four rules', async () => {
    await page.getByRole('textbox', { name: 'VM memory' }).fill('4 GiB');
    await expect(page.getByRole('radio', { name: /^Exact/ })).toHaveAccessibleName(/2,048 pages/);
    await expect(page.getByRole('radio', { name: /^A little above/ })).toBeChecked();
    await expect(page.getByRole('radio', { name: /^A little above/ })).toHaveAccessibleName(/2,050 pages/);
    await expect(page.getByRole('radio', { name: /^Double/ })).toHaveAccessibleName(/4,096 pages/);
    await page.getByRole('textbox', { name: 'VM memory' }).fill('1 GiB');
    await next('Review');
  });

  await test.step('Review shows each step, what it replaces, and the exact root text', async () => {
    await expect(page.getByRole('heading', { name: 'Grow the pool from 0 to 520 pages (1.02 GiB)' })).toBeVisible();
    await expect(page.getByText('echo 520 | sudo tee /proc/sys/vm/nr_hugepages')).toBeVisible();
    await page.getByRole('button', { name: 'Copy the text' }).click();
    const copied = await open.app.evaluate(({ clipboard }) => clipboard.readText());
    const shown = await page.getByRole('region', { name: 'The exact text that runs as root' }).textContent();
    expect(copied).toBe(shown);
    await next('Apply');
  });

  await test.step('Apply asks once and says how it ended', async () => {
    await page.getByRole('button', { name: 'Set it up now' }).click();
    await expect(outcome('Done. Every step was carried out and read back.')).toBeVisible();
    await expect(page.getByText(/Log out and in again first/)).toBeVisible();
    expect(agent.prompts).toHaveLength(1);
    expect(readPool().nr_hugepages).toBe(520);
    expect(readFileSync(FSTAB, 'utf8')).toContain('gid=kvm,nosuid,nodev,nofail');
    await page.getByRole('button', { name: 'Go on to Verify' }).click();
  });

  await test.step('Verify waits for the VM, notices it and shows the arithmetic', async () => {
    await expect(page.getByText('-mem-path /dev/hugepages', { exact: true })).toBeVisible();
    await expect(page.getByText('Waiting for a VM.')).toBeVisible();
    const args = ['-mem-path', '/dev/hugepages', '-mem-prealloc', '-name', 'win10'];
    const qemu = await startQemu({ guestMiB: 1_024, args, user: maria });
    cleanups.push(qemu.stop);
    await expect(page.getByText('win10 runs fully on huge pages.')).toBeVisible();
    await expect(page.getByText('512 in use + 0 promised = 512 pages = 1 GiB')).toBeVisible();
    await qemu.stop();
    await expect(page.getByText('Waiting for a VM.')).toBeVisible();
  });
});

test('a closed password dialog changes nothing, and asking again works', async () => {
  const agent = await dialogWhere('close-the-dialog');
  const { page } = open;
  await walkToApply();
  await page.getByRole('button', { name: 'Set it up now' }).click();
  await expect(outcome('The password dialog was closed. Nothing was changed.')).toBeVisible();
  expect(readPool().nr_hugepages).toBe(0);
  await page.getByRole('button', { name: 'Ask again' }).click();
  await expect.poll(() => agent.prompts.length).toBe(2);
  await expect(outcome('The password dialog was closed. Nothing was changed.')).toBeVisible();
  expect(readFileSync(FSTAB, 'utf8')).toBe(ORIGINAL_FSTAB);
});

test('without a password dialog it offers the same text to run by hand', async () => {
  const polkit = await startPolkit({ rule: 'none', user: maria.name });
  cleanups.push(polkit.stop);
  const { page } = open;
  await walkToApply();
  await page.getByRole('button', { name: 'Set it up now' }).click();
  await expect(outcome('No password dialog can be shown on this desktop.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Or run the same text yourself' })).toBeVisible();
  await expect(page.getByText('sudo sh', { exact: true })).toBeVisible();
  expect(readPool().nr_hugepages).toBe(0);
});
