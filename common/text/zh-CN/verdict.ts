import type { TranslationOf } from '../catalogue';
import type { verdictText as english } from '../en/verdict';

export const verdictText: TranslationOf<typeof english> = {};
