import { historyText } from './en/history';
import { undoText } from './en/undo';

/** What the History page and the terminal say. */
export const enHistory = {
  ...historyText,
  ...undoText,
};
