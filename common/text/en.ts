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
import { cliText } from './en/cli';
import { menuText } from './en/menu';
import { outcomeText } from './en/outcome';
import { planText } from './en/plan';
import { sizeText } from './en/size';
import { startText } from './en/start';
import { understandText } from './en/understand';
import { verdictText } from './en/verdict';
import { verifyText } from './en/verify';
import { whyText } from './en/why';

/** Every sentence a person reads, in English; it decides which keys there are. */
export const en = {
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
