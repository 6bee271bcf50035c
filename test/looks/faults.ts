import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What keeps somebody from reading or using this page, as axe finds it; empty when all is well. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  // Legacy mode looks at this page alone; the other opens a second one, which our window does not allow.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
