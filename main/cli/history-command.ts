import { localTime } from '../../common/local-time';
import { message, type Message } from '../../common/message';
import { historyOf, type HistoryRow } from '../../common/undo/history';
import { changeWords, stateWords } from '../../common/undo/history-words';
import { EXIT } from './commands';
import { type CommandContext, printJson, printLines } from './context';

/** `history`: every plan that was applied on this machine, the newest first, with what it changed. */
export function runHistory(context: CommandContext): number {
  const { options, translator } = context;
  const { rows, unreadable } = historyOf(context.io.readUndoFacts());
  if (options.has('json')) {
    printJson(context, { entries: rows.map(({ entry, canUndo }) => ({ ...entry, canUndo })), unreadable });
    return EXIT.done;
  }
  const lines = rows.flatMap((row) => rowLines(context, row));
  const none = translator.say(message('history.none'));
  const bad = unreadable.map((folder) => translator.say(message('history.unreadable', { folder })));
  printLines(context, [...(lines.length === 0 ? [none] : lines), ...bad]);
  return EXIT.done;
}

function rowLines(
  { paint, translator }: CommandContext,
  { canUndo, changes, entry, state }: HistoryRow,
): readonly string[] {
  const say = (words: Message): string => translator.say(words);
  const words = say(stateWords(state, entry.undoes.join(', ')));
  const head = `${entry.id}  ${localTime(entry.time, translator.locale)}  ${paint(canUndo ? 'bold' : 'dim', `[${words}]`)}`;
  return [head, ...changes.map(({ change }) => `   ${say(changeWords(change))}`)];
}
