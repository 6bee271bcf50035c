import { writeFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import type { StepId } from '../../common/guide';
import { LOCALES } from '../../common/locale';
import { message } from '../../common/message';
import { translatorFor } from '../../common/text/translator';
import { freshMachine } from '../machine/applying';
import { startPolkit } from '../machine/harness/polkit';
import { isInPrivateMachine } from '../machine/harness/private-machine';
import { startQemu } from '../machine/harness/qemu';
import { createTestUser } from '../machine/harness/test-user';
import { forgetSettings, openApp, type OpenApp, resizeTo } from './window';

/** The usual window, the smallest it has to work in, and one that shows the longest screen whole. */
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

/** Nothing may stick out to the side, at any size, in any language. */
async function expectNothingCutOff(page: Page): Promise<void> {
  const cutOff = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, nav, header, footer, button, h1, h2, h3, p')]
      .filter((element) => !element.closest('.visually-hidden') && element.scrollWidth > element.clientWidth + 1)
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .map((element) => `${element.tagName}: ${element.textContent.trim().slice(0, 60)}`),
  );
  expect(cutOff).toEqual([]);
}

async function draw(name: string, locale: (typeof LOCALES)[number]): Promise<void> {
  const { page } = open;
  for (const size of SIZES) {
    await resizeTo(open, size.width, size.height);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await expectNothingCutOff(page);
      const file = `${name}.${locale}.${colorScheme}.${size.name}.png`;
      await page.screenshot({ path: `test-results/screenshots/${file}` });
    }
  }
}

for (const locale of LOCALES) {
  test(`every screen, in both themes and sizes, in ${locale}`, async () => {
    test.setTimeout(240_000);
    const { say } = translatorFor(locale);
    await freshMachine();
    writeFileSync('/etc/fstab', 'proc /proc proc defaults 0 0\n');
    const maria = await createTestUser();
    forgetSettings(maria);
    const polkit = await startPolkit({ rule: 'grant', user: maria.name });
    cleanups.push(polkit.stop);
    open = await openApp(maria);
    cleanups.push(() => open.app.close());
    const { page } = open;
    const go = async (step: StepId): Promise<void> => {
      const stepName = say(message(`guide.step.${step}`));
      await page.getByRole('navigation').getByRole('button', { name: stepName }).click();
    };
    await page.getByRole('combobox').first().selectOption(locale);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);

    await draw('1-understand', locale);
    await go('check');
    await draw('2-check', locale);
    await go('size');
    await page.getByRole('textbox').first().fill('4 GiB');
    await draw('3-size', locale);
    await page.getByRole('textbox').first().fill('900 GiB');
    await draw('3-size-refused', locale);
    await page.getByRole('textbox').first().fill('1 GiB');
    await go('review');
    await expect(page.getByRole('region')).toContainText('step_pool');
    await draw('4-review', locale);
    await go('apply');
    await draw('5-apply', locale);
    await page.getByRole('button', { name: say(message('apply.start')) }).click();
    await expect(page.getByRole('button', { name: say(message('apply.to-verify')) })).toBeVisible();
    await draw('5-applied', locale);
    await go('verify');
    await draw('6-verify-waiting', locale);
    const qemu = await startQemu({
      guestMiB: 1_024,
      args: ['-mem-path', '/dev/hugepages', '-name', 'win10'],
      user: maria,
    });
    cleanups.push(qemu.stop);
    await expect(page.getByRole('listitem').filter({ hasText: 'win10' })).toBeVisible();
    await draw('6-verify', locale);
  });
}
