import * as v from 'valibot';
import type { Channel, Contract } from '../common/contract';
import { isPlanId } from '../common/names';
import { SOURCE_IDS } from '../common/sources';
import { count, planRequest, settingsEntries } from './settings-schemas';

const planId = v.pipe(v.string(), v.check(isPlanId));

/** Ids of scripts and patches: random, given out by main. */
const givenId = v.pipe(v.string(), v.uuid());

const patchWish = v.strictObject({ pageKiB: count, preallocates: v.boolean() });

const undoWish = v.variant('kind', [
  v.strictObject({ kind: v.literal('entry'), id: planId }),
  v.strictObject({ kind: v.literal('all') }),
]);

const copyTarget = v.variant('part', [
  v.strictObject({ part: v.literal('root-text'), plan: planId }),
  v.strictObject({ part: v.literal('start-option'), pageKiB: count }),
  v.strictObject({ part: v.literal('script-line'), script: givenId }),
  v.strictObject({ part: v.literal('patch-lines'), patch: givenId }),
]);

const changedSettings = v.pipe(
  v.strictObject({
    locale: v.exactOptional(settingsEntries.locale),
    theme: v.exactOptional(settingsEntries.theme),
    contrast: v.exactOptional(settingsEntries.contrast),
    place: v.exactOptional(settingsEntries.place),
    request: v.exactOptional(settingsEntries.request),
  }),
  v.check((changed) => Object.keys(changed).length > 0),
);

type ArgumentSchema<Name extends Channel> = v.GenericSchema<unknown, Parameters<Contract[Name]>>;

/** What each channel takes from the window; anything else is refused before a handler sees it. */
export const argumentSchemas: { readonly [Name in Channel]: ArgumentSchema<Name> } = {
  readHost: v.strictTuple([]),
  previewPlan: v.strictTuple([planRequest, v.nullable(givenId)]),
  applyPlan: v.strictTuple([planId]),
  readRun: v.strictTuple([]),
  readHistory: v.strictTuple([]),
  previewUndo: v.strictTuple([undoWish]),
  applyUndo: v.strictTuple([planId]),
  judgeUndo: v.strictTuple([planId]),
  cancelRun: v.strictTuple([]),
  copy: v.strictTuple([copyTarget]),
  readSettings: v.strictTuple([]),
  saveSettings: v.strictTuple([changedSettings]),
  openSource: v.strictTuple([v.picklist(SOURCE_IDS)]),
  pickScript: v.strictTuple([]),
  takeDroppedScript: v.strictTuple([v.string()]),
  readRecentScripts: v.strictTuple([]),
  readScript: v.strictTuple([givenId, patchWish]),
  patchScript: v.strictTuple([givenId]),
  revertScript: v.strictTuple([givenId]),
  startVm: v.strictTuple([givenId]),
  readVmStart: v.strictTuple([]),
};
