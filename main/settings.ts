import Store from 'electron-store';
import type { Settings } from '../common/contract';
import { LOCALES } from '../common/locale';

const DEFAULTS: Settings = { locale: 'system' };

/** The person's settings, in the folder Electron keeps for the app; a file that cannot be read means the defaults. */
export function openSettings(): { read: () => Settings; save: (settings: Settings) => void } {
  const store = new Store<Settings>({
    name: 'settings',
    defaults: DEFAULTS,
    schema: { locale: { type: 'string', enum: [...LOCALES, 'system'] } },
    clearInvalidConfig: true,
  });
  return {
    read: () => ({ locale: store.get('locale') }),
    save: ({ locale }) => {
      store.set('locale', locale);
    },
  };
}
