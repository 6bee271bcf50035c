import '../../common/text/history-texts';
import { message, type Message } from '../../common/message';
import {
  AS_IT_WAS,
  CUT_OFF,
  historyReading,
  KEPT,
  OWN_SCRIPT,
  preparedUndo,
  SEVERAL_RUNS,
  undoneEnd,
  undoPreview,
} from '../fakes/history';
import { undoFacts } from '../fakes/undo';
import { FRESH, type HistoryAnswers, HOW_TO } from './fixed-machine';
import type { Scene } from './scenes';
import type { View } from './view';

const PAGE = { page: 'history', step: 'check', chapter: 'pages' } as const;
const restoreAll = message('history.all.start');

/** Everything, with a script of the person's own. */
const EVERYTHING: HistoryAnswers = {
  reading: historyReading(undoFacts(), [OWN_SCRIPT]),
  preview: undoPreview(undoFacts(), [OWN_SCRIPT]),
  end: undoneEnd(preparedUndo(undoFacts(), [OWN_SCRIPT])),
};

function press(...names: readonly Message[]): (view: View) => Promise<void> {
  return async (view) => {
    await view.press(...names);
  };
}

/** The History page in every state that looks different. */
export const HISTORY_SCENES: readonly Scene[] = [
  { name: 'history-empty', place: PAGE, reading: FRESH },
  {
    name: 'history-list',
    place: PAGE,
    reading: HOW_TO,
    history: { ...EVERYTHING, reading: historyReading(SEVERAL_RUNS) },
  },
  {
    name: 'history-cut-off',
    place: PAGE,
    reading: FRESH,
    history: { ...EVERYTHING, reading: historyReading(CUT_OFF) },
  },
  { name: 'undo-plan', place: PAGE, reading: HOW_TO, history: EVERYTHING, act: press(restoreAll) },
  {
    name: 'undo-kept',
    place: PAGE,
    reading: HOW_TO,
    history: { ...EVERYTHING, preview: undoPreview(KEPT) },
    act: press(message('history.undo-one')),
  },
  {
    name: 'undo-as-it-was',
    place: PAGE,
    reading: HOW_TO,
    history: { ...EVERYTHING, preview: undoPreview(AS_IT_WAS) },
    act: press(message('history.undo-one')),
  },
  {
    name: 'undo-done',
    place: PAGE,
    reading: FRESH,
    history: EVERYTHING,
    act: async (view) => {
      await view.press(restoreAll, message('undo.start'));
      await view.page.getByRole('heading', { name: view.say(message('undo.checks')), exact: true }).waitFor();
    },
  },
];
