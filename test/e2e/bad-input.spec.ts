import { expect, test } from '@playwright/test';
import type { StepId } from '../../common/guide';
import { LOCALES } from '../../common/locale';
import { makePlan } from '../../common/make-plan';
import { GIB_IN_KIB } from '../../common/memory-size';
import { message, type Message } from '../../common/message';
import { translatorFor } from '../../common/text/translator';
import { readHost } from '../../main/kernel';
import { newPlanId } from '../../main/plan-id';
import { freshMachine, ONE_GIB } from '../machine/applying';
import { isInPrivateMachine } from '../machine/harness/private-machine';
import { createTestUser } from '../machine/harness/test-user';
import { forgetSettings, openApp, type OpenApp } from './window';

/** 900 TiB. */
const TOO_MUCH_KIB = 900 * 1_024 * GIB_IN_KIB;

let open: OpenApp;

test.beforeEach(async () => {
  if (isInPrivateMachine()) await freshMachine();
  const user = isInPrivateMachine() ? await createTestUser() : null;
  forgetSettings(user);
  open = await openApp(user);
});

test.afterEach(async () => {
  await open.app.close();
});

/** What is typed, the sentence it gets, and why Apply is closed. */
function badInputs(): readonly { typed: string; sentence: Message; why: Message }[] {
  const noSize = message('guide.blocked.no-size');
  const refused = makePlan(readHost(), [], { ...ONE_GIB, guestKiB: TOO_MUCH_KIB }, newPlanId(new Date()));
  if (refused.kind !== 'refused' || refused.refusals[0] === undefined) throw new Error('nobody has 900 TiB');
  return [
    ...['0', '-1'].map((typed) => ({ typed, sentence: message('size.guest.not-positive', { typed }), why: noSize })),
    ...['1e9G', '四'].map((typed) => ({ typed, sentence: message('size.guest.not-a-size', { typed }), why: noSize })),
    { typed: '900 TiB', sentence: refused.refusals[0].text, why: message('guide.blocked.refused') },
  ];
}

function startingWith(sentence: string): RegExp {
  return new RegExp(`^${sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

for (const locale of LOCALES) {
  test(`every bad memory size gets a sentence beside the field and closes the way on, in ${locale}`, async () => {
    const { page } = open;
    const { say } = translatorFor(locale);
    await page.getByRole('combobox').first().selectOption(locale);
    const button = (name: Message) => page.getByRole('button', { name: say(name), exact: true });
    const next = (step: StepId) => button(message('guide.next', { step: say(message(`guide.step.${step}`)) }));
    await next('check').click();
    await next('size').click();
    const field = page.getByRole('textbox', { name: say(message('size.guest.label')) });
    for (const { typed, sentence, why } of badInputs()) {
      await field.fill('1 GiB');
      await expect(next('review')).toHaveAccessibleDescription('');
      await field.fill(typed);
      await expect(field).toHaveAccessibleDescription(startingWith(say(sentence)));
      const apply = page.getByRole('navigation').getByRole('button', { name: say(message('guide.step.apply')) });
      await expect(apply).toHaveAttribute('aria-disabled', 'true');
      await expect(apply).toHaveAccessibleDescription(say(why));
      if (why.key === 'guide.blocked.no-size') {
        await expect(next('review')).toHaveAttribute('aria-disabled', 'true');
        await expect(next('review')).toHaveAccessibleDescription(say(why));
      }
      // Also a press that pays no heed to it.
      await apply.click({ force: true });
      await expect(page.getByRole('heading', { level: 1, name: say(message('size.title')) })).toBeVisible();
    }
  });
}

test('every good way to write 4 GiB gives 2,050 pages', async () => {
  const { page } = open;
  await page.getByRole('button', { name: 'Next: Check' }).click();
  await page.getByRole('button', { name: 'Next: Size' }).click();
  for (const typed of ['4G', '4 GiB', '4096', '4gb', '４Ｇ']) {
    await page.getByRole('textbox', { name: 'VM memory' }).fill('1 GiB');
    await page.getByRole('textbox', { name: 'VM memory' }).fill(typed);
    await expect(page.getByRole('radio', { name: /^A little above/ })).toHaveAccessibleName(/2,050 pages/);
  }
});
