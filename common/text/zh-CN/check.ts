import type { TranslationOf } from '../catalogue';
import type { checkText as english } from '../en/check';

export const checkText: TranslationOf<typeof english> = {};
