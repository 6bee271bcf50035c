import type { TranslationOf } from '../catalogue';
import type { cliText as english } from '../en/cli';

export const cliText: TranslationOf<typeof english> = {};
