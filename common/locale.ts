/** The languages the program speaks; a third one starts here. */
export const LOCALES = ['en', 'zh-CN'] as const;
export type Locale = (typeof LOCALES)[number];

/**
 * The language for a wish such as `zh_CN.UTF-8`, `zh-Hans` or `de-DE`. Every Chinese locale gets Simplified Chinese,
 * the only Chinese there is here; anything else gets English.
 */
export function chooseLocale(wish: string): Locale {
  return /^zh([-_.]|$)/i.test(wish) ? 'zh-CN' : 'en';
}

/** The environment's language, in the order of locale(7): LC_ALL, then LC_MESSAGES, then LANG. */
export function localeFromEnvironment(environment: Readonly<Record<string, string | undefined>>): Locale {
  const wish = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => environment[name] ?? '').find((value) => value !== '');
  return chooseLocale(wish ?? '');
}
