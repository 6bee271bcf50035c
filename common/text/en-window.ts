import { appText } from './en/app';
import { applyText } from './en/apply';
import { costsText } from './en/chapter-costs';
import { countersText } from './en/chapter-counters';
import { findingText } from './en/chapter-finding';
import { holesText } from './en/chapter-holes';
import { inShortText } from './en/chapter-in-short';
import { pagesText } from './en/chapter-pages';
import { twoKindsText } from './en/chapter-two-kinds';
import { checkText } from './en/check';
import { outcomeText } from './en/outcome';
import { patchText } from './en/patch';
import { planText } from './en/plan';
import { scriptText } from './en/script';
import { sizeText } from './en/size';
import { understandText } from './en/understand';
import { verdictText } from './en/verdict';
import { verifyText } from './en/verify';
import { whyText } from './en/why';

/** What the window says. */
export const enWindow = {
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
