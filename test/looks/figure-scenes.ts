import { CHAPTER_IDS, type ChapterId } from '../../common/chapters';
import { message, type Message } from '../../common/message';
import { FRESH, HOW_TO } from './fixed-machine';
import type { Scene } from './scenes';
import type { View } from './view';

const at = (chapter: ChapterId) => ({ page: 'guide', step: 'understand', chapter }) as const;
const text = (sentence: Message) => (view: View) => view.page.getByText(view.say(sentence), { exact: true }).first();
const memory = (KiB: number) => message('app.memory', { KiB });
const GIB_IN_KIB = 1_048_576;

/** Presses a choice, which is a radio button with its words beside it. */
function choose(...choices: readonly Message[]): (view: View) => Promise<void> {
  return async (view) => {
    for (const choice of choices) await text(choice)(view).click();
  };
}

/** Brings a heading of the page to the top of the picture. */
function scrollTo(heading: Message): (view: View) => Promise<void> {
  return async (view) => {
    await view.page.getByRole('heading', { name: view.say(heading), exact: true }).evaluate((element) => {
      element.scrollIntoView({ block: 'start' });
    });
  };
}

function inTurn(...acts: readonly ((view: View) => Promise<unknown>)[]): (view: View) => Promise<void> {
  return async (view) => {
    for (const act of acts) await act(view);
  };
}

const press =
  (...names: readonly Message[]) =>
  (view: View) =>
    view.press(...names);

/** Every chapter of Understand, and every state of its figure that looks different. */
export const FIGURE_SCENES: readonly Scene[] = [
  ...CHAPTER_IDS.map((chapter) => ({ name: `chapter-${chapter}`, place: at(chapter), reading: HOW_TO })),
  {
    name: 'pages-a-vm-in-small-pages',
    place: at('pages'),
    reading: HOW_TO,
    act: press(message('figure.unit.known.vm', { KiB: 4 * GIB_IN_KIB })),
  },
  {
    name: 'pages-a-photo-in-huge-pages',
    place: at('pages'),
    reading: FRESH,
    act: inTurn(choose(memory(2_048)), press(message('figure.unit.known.photo', { KiB: 5 * 1_024 }))),
  },
  {
    name: 'holes-a-hole',
    place: at('holes'),
    reading: HOW_TO,
    act: press(...Array.from({ length: 4 }, () => message('figure.next'))),
  },
  {
    name: 'holes-a-pool-and-its-price',
    place: at('holes'),
    reading: HOW_TO,
    act: inTurn(
      choose(message('figure.fragmentation.way.from-a-pool')),
      press(...Array.from({ length: 5 }, () => message('figure.next'))),
    ),
  },
  {
    name: 'holes-many-programs',
    place: at('holes'),
    reading: HOW_TO,
    act: inTurn(press(message('figure.run')), scrollTo(message('figure.crowd.title'))),
  },
  {
    name: 'holes-many-programs-from-a-pool',
    place: at('holes'),
    reading: HOW_TO,
    act: inTurn(
      choose(message('figure.crowd.way.from-a-pool')),
      press(message('figure.run')),
      scrollTo(message('figure.crowd.title')),
    ),
  },
  { name: 'holes-this-machine', place: at('holes'), reading: FRESH, act: scrollTo(message('figure.pieces.title')) },
  {
    name: 'finding-in-huge-pages',
    place: at('finding'),
    reading: HOW_TO,
    act: inTurn(choose(memory(2_048)), press(...Array.from({ length: 2 }, () => message('figure.next')))),
  },
  { name: 'finding-twice', place: at('finding'), reading: HOW_TO, act: scrollTo(message('figure.nested.title')) },
  { name: 'finding-reach', place: at('finding'), reading: HOW_TO, act: scrollTo(message('figure.reach.title')) },
  {
    name: 'two-kinds-memory-tight',
    place: at('two-kinds'),
    reading: HOW_TO,
    act: inTurn(choose(message('figure.kinds.moment.tight')), scrollTo(message('figure.kinds.title'))),
  },
  { name: 'two-kinds-needed', place: at('two-kinds'), reading: HOW_TO, act: scrollTo(message('figure.need.title')) },
  {
    name: 'counters-surplus',
    place: at('counters'),
    reading: HOW_TO,
    act: press(
      message('figure.counters.act.start', { vm: 'A' }),
      message('figure.counters.act.touch', { vm: 'A', count: 4 }),
      message('figure.counters.act.shrink', { count: 8 }),
    ),
  },
  {
    name: 'counters-refused',
    place: at('counters'),
    reading: FRESH,
    act: press(
      message('figure.counters.act.start-touched', { vm: 'A' }),
      message('figure.counters.act.start', { vm: 'B' }),
    ),
  },
  {
    name: 'counters-the-how-to',
    place: at('counters'),
    reading: HOW_TO,
    act: press(message('figure.counters.load.article', { count: 2_050, free: 1_542, promised: 4 })),
  },
  {
    name: 'costs-too-much',
    place: at('costs'),
    reading: HOW_TO,
    act: ({ page }) => page.getByRole('slider').first().press('End'),
  },
];
