import type { TranslationOf } from '../catalogue';
import type { understandText as english } from '../en/understand';

export const understandText: TranslationOf<typeof english> = {};
