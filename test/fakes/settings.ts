import type { Settings } from '../../common/contract';

/** What the core keeps of a person who has done nothing yet. */
export const FIRST_SETTINGS: Settings = {
  locale: 'system',
  theme: 'system',
  contrast: 'system',
  place: null,
  request: null,
};
