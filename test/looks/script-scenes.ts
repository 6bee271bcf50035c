import { message, type Message } from '../../common/message';
import { WIN10, WIN7 } from '../fakes/script';
import {
  BROKEN_START,
  DECLINED_SCRIPT,
  HOW_TO,
  FRESH,
  PATCHED_SCRIPT,
  PLAIN_SCRIPT,
  ROOTS_SCRIPT,
  TWO_VMS,
  UNUSABLE_SCRIPT,
} from './fixed-machine';
import type { Scene } from './scenes';
import type { View } from './view';

const SCRIPT = { page: 'guide', step: 'script', chapter: 'pages' } as const;

/** Presses these buttons in turn, then waits for what they lead to and brings it into the picture. */
function pressTo(goal: Message, ...names: readonly Message[]): (view: View) => Promise<void> {
  return async (view) => {
    await view.press(...names);
    // The last of its kind: the first may be what only a screen reader hears.
    const shown = view.page.getByText(view.say(goal), { exact: true }).last();
    await shown.scrollIntoViewIfNeeded();
  };
}

const choose = message('script.choose');

/** The start script's screen in every state that looks different. */
export const SCRIPT_SCENES: readonly Scene[] = [
  { name: 'script-empty', place: SCRIPT, reading: HOW_TO },
  { name: 'script-recent', place: SCRIPT, reading: HOW_TO, script: { ...PLAIN_SCRIPT, recent: [WIN10, WIN7] } },
  { name: 'script-diff', place: SCRIPT, reading: HOW_TO, act: pressTo(message('script.patch.start'), choose) },
  {
    name: 'script-already',
    place: SCRIPT,
    reading: HOW_TO,
    script: PATCHED_SCRIPT,
    act: pressTo(message('script.already.title'), choose),
  },
  {
    name: 'script-declined',
    place: SCRIPT,
    reading: HOW_TO,
    script: DECLINED_SCRIPT,
    act: pressTo(message('script.treatment.declined'), choose),
  },
  {
    name: 'script-unusable',
    place: SCRIPT,
    reading: HOW_TO,
    script: UNUSABLE_SCRIPT,
    act: pressTo(message('script.by-hand.copy'), choose),
  },
  {
    name: 'script-by-plan',
    place: SCRIPT,
    reading: FRESH,
    script: ROOTS_SCRIPT,
    act: pressTo(message('script.plan.add'), choose),
  },
  {
    name: 'review-with-script',
    place: SCRIPT,
    reading: FRESH,
    script: ROOTS_SCRIPT,
    act: pressTo(message('step.script.reason'), choose, message('script.plan.add')),
  },
  {
    name: 'script-patched',
    place: SCRIPT,
    reading: HOW_TO,
    act: pressTo(message('script-outcome.patched.title'), choose, message('script.patch.start')),
  },
  {
    name: 'script-conflict',
    place: SCRIPT,
    reading: HOW_TO,
    script: PATCHED_SCRIPT,
    act: pressTo(message('script-outcome.conflict.title'), choose, message('script.revert.start')),
  },
  {
    name: 'script-started',
    place: SCRIPT,
    reading: HOW_TO,
    script: PATCHED_SCRIPT,
    act: pressTo(message('apply.to-verify'), choose, message('script.vm.start')),
  },
  {
    name: 'script-ended',
    place: SCRIPT,
    reading: HOW_TO,
    script: BROKEN_START,
    act: pressTo(message('apply.to-verify'), choose, message('script.vm.start')),
  },
  {
    name: 'size-from-script',
    place: { page: 'guide', step: 'size', chapter: 'pages' },
    reading: FRESH,
    script: TWO_VMS,
    act: pressTo(message('script.choose-another'), message('script.size.take')),
  },
];
