import type { Page } from '@playwright/test';

/** Drawing takes most of the time of this ring: pictures that nothing is compared with are kept on request only. */
const isAsked = process.env['KEEP_PICTURES'] === '1';

/** A picture of the whole page in test-results/pictures/, with `KEEP_PICTURES=1`. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (isAsked) await page.screenshot({ path: `test-results/pictures/${name}.png`, fullPage: true });
}
