import type { TranslationOf } from '../catalogue';
import type { planText as english } from '../en/plan';

export const planText: TranslationOf<typeof english> = {};
