import { expect } from '@playwright/test';
import type { HostReading, Place } from '../../common/contract';
import { message } from '../../common/message';
import type { Outcome } from '../../common/outcome';
import { FIGURE_SCENES } from './figure-scenes';
import {
  DECLINED,
  DONE,
  FAILED,
  FRESH,
  type HistoryAnswers,
  HOW_TO,
  LONG_NAMES,
  SHORT,
  type ScriptAnswers,
} from './fixed-machine';
import { HISTORY_SCENES } from './history-scenes';
import { SCRIPT_SCENES } from './script-scenes';
import type { View } from './view';

/** Something that can be seen in the window, and how to get there from a start at `place`. */
export interface Scene {
  readonly name: string;
  /** Null: the first start. */
  readonly place: Place | null;
  readonly reading: HostReading;
  /** What pressing “Set it up now” comes to. */
  readonly outcome?: Outcome;
  /** Of which start script there is talk. */
  readonly script?: ScriptAnswers;
  /** What was changed before, and what an undo of it comes to. */
  readonly history?: HistoryAnswers;
  readonly act?: (view: View) => Promise<unknown>;
}

const at = (step: Place['step']): Place => ({ page: 'guide', step, chapter: 'pages' });

async function fromReviewToApply(view: View): Promise<void> {
  const step = view.say(message('guide.step.apply'));
  const next = view.button(message('guide.next', { step }));
  await expect(next).toHaveAttribute('aria-disabled', 'false');
  await next.click();
}

async function apply(view: View): Promise<void> {
  await fromReviewToApply(view);
  await view.press(message('apply.start'));
  await view.button(message('apply.start')).waitFor({ state: 'detached' });
}

export const WELCOME: Scene = { name: 'welcome', place: null, reading: FRESH };

/** Every screen and state of the window, each from a start of its own. */
export const SCENES: readonly Scene[] = [
  WELCOME,
  ...FIGURE_SCENES,
  { name: 'check', place: at('check'), reading: FRESH },
  { name: 'check-set-up', place: at('check'), reading: HOW_TO },
  {
    name: 'check-evidence',
    place: at('check'),
    reading: FRESH,
    act: ({ page, say }) =>
      page
        .getByText(say(message('check.evidence')))
        .first()
        .click(),
  },
  { name: 'size', place: at('size'), reading: FRESH },
  { name: 'size-with-vm', place: at('size'), reading: HOW_TO },
  { name: 'size-no-size', place: at('size'), reading: FRESH, act: (view) => view.type('四') },
  { name: 'size-refused', place: at('size'), reading: FRESH, act: (view) => view.type('900 GiB') },
  { name: 'review', place: at('review'), reading: FRESH },
  {
    name: 'review-why',
    place: at('review'),
    reading: FRESH,
    act: ({ page, say }) =>
      page
        .getByRole('button', { name: say(message('why.open-named', { question: say(message('why.pool.question')) })) })
        .click(),
  },
  {
    name: 'review-wishes',
    place: at('review'),
    reading: FRESH,
    act: ({ page, say }) =>
      page.getByRole('group', { name: say(message('review.wish.failure.legend')) }).scrollIntoViewIfNeeded(),
  },
  { name: 'apply-short', place: at('review'), reading: FRESH, outcome: SHORT, act: apply },
  { name: 'apply', place: at('review'), reading: FRESH, act: fromReviewToApply },
  { name: 'apply-declined', place: at('review'), reading: FRESH, outcome: DECLINED, act: apply },
  { name: 'apply-failed', place: at('review'), reading: FRESH, outcome: FAILED, act: apply },
  { name: 'apply-done', place: at('review'), reading: FRESH, outcome: DONE, act: apply },
  ...SCRIPT_SCENES,
  ...HISTORY_SCENES,
  { name: 'verify', place: at('verify'), reading: HOW_TO },
  { name: 'verify-waiting', place: at('verify'), reading: { ...HOW_TO, vms: [], verdicts: [] } },
  { name: 'verify-long-names', place: at('verify'), reading: LONG_NAMES },
  {
    name: 'appearance-menu',
    place: at('check'),
    reading: FRESH,
    act: (view) => view.press(message('app.look.label')),
  },
];
