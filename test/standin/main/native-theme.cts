import { EventEmitter } from 'node:events';
import { complain } from '../chromium/devtools.cjs';
import { refuseUnknown } from '../shared/refuse.cjs';
import { contents } from './registry.cjs';

type Source = 'system' | 'light' | 'dark';

let source: Source = 'system';

export function themeSource(): Source {
  return source;
}

class NativeTheme extends EventEmitter {
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly inForcedColorsMode = false;
  readonly prefersReducedTransparency = false;

  get themeSource(): Source {
    return source;
  }

  set themeSource(value: Source) {
    if (!['system', 'light', 'dark'].includes(value))
      throw new TypeError(`Error processing argument at index 0, conversion failure from ${value}`);
    if (value === source) return;
    source = value;
    for (const one of contents.values()) one._page?.emulateColorScheme(value).catch(complain);
    this.emit('updated');
  }

  /** The desktop's own theme is not looked at: light, unless the app says otherwise. */
  get shouldUseDarkColors(): boolean {
    return source === 'dark';
  }

  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this.shouldUseDarkColors;
  }
}

refuseUnknown(NativeTheme, 'nativeTheme');

export const nativeTheme = new NativeTheme();
