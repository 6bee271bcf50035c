import { writeFileSync } from 'node:fs';
import { expect, type Locator, test } from '@playwright/test';
import type { StepId } from '../../common/guide';
import { LOCALES } from '../../common/locale';
import { message, type Message } from '../../common/message';
import { translatorFor } from '../../common/text/translator';
import { freshMachine } from '../machine/applying';
import { startPolkitAgent } from '../machine/harness/polkit-agent';
import { type PolkitRule, startPolkit } from '../machine/harness/polkit';
import { isInPrivateMachine } from '../machine/harness/private-machine';
import { mustRun } from '../machine/harness/processes';
import { startQemu } from '../machine/harness/qemu';
import { createTestUser, type TestUser } from '../machine/harness/test-user';
import { cutOff } from '../looks/cut-off';
import { forgetSettings, openApp, type OpenApp, resizeTo } from './window';

/** The usual window, the smallest that it lets itself be made (main/window.ts), and one that shows the longest screen whole. */
const SIZES = [
  { name: 'usual', width: 1_100, height: 780 },
  { name: 'small', width: 800, height: 600 },
  { name: 'tall', width: 1_000, height: 2_400 },
] as const;
const SCHEMES = ['light', 'dark'] as const;

let open: OpenApp;
const cleanups: (() => Promise<unknown>)[] = [];

test.skip(!isInPrivateMachine(), 'needs root and hugetlb: the screens are drawn from a machine of its own');

test.afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function draw(name: string, locale: (typeof LOCALES)[number]): Promise<void> {
  const { page } = open;
  for (const size of SIZES) {
    await resizeTo(open, size.width, size.height);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      expect(await cutOff(page)).toEqual([]);
      const file = `${name}.${locale}.${colorScheme}.${size.name}.png`;
      await page.screenshot({ path: `test-results/screenshots/${file}` });
    }
  }
}

/** A fresh machine, polkit as told, and the app open in this language. */
async function start(rule: PolkitRule, locale: (typeof LOCALES)[number]): Promise<TestUser> {
  await freshMachine();
  writeFileSync('/etc/fstab', 'proc /proc proc defaults 0 0\n');
  const maria = await createTestUser();
  forgetSettings(maria);
  const polkit = await startPolkit({ rule, user: maria.name });
  cleanups.push(polkit.stop);
  open = await openApp(maria);
  cleanups.push(() => open.app.close());
  await open.page.getByRole('combobox').first().selectOption(locale);
  await expect(open.page.locator('html')).toHaveAttribute('lang', locale);
  return maria;
}

for (const locale of LOCALES) {
  const { say } = translatorFor(locale);
  const button = (name: Message): Locator => open.page.getByRole('button', { name: say(name) });
  const go = async (step: StepId): Promise<void> => {
    const stepName = say(message(`guide.step.${step}`));
    await open.page.getByRole('navigation').getByRole('button', { name: stepName }).click();
  };
  const typeMemory = (typed: string): Promise<void> => open.page.getByRole('textbox').first().fill(typed);
  const review = async (): Promise<void> => {
    await go('review');
    await expect(open.page.getByRole('region')).toContainText('step_pool');
  };

  test(`every screen, in both themes and sizes, in ${locale}`, async () => {
    test.setTimeout(240_000);
    const maria = await start('grant', locale);
    await draw('1-understand', locale);
    await go('check');
    await draw('2-check', locale);
    await go('size');
    await typeMemory('4 GiB');
    await draw('3-size', locale);
    await typeMemory('900 GiB');
    await draw('3-size-refused', locale);
    await typeMemory('1 GiB');
    await review();
    await draw('4-review', locale);
    await go('apply');
    await draw('5-apply', locale);
    await button(message('apply.start')).click();
    await expect(button(message('apply.to-verify'))).toBeVisible();
    await draw('5-applied', locale);
    await go('verify');
    await draw('6-verify-waiting', locale);
    const args = ['-mem-path', '/dev/hugepages', '-name', 'win10'];
    const qemu = await startQemu({ guestMiB: 1_024, args, user: maria });
    cleanups.push(qemu.stop);
    await expect(open.page.getByRole('listitem').filter({ hasText: 'win10' })).toBeVisible();
    await draw('6-verify', locale);
  });

  test(`what happens when it does not go smoothly, and a VM that runs already, in ${locale}`, async () => {
    test.setTimeout(240_000);
    const maria = await start('none', locale);
    const { page } = open;
    await go('check');
    await go('size');
    await typeMemory('1 GiB');
    await review();
    await go('apply');
    await button(message('apply.start')).click();
    await expect(page.getByRole('heading', { name: say(message('apply.by-hand.title')) })).toBeVisible();
    await draw('5-by-hand', locale);

    const closing = await startPolkitAgent('close-the-dialog');
    await button(message('apply.again')).click();
    await expect(page.getByRole('heading', { name: say(message('apply.by-hand.title')) })).toBeHidden();
    await expect(button(message('apply.again'))).toBeVisible();
    await draw('5-declined', locale);
    await closing.stop();

    const typing = await startPolkitAgent('type-the-password');
    cleanups.push(typing.stop);
    await mustRun(['chattr', '+i', '/etc/fstab']);
    cleanups.push(() => mustRun(['chattr', '-i', '/etc/fstab']));
    await button(message('apply.again')).click();
    const undone = say(message('apply.progress.undone'));
    await expect(page.getByRole('listitem').filter({ hasText: undone }).first()).toBeVisible();
    await draw('5-failed', locale);

    const qemu = await startQemu({ guestMiB: 1_024, args: ['-name', 'win10'], user: maria });
    cleanups.push(qemu.stop);
    await go('size');
    await page.getByRole('radio', { name: /win10/ }).check();
    await draw('3-size-vm', locale);
  });
}
