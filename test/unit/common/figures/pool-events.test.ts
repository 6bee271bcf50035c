import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countersOf, promisedPages, type CounterPool } from '../../../../common/figures/pool-counters';
import { applyPoolEvent, type PoolEvent } from '../../../../common/figures/pool-events';

const TWENTY: CounterPool = { persistentPages: 20, surplusPages: 0, vms: [] };

/** The pool after these events, each of which must succeed. */
function after(pool: CounterPool, ...events: readonly PoolEvent[]): CounterPool {
  return events.reduce((now, event) => {
    const step = applyPoolEvent(now, event);
    if (step.kind === 'refused') throw new Error(`refused: ${step.why.kind}`);
    return step.pool;
  }, pool);
}
const start = (pages: number, isPreallocated = false): PoolEvent => ({ kind: 'start', pages, isPreallocated });

describe('a VM that starts', () => {
  it('is promised its pages: Rsvd rises, Free stays', () => {
    const counters = countersOf(after(TWENTY, start(12)));
    expect(counters).toEqual({ totalPages: 20, freePages: 20, reservedPages: 12, surplusPages: 0 });
  });
  it('with preallocation has all of them in use at once', () => {
    const counters = countersOf(after(TWENTY, start(12, true)));
    expect(counters).toEqual({ totalPages: 20, freePages: 8, reservedPages: 0, surplusPages: 0 });
  });
  it('fits exactly', () => {
    expect(countersOf(after(TWENTY, start(12), start(8)))).toMatchObject({ freePages: 20, reservedPages: 20 });
  });
  it('is refused when Free would be enough, but most of it is promised', () => {
    expect(applyPoolEvent(after(TWENTY, start(12)), start(9))).toEqual({
      kind: 'refused',
      why: { kind: 'too-few', vm: 1, neededPages: 9, freePages: 20, reservedPages: 12 },
    });
  });
});

describe('a VM that touches memory', () => {
  it('turns promised pages into pages in use: Free and Rsvd fall by the same', () => {
    const counters = countersOf(after(TWENTY, start(12), { kind: 'touch', vm: 0, pages: 4 }));
    expect(counters).toEqual({ totalPages: 20, freePages: 16, reservedPages: 8, surplusPages: 0 });
  });
  it('has no more pages than it was promised', () => {
    const pool = after(TWENTY, start(12), { kind: 'touch', vm: 0, pages: 99 });
    expect(countersOf(pool)).toMatchObject({ freePages: 8, reservedPages: 0 });
    const again = applyPoolEvent(pool, { kind: 'touch', vm: 0, pages: 1 });
    expect(again).toEqual({ kind: 'refused', why: { kind: 'all-touched', vm: 0 } });
  });
  it('must be running, and so must one that ends', () => {
    const refused = { kind: 'refused', why: { kind: 'no-vm' } };
    expect(applyPoolEvent(TWENTY, { kind: 'touch', vm: 0, pages: 1 })).toEqual(refused);
    expect(applyPoolEvent(TWENTY, { kind: 'end', vm: 0 })).toEqual(refused);
  });
});

// The numbers of test/machine/pool-counters.test.ts, where the kernel itself is asked.
describe('a pool that is shrunk under a VM', () => {
  const shrunk = after({ ...TWENTY, persistentPages: 40 }, start(32), { kind: 'resize', pages: 8 });

  it('loses only what nobody holds; the rest is surplus', () => {
    expect(countersOf(shrunk)).toEqual({ totalPages: 32, freePages: 32, reservedPages: 32, surplusPages: 24 });
  });
  it('gives the surplus back when the VM ends', () => {
    const ended = after(shrunk, { kind: 'end', vm: 0 });
    expect(countersOf(ended)).toEqual({ totalPages: 8, freePages: 8, reservedPages: 0, surplusPages: 0 });
  });
  it('can be shrunk again, when nothing can leave but more becomes surplus', () => {
    expect(applyPoolEvent(shrunk, { kind: 'resize', pages: 2 })).toMatchObject({
      kind: 'done',
      happened: { kind: 'shrunk', askedPages: 2, heldPages: 32, leavingPages: 0, surplusPages: 30 },
    });
  });
  it('takes the surplus in first when it is grown', () => {
    const grown = applyPoolEvent(shrunk, { kind: 'resize', pages: 36 });
    expect(grown).toMatchObject({ happened: { kind: 'grown', askedPages: 36, addedPages: 4, adoptedPages: 24 } });
    expect(countersOf(after(shrunk, { kind: 'resize', pages: 20 }))).toMatchObject({
      totalPages: 32,
      surplusPages: 12,
    });
  });
});

const events = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('start' as const),
      pages: fc.integer({ min: 1, max: 30 }),
      isPreallocated: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('touch' as const), vm: fc.nat(4), pages: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ kind: fc.constant('end' as const), vm: fc.nat(4) }),
    fc.record({ kind: fc.constant('resize' as const), pages: fc.nat(60) }),
  ),
  { maxLength: 40 },
);

/** Every pool on the way, refused events left out. */
function allPools(happening: readonly PoolEvent[]): readonly CounterPool[] {
  const pools = [TWENTY];
  for (const event of happening) {
    const step = applyPoolEvent(pools.at(-1) ?? TWENTY, event);
    if (step.kind === 'done') pools.push(step.pool);
  }
  return pools;
}

describe('whatever happens to a pool', () => {
  it('keeps 0 ≤ Rsvd ≤ Free ≤ Total, and Total is what was asked for and the surplus', () => {
    fc.assert(
      fc.property(events, (happening) => {
        for (const pool of allPools(happening)) {
          const { totalPages, freePages, reservedPages, surplusPages } = countersOf(pool);
          expect([0, reservedPages, freePages, totalPages]).toEqual(
            [0, reservedPages, freePages, totalPages].sort((a, b) => a - b),
          );
          expect(totalPages).toBe(pool.persistentPages + surplusPages);
          expect(surplusPages).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
  it('holds exactly what its VMs need: Total − Free + Rsvd', () => {
    fc.assert(
      fc.property(events, (happening) => {
        for (const pool of allPools(happening)) {
          const { totalPages, freePages, reservedPages } = countersOf(pool);
          const needed = pool.vms.reduce((pages, { neededPages }) => pages + neededPages, 0);
          expect(totalPages - freePages + reservedPages).toBe(needed);
          expect(pool.vms.every((vm) => vm.touchedPages >= 0 && promisedPages(vm) >= 0)).toBe(true);
        }
      }),
    );
  });
  it('has surplus only while VMs hold more than was asked for, and then nothing else', () => {
    fc.assert(
      fc.property(events, (happening) => {
        for (const pool of allPools(happening)) {
          const needed = pool.vms.reduce((pages, { neededPages }) => pages + neededPages, 0);
          expect(countersOf(pool).totalPages).toBe(Math.max(pool.persistentPages, needed));
        }
      }),
    );
  });
  it('is as it was asked for once every VM has ended', () => {
    fc.assert(
      fc.property(events, (happening) => {
        const pool = allPools(happening).at(-1) ?? TWENTY;
        const empty = after(pool, ...pool.vms.map(({ id }): PoolEvent => ({ kind: 'end', vm: id })));
        const { persistentPages } = pool;
        expect(countersOf(empty)).toEqual({
          totalPages: persistentPages,
          freePages: persistentPages,
          reservedPages: 0,
          surplusPages: 0,
        });
      }),
    );
  });
});
