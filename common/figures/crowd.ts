import { crowdFacts } from './crowd-facts';
import { programsOf, type Program } from './crowd-programs';
import { PAGES, ROW_PAGES, ROWS } from './crowd-rows';
import type { Way } from './fragmentation';

/** A run in which memory is full once, as on a real machine, where cached files see to that sooner or later. */
const SEED = 275;
const PROGRAMS = programsOf(SEED);
/** A program that has what it wanted gives a page back and takes another, once in so many ticks. */
const CHANGE_TICKS = 4;

/** Pages given in one go, by way: the pool hands out a row for each program. */
const BLOCK_PAGES: Readonly<Record<Way, number>> = { 'page-by-page': 1, 'from-a-pool': ROW_PAGES };

interface Block {
  readonly firstPage: number;
  readonly usedPages: number;
}

interface Holding {
  readonly program: Program;
  readonly since: number;
  /** Oldest first. */
  readonly blocks: readonly Block[];
}

export interface Memory {
  readonly holdings: readonly Holding[];
  /** First pages of the free blocks; the last one is given next, as what was freed last is warm in the caches. */
  readonly free: readonly number[];
  readonly waiting: readonly Program[];
  /** For each page: 0 free, a program's number where it uses the page, its negative where the page is given but empty. */
  readonly pages: readonly number[];
}

/** The same programs at the same moment, once for each way; and how many huge pages would have fitted at each tick. */
export interface Crowd {
  readonly tick: number;
  readonly memory: Readonly<Record<Way, Memory>>;
  readonly fitting: Readonly<Record<Way, readonly number[]>>;
}

function emptyMemory(way: Way): Memory {
  const blocks = PAGES / BLOCK_PAGES[way];
  const free = Array.from({ length: blocks }, (_, index) => (blocks - 1 - index) * BLOCK_PAGES[way]);
  return { holdings: [], free, waiting: [], pages: Array.from({ length: PAGES }, () => 0) };
}

function forBoth<Value>(make: (way: Way) => Value): Readonly<Record<Way, Value>> {
  return { 'page-by-page': make('page-by-page'), 'from-a-pool': make('from-a-pool') };
}

/** Before the first program: everything free, in one piece. */
export function firstCrowd(): Crowd {
  return { tick: 0, memory: forBoth(emptyMemory), fitting: forBoth(() => [ROWS]) };
}

/**
 * One tick later. The same state always gives the same next one. A drawing, not the kernel: that one picks blocks by
 * size (buddy allocator), keeps movable pages together and moves them when it must (Documentation/filesystems/proc.rst;
 * concepts.rst, "Compaction").
 */
export function nextCrowd(crowd: Crowd): Crowd {
  const tick = crowd.tick + 1;
  const memory = forBoth((way) => nextMemory(crowd.memory[way], tick, BLOCK_PAGES[way]));
  const fitting = forBoth((way) => [...crowd.fitting[way], crowdFacts(memory[way]).hugePages]);
  return { tick, memory, fitting };
}

function nextMemory(memory: Memory, tick: number, blockPages: number): Memory {
  const free = [...memory.free];
  const stays = memory.holdings.filter(({ program, since }) => tick < since + program.staysTicks);
  for (const gone of memory.holdings.filter((holding) => !stays.includes(holding))) {
    free.push(...gone.blocks.map(({ firstPage }) => firstPage));
  }
  const queue = [...memory.waiting, ...PROGRAMS.filter(({ arrivesAt }) => arrivesAt === tick)];
  const starting = queue.slice(0, free.length);
  const holdings = [...stays, ...starting.map((program) => ({ program, since: tick, blocks: [] }))].map((holding) =>
    nextHolding(holding, tick, blockPages, free),
  );
  return { holdings, free, waiting: queue.slice(starting.length), pages: paint(holdings, blockPages) };
}

/** One page more, or one less; takes from and gives to `free`. */
function nextHolding(holding: Holding, tick: number, blockPages: number, free: number[]): Holding {
  const { program, blocks } = holding;
  const usedPages = blocks.reduce((sum, block) => sum + block.usedPages, 0);
  if (usedPages >= program.wantsPages) {
    return (tick + program.id) % CHANGE_TICKS === 0 ? { ...holding, blocks: lessOne(blocks, free) } : holding;
  }
  const roomAt = blocks.findIndex((block) => block.usedPages < blockPages);
  if (roomAt !== -1) return { ...holding, blocks: blocks.map((block, at) => (at === roomAt ? oneMore(block) : block)) };
  const firstPage = free.pop();
  return firstPage === undefined ? holding : { ...holding, blocks: [...blocks, { firstPage, usedPages: 1 }] };
}

function oneMore({ firstPage, usedPages }: Block): Block {
  return { firstPage, usedPages: usedPages + 1 };
}

function lessOne([oldest, ...others]: readonly Block[], free: number[]): readonly Block[] {
  if (oldest === undefined) return [];
  if (oldest.usedPages > 1) return [{ ...oldest, usedPages: oldest.usedPages - 1 }, ...others];
  free.push(oldest.firstPage);
  return others;
}

function paint(holdings: readonly Holding[], blockPages: number): readonly number[] {
  const pages = Array.from({ length: PAGES }, () => 0);
  for (const { program, blocks } of holdings) {
    for (const { firstPage, usedPages } of blocks) {
      for (let at = 0; at < blockPages; at += 1) pages[firstPage + at] = at < usedPages ? program.id : -program.id;
    }
  }
  return pages;
}
