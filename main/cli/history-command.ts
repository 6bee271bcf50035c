import { message, type Message } from '../../common/message';
import { inOrder, undoableEntries } from '../../common/undo/changes-left';
import type { Change, JournalEntry } from '../../common/undo/journal';
import { EXIT } from './commands';
import { type CommandContext, printJson, printLines } from './context';
import { localTime } from './undo-output';

/** `history`: every plan that was applied on this machine, the newest first, with what it changed. */
export function runHistory(context: CommandContext): number {
  const { options, translator } = context;
  const { entries, unreadable } = context.io.readUndoFacts();
  const undoable = new Set(undoableEntries(entries).map(({ id }) => id));
  const newestFirst = [...inOrder(entries)].reverse();
  if (options.has('json')) {
    printJson(context, {
      entries: newestFirst.map((entry) => ({ ...entry, canUndo: undoable.has(entry.id) })),
      unreadable,
    });
    return EXIT.done;
  }
  const lines = newestFirst.flatMap((entry) => entryLines(context, entry, undoable.has(entry.id)));
  const none = translator.say(message('cli.history.none'));
  const bad = unreadable.map((folder) => translator.say(message('cli.history.unreadable', { folder })));
  printLines(context, [...(lines.length === 0 ? [none] : lines), ...bad]);
  return EXIT.done;
}

function entryLines(context: CommandContext, entry: JournalEntry, canUndo: boolean): readonly string[] {
  const { paint, translator } = context;
  const say = (words: Message): string => translator.say(words);
  const state = paint(canUndo ? 'bold' : 'dim', `[${say(stateOf(entry, canUndo))}]`);
  const changes = entry.changes.map((change) => `   ${say(changeWords(change))}`);
  return [`${entry.id}  ${localTime(context, entry.time)}  ${state}`, ...changes];
}

function stateOf(entry: JournalEntry, canUndo: boolean): Message {
  if (entry.undoes.length > 0) return message('cli.history.undo', { ids: entry.undoes.join(', ') });
  if (canUndo) return entry.end === null ? message('cli.history.cut-off') : message('cli.history.stands');
  return message('cli.history.undone');
}

function changeWords(change: Change): Message {
  switch (change.kind) {
    case 'group':
      return message('cli.history.group', { group: change.group });
    case 'membership':
      return message('cli.history.membership', { user: change.user, group: change.group });
    case 'mount':
      return change.how === 'mounted'
        ? message('cli.history.mounted', { path: change.path })
        : message('cli.history.adjusted', { path: change.path, old: change.old, new: change.new });
    case 'pool':
      return message('cli.history.pool', {
        pageKiB: change.pageKiB,
        from: change.fromPages,
        to: change.gotPages ?? change.toPages,
      });
    case 'sysctl':
    case 'fstab':
    case 'script':
      return message('cli.history.file', { file: change.file });
  }
}
