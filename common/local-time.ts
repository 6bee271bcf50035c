import type { Locale } from './locale';

/** A moment (ISO 8601) as people write it, in their own time zone. */
export function localTime(time: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(time));
}
