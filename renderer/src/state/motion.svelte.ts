import { MediaQuery } from 'svelte/reactivity';

const reduced = new MediaQuery('(prefers-reduced-motion: reduce)');

/** The person wants things to be there rather than to move. Reactive. */
export function isMotionReduced(): boolean {
  return reduced.current;
}
