import type { TranslationOf } from '../catalogue';
import type { appText as english } from '../en/app';

export const appText: TranslationOf<typeof english> = {
  'app.name': '大页内存向导',
};
