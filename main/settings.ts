import Store from 'electron-store';
import * as v from 'valibot';
import type { Settings } from '../common/contract';
import type { WindowPlace } from '../common/window-place';
import { recentScripts, settingsEntries, windowPlace } from './settings-schemas';

const DEFAULTS: Settings = { locale: 'system', theme: 'system', contrast: 'system', place: null, request: null };

/** How many scripts are kept to be offered again. */
const MOST_SCRIPTS = 8;

/** What the file holds: the person's settings, and what the page need not know: window's place, paths of scripts. */
interface Kept {
  readonly settings: Settings;
  readonly window: WindowPlace | null;
  readonly scripts: readonly string[];
}

/** Null where the folder or the file may not be read or made. */
function openStore(): Store | null {
  try {
    return new Store({ name: 'settings', clearInvalidConfig: true });
  } catch {
    return null;
  }
}

/** Each entry by itself: one that makes no sense means its default and costs none of the others. */
function parse(stored: Readonly<Record<string, unknown>>): Kept {
  return {
    settings: {
      locale: v.parse(v.fallback(settingsEntries.locale, DEFAULTS.locale), stored['locale']),
      theme: v.parse(v.fallback(settingsEntries.theme, DEFAULTS.theme), stored['theme']),
      contrast: v.parse(v.fallback(settingsEntries.contrast, DEFAULTS.contrast), stored['contrast']),
      place: v.parse(v.fallback(settingsEntries.place, DEFAULTS.place), stored['place']),
      request: v.parse(v.fallback(settingsEntries.request, DEFAULTS.request), stored['request']),
    },
    window: v.parse(v.fallback(v.nullable(windowPlace), null), stored['window']),
    scripts: v.parse(v.fallback(recentScripts, []), stored['scripts']),
  };
}

export interface SettingsFile {
  readonly read: () => Settings;
  readonly save: (changed: Partial<Settings>) => void;
  readonly readWindow: () => WindowPlace | null;
  readonly saveWindow: (place: WindowPlace) => void;
  /** Paths of scripts that were picked, the last one first. */
  readonly readScripts: () => readonly string[];
  readonly addScript: (path: string) => void;
}

/**
 * The person's settings, in the folder Electron keeps for the app; a file that cannot be read means the defaults, and
 * settings that cannot be written hold until the program ends.
 */
export function openSettings(): SettingsFile {
  const store = openStore();
  let kept = parse(store?.store ?? {});
  function write(entries: Readonly<Record<string, unknown>>): void {
    try {
      store?.set(entries);
    } catch {
      // A full disk or a folder of somebody else's is no reason to refuse the wish.
    }
  }
  return {
    read: () => kept.settings,
    save: (changed) => {
      kept = { ...kept, settings: { ...kept.settings, ...changed } };
      write(changed);
    },
    readWindow: () => kept.window,
    saveWindow: (window) => {
      kept = { ...kept, window };
      write({ window });
    },
    readScripts: () => kept.scripts,
    addScript: (path) => {
      const scripts = [path, ...kept.scripts.filter((other) => other !== path)].slice(0, MOST_SCRIPTS);
      kept = { ...kept, scripts };
      write({ scripts });
    },
  };
}
