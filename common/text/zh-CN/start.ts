import type { TranslationOf } from '../catalogue';
import type { startText as english } from '../en/start';

export const startText: TranslationOf<typeof english> = {};
