import { cliText } from './zh-CN/cli';
import { menuText } from './zh-CN/menu';
import { startText } from './zh-CN/start';

/** What menus and the terminal say, and the window never does. */
export const zhCNOutside = {
  ...menuText,
  ...cliText,
  ...startText,
};
