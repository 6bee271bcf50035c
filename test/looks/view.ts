import type { Locator, Page } from '@playwright/test';
import type { Locale } from '../../common/locale';
import type { Message } from '../../common/message';
import { translatorFor } from '../../common/text/translator';

/** The window in one language, with the words to find things by. */
export class View {
  readonly say: (sentence: Message) => string;

  constructor(
    readonly page: Page,
    locale: Locale,
  ) {
    this.say = translatorFor(locale).say;
  }

  button(name: Message): Locator {
    return this.page.getByRole('button', { name: this.say(name), exact: true });
  }

  /** Presses these buttons in turn; of several with the same name the first on the page. */
  async press(...names: readonly Message[]): Promise<void> {
    for (const name of names) await this.button(name).first().click();
  }

  async type(typed: string): Promise<void> {
    await this.page.getByRole('textbox').first().fill(typed);
  }
}
