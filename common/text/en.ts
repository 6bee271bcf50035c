import { appText } from './en/app';
import { applyText } from './en/apply';
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

/** Every sentence a person reads, in English; it decides which keys there are. */
export const en = {
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
