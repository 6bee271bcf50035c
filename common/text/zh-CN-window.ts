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
import { outcomeText } from './zh-CN/outcome';
import { patchText } from './zh-CN/patch';
import { planText } from './zh-CN/plan';
import { scriptText } from './zh-CN/script';
import { sizeText } from './zh-CN/size';
import { understandText } from './zh-CN/understand';
import { verdictText } from './zh-CN/verdict';
import { verifyText } from './zh-CN/verify';
import { whyText } from './zh-CN/why';

/** What the window says. */
export const zhCNWindow = {
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
  ...patchText,
  ...planText,
  ...applyText,
  ...scriptText,
  ...outcomeText,
  ...verifyText,
  ...verdictText,
  ...whyText,
};
