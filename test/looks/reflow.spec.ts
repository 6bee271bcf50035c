import { expect, test } from '@playwright/test';
import { LOCALES } from '../../common/locale';
import { forgetSettings, type OpenApp, startApp } from '../e2e/window';
import { cutOff } from './cut-off';
import { keepPicture } from './keep-picture';
import { SCENES, WELCOME } from './scenes';
import { showScene } from './show-scene';

// From the smallest window at twice the size of everything to a wall of pixels.
const SIZES = [
  { name: '800×600 at 200 %', width: 400, height: 300 },
  { name: '4K', width: 3_840, height: 2_160 },
] as const;

let open: OpenApp;

test.beforeAll(async () => {
  forgetSettings(null);
  open = await startApp(null);
});

test.afterAll(async () => {
  await open.app.close();
});

for (const locale of LOCALES) {
  test(`nothing sticks out at any size, in ${locale}`, async () => {
    const { page } = open;
    for (const scene of SCENES) {
      await showScene(open, scene, locale);
      for (const { name, width, height } of SIZES) {
        await page.setViewportSize({ width, height });
        const found = { scene: scene.name, size: name, cutOff: await cutOff(page) };
        expect.soft(found).toEqual({ scene: scene.name, size: name, cutOff: [] });
        await keepPicture(page, `${scene.name}.${locale}.${String(width)}`);
      }
    }
  });
}

for (const locale of LOCALES) {
  test(`the welcome takes no more than the smallest window, in ${locale}`, async () => {
    const { page } = open;
    await page.setViewportSize({ width: 800, height: 600 });
    await showScene(open, WELCOME, locale);
    const overhang = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
    expect(overhang).toBeLessThanOrEqual(0);
  });
}
