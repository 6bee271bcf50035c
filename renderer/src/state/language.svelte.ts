import type { Settings } from '../../../common/contract';
import type { Locale } from '../../../common/locale';
import { message, type Message } from '../../../common/message';
import { translatorFor } from '../../../common/text/translator';
import type { MessageKey } from '../../../common/text/catalogue';

class Language {
  /** What the person chose; `system` follows the desktop. */
  wish = $state<Settings['locale']>('system');
  system = $state<Locale>('en');
  readonly locale = $derived(this.wish === 'system' ? this.system : this.wish);
  readonly translator = $derived(translatorFor(this.locale));
}

/** The window's one language; every sentence on screen follows it at once. */
export const language = new Language();

/** A message in the window's language. */
export function say(sentence: Message): string {
  return language.translator.say(sentence);
}

/** A sentence of the catalogue in the window's language. */
export function t<Key extends MessageKey>(...words: Parameters<typeof message<Key>>): string {
  return say(message(...words));
}
