/** How memory is given out in the crowd: its pool hands out whole rows. */
export const WAY_NAMES = {
  'page-by-page': 'figure.fragmentation.way.page-by-page',
  'from-a-pool': 'figure.crowd.way.from-a-pool',
} as const;
