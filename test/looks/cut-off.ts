import type { Page } from '@playwright/test';

/** What sticks out to the side or is cut off, each with the beginning of its words; empty when all is well. */
export function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [
      document.documentElement,
      ...document.querySelectorAll(
        'main, nav, aside, header, footer, figure, figure div, button, h1, h2, h3, p, li, dd, dt, label, legend, td, th, pre, select, output',
      ),
    ]
      .filter((element) => !element.closest('.visually-hidden') && element.scrollWidth > element.clientWidth + 1)
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .filter((element) => element.tagName !== 'PRE' || getComputedStyle(element).overflowX !== 'auto')
      .map((element) => `${element.tagName}.${element.className}: ${element.textContent.trim().slice(0, 60)}`),
  );
}
