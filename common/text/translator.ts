import i18next from 'i18next';
import { LOCALES, type Locale } from '../locale';
import { formatExactMemory, formatMemory } from '../memory-size';
import type { Message } from '../message';
import { enWindow } from './en-window';
import { zhCNWindow } from './zh-CN-window';

/** Turns messages into sentences of one language. */
export interface Translator {
  readonly locale: Locale;
  readonly say: (message: Message) => string;
}

const library = i18next.createInstance();
void library.init({
  lng: 'en',
  fallbackLng: false,
  supportedLngs: [...LOCALES],
  // Keys are flat: a dot in one is part of its name.
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  // The window and the terminal both take plain text; nothing here becomes HTML.
  interpolation: { escapeValue: false },
  resources: { en: { translation: enWindow }, 'zh-CN': { translation: zhCNWindow } },
});
// `{{guestKiB, memory}}`: KiB in, "4 GiB" out; `exact` never rounds. `{{pages, number}}` is the library's own, by Intl.
library.services.formatter?.add('memory', (value: number, locale) => formatMemory(value, locale ?? 'en'));
library.services.formatter?.add('exact', (value: number, locale) => formatExactMemory(value, locale ?? 'en'));

/** The translator for a language; cheap, so callers may make one whenever the language changes. */
export function translatorFor(locale: Locale): Translator {
  const translate = library.getFixedT(locale);
  return { locale, say: ({ key, values }) => translate(key, values) };
}

/** Adds sentences that only some programs say: see outside-texts.ts. */
export function addTexts(locale: Locale, texts: Readonly<Record<string, string>>): void {
  library.addResourceBundle(locale, 'translation', texts, true);
}
