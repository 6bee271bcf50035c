import type { EnglishText, TranslationOf } from './catalogue';
import { zhCNHistory } from './zh-CN-history';
import { zhCNOutside } from './zh-CN-outside';
import { zhCNWindow } from './zh-CN-window';

/** The same sentences in Simplified Chinese. */
export const zhCN: TranslationOf<EnglishText> = {
  ...zhCNWindow,
  ...zhCNHistory,
  ...zhCNOutside,
};
