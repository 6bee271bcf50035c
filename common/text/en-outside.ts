import { cliText } from './en/cli';
import { menuText } from './en/menu';
import { startText } from './en/start';

/** What menus and the terminal say, and the window never does. */
export const enOutside = {
  ...menuText,
  ...cliText,
  ...startText,
};
