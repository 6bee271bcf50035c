import type { TranslationOf } from '../catalogue';
import type { outcomeText as english } from '../en/outcome';

export const outcomeText: TranslationOf<typeof english> = {};
