import type { Page } from '@playwright/test';

/**
 * What is cut off or sticks out to the side, each with the beginning of its words; empty when all is well. Words must
 * fit into what holds them, and everything drawn in a figure into the figure.
 */
export function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const holders = [
      document.documentElement,
      ...document.querySelectorAll(
        'main, nav, aside, header, footer, figure, button, h1, h2, h3, p, li, dd, dt, label, legend, td, th, pre, select',
      ),
    ];
    const tooNarrow = holders
      .filter((element) => !element.closest('.visually-hidden') && element.scrollWidth > element.clientWidth + 1)
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .filter((element) => element.tagName !== 'PRE' || getComputedStyle(element).overflowX !== 'auto');
    const beyondFigure = [...document.querySelectorAll('figure')].flatMap((figure) => {
      const { left, right } = figure.getBoundingClientRect();
      return [...figure.querySelectorAll('*')].filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.right > right + 1 || box.left < left - 1);
      });
    });
    return [...tooNarrow, ...beyondFigure].map(
      (element) =>
        `${element.tagName}.${element.getAttribute('class') ?? ''}: ${element.textContent.trim().slice(0, 60)}`,
    );
  });
}
