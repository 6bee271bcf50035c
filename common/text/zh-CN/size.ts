import type { TranslationOf } from '../catalogue';
import type { sizeText as english } from '../en/size';

export const sizeText: TranslationOf<typeof english> = {};
