import * as v from 'valibot';
import { CHAPTER_IDS } from '../common/chapters';
import { CONTRASTS, type Settings, THEMES } from '../common/contract';
import { PAGE_IDS, STEP_IDS } from '../common/guide';
import { LOCALES } from '../common/locale';
import { KEEP_OR_UNDO } from '../common/plan-request';
import type { WindowPlace } from '../common/window-place';

/** A number of things, of KiB or of a process. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What a window may ask a plan for; whether it makes sense is said by the plan. */
export const planRequest = v.strictObject({
  guestKiB: count,
  pageKiB: count,
  sizing: v.union([
    v.strictObject({ kind: v.picklist(['exact', 'a-little-above', 'double']) }),
    v.strictObject({ kind: v.literal('pages'), pages: count }),
  ]),
  isPersistent: v.boolean(),
  givesBack: v.boolean(),
  guestPids: v.array(count),
  wishes: v.strictObject({
    onFailure: v.picklist(KEEP_OR_UNDO),
    onShort: v.picklist(KEEP_OR_UNDO),
    mayDropCaches: v.boolean(),
  }),
});

/** One schema for each setting; the compiler sees that none is missing. */
export const settingsEntries = {
  locale: v.picklist([...LOCALES, 'system']),
  theme: v.picklist(THEMES),
  contrast: v.picklist(CONTRASTS),
  place: v.nullable(
    v.strictObject({
      // A place that was kept before there were other pages is one in the guide.
      page: v.optional(v.picklist(PAGE_IDS), 'guide'),
      step: v.picklist(STEP_IDS),
      chapter: v.picklist(CHAPTER_IDS),
    }),
  ),
  request: v.nullable(planRequest),
} satisfies { readonly [Name in keyof Settings]: v.GenericSchema<unknown, Settings[Name]> };

const pixels = v.pipe(v.number(), v.safeInteger());

export const windowPlace: v.GenericSchema<unknown, WindowPlace> = v.strictObject({
  x: pixels,
  y: pixels,
  width: v.pipe(pixels, v.minValue(1)),
  height: v.pipe(pixels, v.minValue(1)),
  isMaximized: v.boolean(),
});

/** Scripts that were picked, by absolute path. */
export const recentScripts = v.array(v.pipe(v.string(), v.startsWith('/')));
