import { enHistory } from './en-history';
import { addTexts } from './translator';
import { zhCNHistory } from './zh-CN-history';

// The sentences of History and of undo. The page brings them along when it is first opened; the terminal has them always.
addTexts('en', enHistory);
addTexts('zh-CN', zhCNHistory);
