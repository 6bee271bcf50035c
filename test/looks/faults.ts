import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What depends on colours alone. */
const CONTRAST_RULES = ['color-contrast', 'link-in-text-block'];

/** What keeps somebody from reading or using this page, as axe finds it; empty when all is well. */
export async function faultsOf(page: Page, what: 'all' | 'contrast'): Promise<readonly string[]> {
  // Legacy mode looks at this page alone; the other opens a second one, which our window does not allow.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (what === 'contrast') axe.withRules(CONTRAST_RULES);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
