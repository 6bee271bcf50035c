import { countersOf, nextVm, promisedPages, sumPages, type CounterPool, type PoolVm } from './pool-counters';

/** What QEMU says when the kernel cannot promise it its pages (system/physmem.c, with the words of ENOMEM). */
export const QEMU_REFUSAL = 'unable to map backing store for guest RAM: Cannot allocate memory';

/** What may happen to a pool. Pages are whole numbers, at least 1; a pool may be resized to 0. */
export type PoolEvent =
  | { readonly kind: 'start'; readonly pages: number; readonly isPreallocated: boolean }
  | { readonly kind: 'touch'; readonly vm: number; readonly pages: number }
  | { readonly kind: 'end'; readonly vm: number }
  | { readonly kind: 'resize'; readonly pages: number };

export type PoolHappening =
  | { readonly kind: 'promised' | 'preallocated' | 'touched'; readonly vm: number; readonly pages: number }
  | {
      readonly kind: 'ended';
      readonly vm: number;
      readonly neededPages: number;
      readonly touchedPages: number;
      /** Surplus pages that left the pool with it. */
      readonly leavingPages: number;
    }
  | {
      readonly kind: 'shrunk';
      readonly askedPages: number;
      readonly heldPages: number;
      readonly leavingPages: number;
      /** All pages that are now above the size asked for. */
      readonly surplusPages: number;
    }
  | {
      readonly kind: 'grown';
      readonly askedPages: number;
      readonly addedPages: number;
      /** Surplus pages that are persistent from now on. */
      readonly adoptedPages: number;
    };

export type PoolRefusal =
  | {
      readonly kind: 'too-few';
      readonly vm: number;
      readonly neededPages: number;
      readonly freePages: number;
      readonly reservedPages: number;
    }
  | { readonly kind: 'no-vm' }
  | { readonly kind: 'all-touched'; readonly vm: number };

type PoolStep =
  | { readonly kind: 'done'; readonly pool: CounterPool; readonly happened: PoolHappening }
  | { readonly kind: 'refused'; readonly why: PoolRefusal };

/**
 * What the kernel does with a pool (mm/hugetlb.c): pages are promised at mmap (hugetlb_reserve_pages) and taken at the
 * first touch; a shortage shows at mmap, as ENOMEM. Growing is taken to succeed; a real kernel may find fewer pages.
 */
export function applyPoolEvent(pool: CounterPool, event: PoolEvent): PoolStep {
  switch (event.kind) {
    case 'start':
      return start(pool, event.pages, event.isPreallocated);
    case 'touch':
      return touch(pool, event.vm, event.pages);
    case 'end':
      return end(pool, event.vm);
    case 'resize':
      return event.pages < pool.persistentPages ? shrink(pool, event.pages) : grow(pool, event.pages);
  }
}

function start(pool: CounterPool, neededPages: number, isPreallocated: boolean): PoolStep {
  const { freePages, reservedPages } = countersOf(pool);
  const vm = nextVm(pool);
  if (freePages - reservedPages < neededPages) {
    return { kind: 'refused', why: { kind: 'too-few', vm, neededPages, freePages, reservedPages } };
  }
  const started: PoolVm = { id: vm, neededPages, touchedPages: isPreallocated ? neededPages : 0 };
  return {
    kind: 'done',
    pool: { ...pool, vms: [...pool.vms, started] },
    happened: { kind: isPreallocated ? 'preallocated' : 'promised', vm, pages: neededPages },
  };
}

/** A VM touches no more than it was promised: its memory has no more pages. */
function touch(pool: CounterPool, vm: number, wantedPages: number): PoolStep {
  const toucher = pool.vms.find(({ id }) => id === vm);
  if (toucher === undefined) return { kind: 'refused', why: { kind: 'no-vm' } };
  const pages = Math.min(wantedPages, promisedPages(toucher));
  if (pages === 0) return { kind: 'refused', why: { kind: 'all-touched', vm } };
  const touched: PoolVm = { ...toucher, touchedPages: toucher.touchedPages + pages };
  return {
    kind: 'done',
    pool: { ...pool, vms: pool.vms.map((other) => (other.id === vm ? touched : other)) },
    happened: { kind: 'touched', vm, pages },
  };
}

/** Its pages go free, but first any surplus leaves, used or promised alike (free_huge_folio, return_unused_surplus_pages). */
function end(pool: CounterPool, vm: number): PoolStep {
  const ended = pool.vms.find(({ id }) => id === vm);
  if (ended === undefined) return { kind: 'refused', why: { kind: 'no-vm' } };
  const { neededPages, touchedPages } = ended;
  const leavingPages = Math.min(pool.surplusPages, neededPages);
  return {
    kind: 'done',
    pool: {
      ...pool,
      surplusPages: pool.surplusPages - leavingPages,
      vms: pool.vms.filter(({ id }) => id !== vm),
    },
    happened: { kind: 'ended', vm, neededPages, touchedPages, leavingPages },
  };
}

/** set_max_huge_pages: pages that nobody holds leave; what is still above the size asked for becomes surplus. */
function shrink(pool: CounterPool, askedPages: number): PoolStep {
  const heldPages = sumPages(pool.vms, ({ neededPages }) => neededPages);
  const keptPages = Math.min(pool.persistentPages, Math.max(askedPages, heldPages));
  const surplusPages = pool.surplusPages + keptPages - askedPages;
  const leavingPages = pool.persistentPages - keptPages;
  return {
    kind: 'done',
    pool: { ...pool, persistentPages: askedPages, surplusPages },
    happened: { kind: 'shrunk', askedPages, heldPages, leavingPages, surplusPages },
  };
}

/** set_max_huge_pages: surplus pages become persistent first; only the rest is taken from ordinary memory. */
function grow(pool: CounterPool, askedPages: number): PoolStep {
  const adoptedPages = Math.min(pool.surplusPages, askedPages - pool.persistentPages);
  const addedPages = askedPages - pool.persistentPages - adoptedPages;
  return {
    kind: 'done',
    pool: { ...pool, persistentPages: askedPages, surplusPages: pool.surplusPages - adoptedPages },
    happened: { kind: 'grown', askedPages, addedPages, adoptedPages },
  };
}
