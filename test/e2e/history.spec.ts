import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { freshMachine } from '../machine/applying';
import { type PolkitAgent, startPolkitAgent } from '../machine/harness/polkit-agent';
import { startPolkit } from '../machine/harness/polkit';
import { readPool } from '../machine/harness/pool';
import { isInPrivateMachine } from '../machine/harness/private-machine';
import { createTestUser, type TestUser } from '../machine/harness/test-user';
import { forgetSettings, openApp, type OpenApp } from './window';

const FSTAB = '/etc/fstab';
const ORIGINAL_FSTAB = 'proc /proc proc defaults 0 0\n';

let maria: TestUser;
let open: OpenApp;
let agent: PolkitAgent;
const cleanups: (() => Promise<unknown>)[] = [];

test.skip(!isInPrivateMachine(), 'needs root and hugetlb: History is used on a machine of its own');

test.beforeEach(async () => {
  await freshMachine();
  writeFileSync(FSTAB, ORIGINAL_FSTAB);
  maria = await createTestUser();
  forgetSettings(maria);
  open = await openApp(maria);
  cleanups.push(() => open.app.close());
  const polkit = await startPolkit({ rule: 'none', user: maria.name });
  cleanups.push(polkit.stop);
  agent = await startPolkitAgent('type-the-password');
  cleanups.push(agent.stop);
});

test.afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Through the guide for a VM of 1 GiB, with one password. */
async function applyTheGuide(): Promise<void> {
  const { page } = open;
  await page.getByRole('button', { name: 'Next: Check' }).click();
  await page.getByRole('button', { name: 'Next: Size' }).click();
  await page.getByRole('textbox', { name: 'VM memory' }).fill('1 GiB');
  await page.getByRole('button', { name: 'Next: Review' }).click();
  await page.getByRole('button', { name: 'Next: Apply' }).click();
  await page.getByRole('button', { name: 'Set it up now' }).click();
  await expect(page.getByRole('button', { name: 'Go on to Verify' })).toBeVisible();
}

async function openHistory(): Promise<void> {
  await open.page.getByRole('button', { name: 'History' }).click();
  await expect(open.page.getByRole('heading', { level: 1, name: 'What was changed on this machine' })).toBeVisible();
}

function groups(): string {
  return execFileSync('getent', ['group'], { encoding: 'utf8' });
}

test('what the guide has set up is listed, and undone with one password to what it was before', async () => {
  const { page } = open;
  const groupsBefore = groups();
  await applyTheGuide();
  expect(readPool().nr_hugepages).toBe(520);

  await openHistory();
  const plan = page.getByRole('list', { name: 'Applied plans' }).getByRole('listitem').first();
  await expect(plan.getByText('Pool of 2 MiB pages: from 0 to 520')).toBeVisible();
  await expect(plan.getByText('Now 520: still so')).toBeVisible();
  await plan.getByRole('button', { name: 'Undo this' }).click();

  await expect(page.getByRole('region', { name: 'The exact text that runs as root' })).toContainText('restore_pool');
  expect(readPool().nr_hugepages).toBe(520);
  await page.getByRole('button', { name: 'Undo it now' }).click();
  await expect(page.getByRole('heading', { name: 'Compared, point by point' })).toBeVisible();
  await expect(page.getByText('differs')).toHaveCount(0);
  expect(agent.prompts).toHaveLength(2);
  expect(readPool().nr_hugepages).toBe(0);
  expect(readFileSync(FSTAB, 'utf8')).toBe(ORIGINAL_FSTAB);
  expect(groups()).toBe(groupsBefore);

  await page.getByRole('button', { name: 'Back to History' }).click();
  await expect(page.getByText('nothing left to undo')).toBeVisible();
});

test('what somebody has changed since is respected, and said before anything is undone', async () => {
  const { page } = open;
  await applyTheGuide();
  const edited = `${readFileSync(FSTAB, 'utf8')}tmpfs /srv tmpfs defaults 0 0\n`;
  writeFileSync(FSTAB, edited);
  await openHistory();
  await expect(page.getByText('Somebody has changed it since')).toBeVisible();
  await page.getByRole('button', { name: 'Restore everything as it was before Hugepages Guide' }).click();
  await page.getByRole('button', { name: 'Undo it now' }).click();
  await expect(page.getByRole('heading', { name: 'Compared, point by point' })).toBeVisible();
  expect(readFileSync(FSTAB, 'utf8')).toBe(`${ORIGINAL_FSTAB}tmpfs /srv tmpfs defaults 0 0\n`);
  expect(readPool().nr_hugepages).toBe(0);
});
