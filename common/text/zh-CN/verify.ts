import type { TranslationOf } from '../catalogue';
import type { verifyText as english } from '../en/verify';

export const verifyText: TranslationOf<typeof english> = {};
