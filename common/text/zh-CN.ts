import type { EnglishText, TranslationOf } from './catalogue';
import { appText } from './zh-CN/app';
import { applyText } from './zh-CN/apply';
import { checkText } from './zh-CN/check';
import { cliText } from './zh-CN/cli';
import { menuText } from './zh-CN/menu';
import { outcomeText } from './zh-CN/outcome';
import { planText } from './zh-CN/plan';
import { sizeText } from './zh-CN/size';
import { startText } from './zh-CN/start';
import { understandText } from './zh-CN/understand';
import { verdictText } from './zh-CN/verdict';
import { verifyText } from './zh-CN/verify';

/** The same sentences in Simplified Chinese. */
export const zhCN: TranslationOf<EnglishText> = {
  ...appText,
  ...understandText,
  ...checkText,
  ...sizeText,
  ...planText,
  ...applyText,
  ...menuText,
  ...outcomeText,
  ...verifyText,
  ...verdictText,
  ...cliText,
  ...startText,
};
