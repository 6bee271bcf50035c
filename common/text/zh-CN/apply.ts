import type { TranslationOf } from '../catalogue';
import type { applyText as english } from '../en/apply';

export const applyText: TranslationOf<typeof english> = {};
