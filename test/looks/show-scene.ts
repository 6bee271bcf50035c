import type { Settings } from '../../common/contract';
import type { Locale } from '../../common/locale';
import type { OpenApp } from '../e2e/window';
import { NO_HISTORY, PLAIN_SCRIPT, showMachine } from './fixed-machine';
import type { Scene } from './scenes';
import { View } from './view';

/** Starts the window anew at a scene and waits until it has come to rest: nothing moves, loads or is pointed at. */
export async function showScene(
  open: OpenApp,
  scene: Scene,
  locale: Locale,
  contrast: Settings['contrast'] = 'system',
): Promise<void> {
  const { page } = open;
  await showMachine(open, {
    reading: scene.reading,
    outcome: scene.outcome ?? { kind: 'busy' },
    script: scene.script ?? PLAIN_SCRIPT,
    history: scene.history ?? NO_HISTORY,
    settings: { locale, theme: 'system', contrast, place: scene.place, request: null },
  });
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await scene.act?.(new View(page, locale));
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
}
