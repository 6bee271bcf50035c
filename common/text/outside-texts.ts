import { enOutside } from './en-outside';
import { addTexts } from './translator';
import { zhCNOutside } from './zh-CN-outside';

// The sentences of menus and of the terminal. Whoever says one imports this; the window never has to load them.
addTexts('en', enOutside);
addTexts('zh-CN', zhCNOutside);
