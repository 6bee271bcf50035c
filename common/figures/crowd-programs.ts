/** A program that comes, takes pages one after the other, stays for a while, and goes. Times are in ticks. */
export interface Program {
  /** From 1. */
  readonly id: number;
  readonly arrivesAt: number;
  readonly wantsPages: number;
  readonly staysTicks: number;
}

/** How long a run lasts, in ticks; at six a second 40 seconds. */
export const RUN_TICKS = 240;

/** Chance of a newcomer in a tick: first the machine is started up, then there are busy and quiet times. */
const ARRIVAL_CHANCE = { starting: 0.8, busy: 0.28, quiet: 0.14 } as const;
const STARTING_TICKS = 30;
const SEASON_TICKS = 50;
/** One in so many stays to the end, as daemons do. */
const STAYS_FOREVER = 8;

/** A number from 0 to below 1 and the state to go on from (mulberry32): the same seed gives the same run everywhere. */
export function nextRandom(state: number): { readonly value: number; readonly state: number } {
  const next = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(next ^ (next >>> 15), 1 | next);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return { value: ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296, state: next };
}

function arrivalChance(tick: number): number {
  if (tick < STARTING_TICKS) return ARRIVAL_CHANCE.starting;
  return Math.floor(tick / SEASON_TICKS) % 2 === 0 ? ARRIVAL_CHANCE.quiet : ARRIVAL_CHANCE.busy;
}

/** The programs of one run, in the order they come; which ones is decided by the seed alone. */
export function programsOf(seed: number): readonly Program[] {
  let state = seed;
  const random = (): number => {
    const drawn = nextRandom(state);
    ({ state } = drawn);
    return drawn.value;
  };
  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const programs: Program[] = [];
  for (let tick = 1; tick <= RUN_TICKS; tick += 1) {
    if (random() >= arrivalChance(tick)) continue;
    const staysTicks = between(1, STAYS_FOREVER) === 1 && tick < STARTING_TICKS ? RUN_TICKS : between(18, 44);
    programs.push({ id: programs.length + 1, arrivesAt: tick, wantsPages: between(7, 15), staysTicks });
  }
  return programs;
}
