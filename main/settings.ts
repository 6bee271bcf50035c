import Store from 'electron-store';
import type { Settings } from '../common/contract';
import { LOCALES } from '../common/locale';

const DEFAULTS: Settings = { locale: 'system' };

/** Null where the folder or the file may not be read or made. */
function openStore(): Store<Settings> | null {
  try {
    return new Store<Settings>({
      name: 'settings',
      defaults: DEFAULTS,
      schema: { locale: { type: 'string', enum: [...LOCALES, 'system'] } },
      clearInvalidConfig: true,
    });
  } catch {
    return null;
  }
}

/**
 * The person's settings, in the folder Electron keeps for the app; a file that cannot be read means the defaults, and
 * settings that cannot be written hold until the program ends.
 */
export function openSettings(): { read: () => Settings; save: (settings: Settings) => void } {
  const store = openStore();
  let current: Settings = store === null ? DEFAULTS : { locale: store.get('locale') };
  return {
    read: () => current,
    save: (settings) => {
      current = settings;
      try {
        store?.set('locale', settings.locale);
      } catch {
        // A full disk or a folder of somebody else's is no reason to refuse the language.
      }
    },
  };
}
