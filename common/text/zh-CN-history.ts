import { historyText } from './zh-CN/history';
import { undoText } from './zh-CN/undo';

/** What the History page and the terminal say. */
export const zhCNHistory = {
  ...historyText,
  ...undoText,
};
