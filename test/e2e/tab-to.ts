import { expect, type Locator, type Page } from '@playwright/test';

/** More than any screen has to tab through. */
const MOST_TABS = 120;

/** Tabs on until this has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}
