import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../common/make-plan';
import { desktop, desktopWithPool, RESERVE_KIB, TOTAL_KIB, withPool } from '../../fakes/host';
import { GIB, noteIds, PLAN_ID, planFor, refusalIds, request } from '../../fakes/plan';
import { scriptEdit } from '../../fakes/script-edit';
import { runningVm } from '../../fakes/vm';

describe('makePlan', () => {
  it('makes the how-to’s plan on a fresh machine', () => {
    const plan = planFor(desktop());
    expect(plan).toMatchObject({
      id: PLAN_ID,
      request: request(),
      mountPoint: '/dev/hugepages',
      startOption: '-mem-path /dev/hugepages',
      hostReserveKiB: RESERVE_KIB,
      leftForHostKiB: TOTAL_KIB - 2_050 * 2_048,
      pool: { pageKiB: 2_048, neededPages: 2_050, heldByOthersPages: 0, fromPages: 0, toPages: 2_050 },
    });
  });
  it.each([
    ['4 GiB', 4 * GIB, 'exact', 2_048],
    ['4 GiB', 4 * GIB, 'a-little-above', 2_050],
    ['4 GiB', 4 * GIB, 'double', 4_096],
    ['2 GiB', 2 * GIB, 'exact', 1_024],
    ['2 GiB', 2 * GIB, 'a-little-above', 1_030],
    ['1 GiB', 1 * GIB, 'exact', 512],
    ['1 GiB', 1 * GIB, 'a-little-above', 520],
    ['1 GiB', 1 * GIB, 'double', 1_024],
  ] as const)('sizes %s, %s %s, as the how-to does', (_words, guestKiB, kind, pages) => {
    expect(planFor(desktop(), { guestKiB, sizing: { kind } }).pool.toPages).toBe(pages);
  });
  it('plans 1 GiB pages beside the default size', () => {
    const plan = planFor(desktop(), { pageKiB: GIB });
    expect(plan).toMatchObject({
      mountPoint: '/dev/hugepages1G',
      startOption: '-mem-path /dev/hugepages1G',
      pool: { toPages: 4 },
      leftForHostKiB: TOTAL_KIB - 4 * GIB,
    });
  });
  it('counts pools of other sizes as gone from the host', () => {
    const host = withPool(desktop(), GIB, { persistentPages: 3 });
    expect(planFor(host).leftForHostKiB).toBe(TOTAL_KIB - 3 * GIB - 2_050 * 2_048);
  });
  it('knows the running VM by its process', () => {
    const vm = runningVm();
    const host = withPool(desktop(), 2_048, { persistentPages: 2_048, freePages: 0 });
    expect(planFor(host, { guestPids: [vm.pid] }, [vm]).pool.toPages).toBe(2_050);
    expect(planFor(host, {}, [vm]).pool.toPages).toBe(4_098);
  });
  it('knows the pages of a running VM on a huge memfd, which names no page size', () => {
    const vm = runningVm({ pageKiB: null, backing: { kind: 'memfd', isHugetlb: true } });
    const host = withPool(desktop(), 2_048, { persistentPages: 2_048, freePages: 0 });
    expect(planFor(host, { guestPids: [vm.pid] }, [vm]).pool).toMatchObject({ heldByOthersPages: 0, toPages: 2_050 });
  });
  it('is pure: the same machine and request give the same plan, and neither is changed', () => {
    const host = desktop();
    const before = structuredClone(host);
    expect(makePlan(host, [], request(), PLAN_ID)).toEqual(makePlan(host, [], request(), PLAN_ID));
    expect(host).toEqual(before);
  });
  it('has one more thing to do with a patch of a start script, and is the same besides', () => {
    const done = desktopWithPool(2_050);
    const plan = planFor(done, {}, [], scriptEdit());
    expect(noteIds(planFor(done))).toContain('nothing-to-do');
    expect(noteIds(plan)).not.toContain('nothing-to-do');
    expect({ ...plan, steps: [], notes: [] }).toEqual({ ...planFor(done), steps: [], notes: [] });
    expect(makePlan(desktop(), [], request({ guestKiB: 0 }), PLAN_ID, scriptEdit()).kind).toBe('refused');
  });
  it('asks for the machine first, then for the request, then for room', () => {
    const hopeless = desktop({ system: { hasHugetlbfs: false }, memory: { availableKiB: 0 } });
    expect(refusalIds(hopeless, { guestKiB: 0 })).toEqual(['no-hugetlbfs']);
    expect(refusalIds(desktop({ memory: { availableKiB: 0 } }), { guestKiB: 0 })).toEqual(['guest-too-small']);
    expect(refusalIds(desktop({ memory: { availableKiB: 0 } }))).toEqual(['too-little-free-now']);
  });

  it('never plans a pool that starves the host, whatever is asked', () => {
    const asked = fc.record({
      guestKiB: fc.integer({ min: -GIB, max: 18 * GIB }),
      pageKiB: fc.constantFrom(2_048, 2_048, 2_048, GIB, 64),
      sizing: fc.oneof(
        fc.constantFrom({ kind: 'exact' as const }, { kind: 'a-little-above' as const }, { kind: 'double' as const }),
        fc.record({ kind: fc.constant('pages' as const), pages: fc.integer({ min: -1, max: 30_000 }) }),
      ),
      givesBack: fc.boolean(),
    });
    const memory = fc.record({
      totalKiB: fc.integer({ min: 2 * GIB, max: 32 * GIB }),
      availableKiB: fc.option(fc.integer({ min: 0, max: 32 * GIB }), { freq: 2 }),
    });
    let plans = 0;
    fc.assert(
      fc.property(asked, memory, fc.nat(4_000), ({ ...wish }, facts, persistentPages) => {
        const host = withPool(desktop({ memory: facts }), 2_048, { persistentPages });
        const result = makePlan(host, [], request(wish), PLAN_ID);
        if (result.kind === 'refused') {
          expect(result.refusals.length).toBeGreaterThan(0);
          return;
        }
        plans += 1;
        const { pool, leftForHostKiB, hostReserveKiB } = result.plan;
        expect(pool.toPages * pool.pageKiB).toBeGreaterThanOrEqual(wish.guestKiB);
        if (pool.toPages > pool.fromPages) expect(leftForHostKiB).toBeGreaterThanOrEqual(hostReserveKiB);
      }),
      { numRuns: 500 },
    );
    expect(plans).toBeGreaterThan(20);
  });
});
