import { MediaQuery } from 'svelte/reactivity';
import type { Contrast, Theme } from '../../../common/contract';

const desktopWantsMore = new MediaQuery('(prefers-contrast: more)');

class Appearance {
  /** What the person chose. Main hands it to the browser, which answers `prefers-color-scheme` by it. */
  theme = $state<Theme>('system');
  contrast = $state<Contrast>('system');
  readonly hasMoreContrast = $derived(this.contrast === 'more' || desktopWantsMore.current);
}

/** How the one window looks. */
export const appearance = new Appearance();
