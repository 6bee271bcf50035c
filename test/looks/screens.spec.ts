import { expect, test } from '@playwright/test';
import { LOCALES } from '../../common/locale';
import { forgetSettings, type OpenApp, resizeTo, startApp } from '../e2e/window';
import { findElectron } from '../standin/find-electron';
import { cutOff } from './cut-off';
import { faultsOf } from './faults';
import { keepPicture } from './keep-picture';
import { SCENES } from './scenes';
import { showScene } from './show-scene';

const SCHEMES = ['light', 'dark'] as const;
/** The smallest window that there is (common/window-place.ts): what fits there fits anywhere. */
const SMALL = { width: 800, height: 600 };
const USUAL = { width: 1_100, height: 780 };
const isStandIn = findElectron(process.cwd()).kind === 'stand-in';

let open: OpenApp;

test.beforeAll(async () => {
  forgetSettings(null);
  open = await startApp(null);
});

test.afterAll(async () => {
  await open.app.close();
});

for (const locale of LOCALES) {
  for (const scene of SCENES) {
    test(`${scene.name} in ${locale}: readable for everybody, whole at any size, and as it was`, async () => {
      const { page } = open;
      await resizeTo(open, USUAL.width, USUAL.height);
      await showScene(open, scene, locale);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        // Another theme has other colours and nothing else.
        expect.soft(await faultsOf(page, colorScheme === 'light' ? 'all' : 'contrast')).toEqual([]);
        const name = `${scene.name}.${locale}.${colorScheme}.png`;
        if (isStandIn) await expect.soft(page).toHaveScreenshot(name);
      }
      await resizeTo(open, SMALL.width, SMALL.height);
      expect.soft(await cutOff(page)).toEqual([]);
      await keepPicture(page, `${scene.name}.${locale}.small`);
    });
  }
}

test('every screen in high contrast, light and dark: readable for everybody', async () => {
  const { page } = open;
  await resizeTo(open, USUAL.width, USUAL.height);
  for (const scene of SCENES) {
    await showScene(open, scene, 'en', 'more');
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const faults = await faultsOf(page, 'contrast');
      expect.soft({ scene: scene.name, colorScheme, faults }).toEqual({ scene: scene.name, colorScheme, faults: [] });
      await keepPicture(page, `${scene.name}.en.${colorScheme}.contrast`);
    }
  }
});
