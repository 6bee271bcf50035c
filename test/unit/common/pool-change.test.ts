import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poolChange, withPageSize } from '../../../common/pool-change';
import { heldPages } from '../../../common/sizing';
import { poolWith } from '../../fakes/host';
import { GIB, request } from '../../fakes/plan';
import { runningVm } from '../../fakes/vm';

describe('poolChange on an idle pool', () => {
  it('grows it to what the VM needs', () => {
    expect(poolChange(poolWith({}), [], request())).toEqual({
      pageKiB: 2_048,
      neededPages: 2_050,
      heldByOthersPages: 0,
      fromPages: 0,
      toPages: 2_050,
    });
  });
  it('keeps a larger one unless unused pages are to be given back', () => {
    const pool = poolWith({ persistentPages: 4_096 });
    expect(poolChange(pool, [], request()).toPages).toBe(4_096);
    expect(poolChange(pool, [], request({ givesBack: true })).toPages).toBe(2_050);
  });
  it('leaves a pool of the right size', () => {
    const change = poolChange(poolWith({ persistentPages: 2_050 }), [], request({ givesBack: true }));
    expect(change).toMatchObject({ fromPages: 2_050, toPages: 2_050 });
  });
  it('counts 1 GiB pages singly', () => {
    const pool = poolWith({ pageKiB: GIB });
    expect(poolChange(pool, [], request({ pageKiB: GIB }))).toMatchObject({ pageKiB: GIB, neededPages: 4, toPages: 4 });
  });
});

describe('poolChange on a pool that others use', () => {
  // A database: 1000 pages taken, 24 more promised to it.
  const database = poolWith({ persistentPages: 1_024, freePages: 24, reservedPages: 24 });

  it('puts the VM’s pages on top of theirs', () => {
    expect(poolChange(database, [], request())).toMatchObject({ heldByOthersPages: 1_024, toPages: 3_074 });
  });
  it('still does when pages are given back', () => {
    expect(poolChange(database, [], request({ givesBack: true })).toPages).toBe(3_074);
  });
  it('uses free pages of a pool that is large enough already', () => {
    const pool = poolWith({ persistentPages: 4_096, freePages: 3_096, reservedPages: 24 });
    expect(poolChange(pool, [], request())).toMatchObject({ heldByOthersPages: 1_024, toPages: 4_096 });
    expect(poolChange(pool, [], request({ givesBack: true })).toPages).toBe(3_074);
  });
  it('counts surplus pages in use as held', () => {
    const pool = poolWith({ persistentPages: 0, surplusPages: 512, totalPages: 512, freePages: 0 });
    expect(poolChange(pool, [], request())).toMatchObject({ fromPages: 0, heldByOthersPages: 512, toPages: 2_562 });
  });
});

describe('poolChange while the VM itself runs', () => {
  // All 2048 pages are its own: 508 touched so far, the rest promised.
  const pool = poolWith({ persistentPages: 2_050, freePages: 1_542, reservedPages: 1_540 });
  const vm = runningVm();
  const sized = request({ guestPids: [vm.pid] });

  it('does not count its own pages twice', () => {
    expect(poolChange(pool, [vm], sized)).toMatchObject({ heldByOthersPages: 0, toPages: 2_050 });
  });
  it('counts them as somebody else’s when another VM is sized', () => {
    const other = runningVm({
      pid: 5_000,
      name: 'debian',
      guestKiB: GIB,
      pageKiB: null,
      backing: { kind: 'ordinary' },
    });
    const change = poolChange(pool, [vm, other], request({ guestKiB: GIB, guestPids: [other.pid] }));
    expect(change).toMatchObject({ heldByOthersPages: 2_048, toPages: 2_568 });
  });
  it('counts only what the VM holds itself when a second one runs beside it', () => {
    const both = poolWith({ persistentPages: 3_072, freePages: 0 });
    expect(poolChange(both, [vm], sized)).toMatchObject({ heldByOthersPages: 1_024, toPages: 3_074 });
  });
  it('takes nothing off for a VM on ordinary memory, on another page size, of unknown size, or gone', () => {
    const strangers = [runningVm({ pageKiB: null }), runningVm({ pageKiB: GIB }), runningVm({ guestKiB: null })];
    for (const stranger of strangers) {
      expect(poolChange(pool, [stranger], sized).heldByOthersPages).toBe(2_048);
    }
    expect(poolChange(pool, [], sized).heldByOthersPages).toBe(2_048);
  });
  it('never takes off more than is held at all', () => {
    const barely = poolWith({ persistentPages: 100, freePages: 90 });
    expect(poolChange(barely, [vm], sized).heldByOthersPages).toBe(0);
  });
  it('does not shrink below what it holds, even when it is to become smaller', () => {
    const smaller = request({ guestKiB: GIB, givesBack: true, guestPids: [vm.pid] });
    expect(poolChange(pool, [vm], smaller)).toMatchObject({ neededPages: 520, toPages: 2_048 });
  });
});

describe('withPageSize', () => {
  const hugeMemfd = runningVm({ pageKiB: null, backing: { kind: 'memfd', isHugetlb: true } });

  it('gives a huge memfd that names no size the default one', () => {
    expect(withPageSize(hugeMemfd, GIB)).toEqual({ ...hugeMemfd, pageKiB: GIB });
    expect(withPageSize(hugeMemfd, null).pageKiB).toBeNull();
  });
  it('leaves every other VM as it is', () => {
    const named = { ...hugeMemfd, pageKiB: 2_048 };
    const plain = runningVm({ pageKiB: null, backing: { kind: 'memfd', isHugetlb: false } });
    const ordinary = runningVm({ pageKiB: null, backing: { kind: 'ordinary' } });
    for (const vm of [named, plain, ordinary, runningVm()]) expect(withPageSize(vm, GIB)).toBe(vm);
  });
});

describe('poolChange on any pool', () => {
  const anyPool = fc
    .tuple(fc.nat(10_000), fc.nat(2_000), fc.nat(12_000), fc.nat(12_000))
    .map(([persistentPages, surplusPages, free, reserved]) => {
      const totalPages = persistentPages + surplusPages;
      const freePages = Math.min(free, totalPages);
      return poolWith({
        persistentPages,
        surplusPages,
        totalPages,
        freePages,
        reservedPages: Math.min(reserved, freePages),
      });
    });
  const anyRequest = fc.record({
    guestKiB: fc.integer({ min: 2_048, max: 64 * GIB }),
    sizing: fc.constantFrom(
      { kind: 'exact' as const },
      { kind: 'a-little-above' as const },
      { kind: 'double' as const },
    ),
    givesBack: fc.boolean(),
    guestPids: fc.subarray([4_242, 5_000]),
  });

  it('holds the VM and everybody else, and never takes pages in use away', () => {
    fc.assert(
      fc.property(anyPool, anyRequest, fc.boolean(), (pool, asked, isRunning) => {
        const change = poolChange(pool, isRunning ? [runningVm()] : [], request(asked));
        expect(change.heldByOthersPages).toBeGreaterThanOrEqual(0);
        expect(change.heldByOthersPages).toBeLessThanOrEqual(heldPages(pool));
        expect(change.toPages).toBeGreaterThanOrEqual(change.heldByOthersPages + change.neededPages);
        expect(change.toPages).toBeGreaterThanOrEqual(asked.givesBack ? heldPages(pool) : change.fromPages);
      }),
    );
  });
});
