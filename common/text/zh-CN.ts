import type { EnglishText, TranslationOf } from './catalogue';
import { appText } from './zh-CN/app';
import { applyText } from './zh-CN/apply';
import { costsText } from './zh-CN/chapter-costs';
import { countersText } from './zh-CN/chapter-counters';
import { findingText } from './zh-CN/chapter-finding';
import { holesText } from './zh-CN/chapter-holes';
import { inShortText } from './zh-CN/chapter-in-short';
import { pagesText } from './zh-CN/chapter-pages';
import { twoKindsText } from './zh-CN/chapter-two-kinds';
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
import { whyText } from './zh-CN/why';

/** The same sentences in Simplified Chinese. */
export const zhCN: TranslationOf<EnglishText> = {
  ...appText,
  ...understandText,
  ...pagesText,
  ...holesText,
  ...findingText,
  ...twoKindsText,
  ...countersText,
  ...costsText,
  ...inShortText,
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
  ...whyText,
};
