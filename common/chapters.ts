/** The chapters of Understand, in order: one figure each, and at the end what to remember. */
export const CHAPTER_IDS = ['pages', 'holes', 'finding', 'two-kinds', 'counters', 'costs', 'in-short'] as const;
export type ChapterId = (typeof CHAPTER_IDS)[number];
