import * as v from 'valibot';
import type { Channel, Contract } from '../common/contract';
import { LOCALES } from '../common/locale';
import { isPlanId } from '../common/names';

const planId = v.pipe(v.string(), v.check(isPlanId));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const planRequest = v.strictObject({
  guestKiB: count,
  pageKiB: count,
  sizing: v.union([
    v.strictObject({ kind: v.picklist(['exact', 'a-little-above', 'double']) }),
    v.strictObject({ kind: v.literal('pages'), pages: count }),
  ]),
  isPersistent: v.boolean(),
  givesBack: v.boolean(),
  guestPid: v.nullable(count),
});

const copyTarget = v.variant('part', [
  v.strictObject({ part: v.literal('root-text'), plan: planId }),
  v.strictObject({ part: v.literal('start-option'), pageKiB: count }),
]);

type ArgumentSchema<Name extends Channel> = v.GenericSchema<unknown, Parameters<Contract[Name]>>;

/** What each channel takes from the window; anything else is refused before a handler sees it. */
export const argumentSchemas: { readonly [Name in Channel]: ArgumentSchema<Name> } = {
  readHost: v.strictTuple([]),
  previewPlan: v.strictTuple([planRequest]),
  applyPlan: v.strictTuple([planId]),
  readRun: v.strictTuple([]),
  copy: v.strictTuple([copyTarget]),
  readSettings: v.strictTuple([]),
  saveSettings: v.strictTuple([v.strictObject({ locale: v.picklist([...LOCALES, 'system']) })]),
};
