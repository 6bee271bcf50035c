import { describe, expect, it } from 'vitest';
import type { HostSnapshot, Pool } from '../../../common/snapshot';
import { verdicts } from '../../../common/verification';
import type { Verdict, VmProcess } from '../../../common/vm';
import { fixtureHost } from '../../fakes/fixture-host';

const MIB = 1_024;
const GIB = 1_048_576;
const HOST = fixtureHost('how-to-done');

function pool(counts: Partial<Pool>): Pool {
  return {
    pageKiB: 2_048,
    persistentPages: counts.totalPages ?? 0,
    totalPages: 0,
    freePages: 0,
    reservedPages: 0,
    surplusPages: 0,
    overcommitPages: 0,
    nodes: [],
    ...counts,
  };
}

function host(...pools: readonly Pool[]): HostSnapshot {
  return { ...HOST, defaultPageKiB: 2_048, pools };
}

function vm(facts: Partial<VmProcess>): VmProcess {
  return {
    pid: 4_242,
    name: 'win10',
    program: 'qemu-system-x86_64',
    guestKiB: GIB,
    hugetlbKiB: 0,
    pageKiB: 2_048,
    backing: { kind: 'mem-path', path: '/dev/hugepages', isHugetlbfs: true },
    ...facts,
  };
}

const ordinary = { backing: { kind: 'ordinary' }, pageKiB: null } as const;

function only(snapshot: HostSnapshot, facts: Partial<VmProcess>): Verdict {
  const [verdict] = verdicts(snapshot, [vm(facts)]);
  if (verdict === undefined) throw new Error('A VM gets a verdict.');
  return verdict;
}

describe('a VM that is alone', () => {
  it('is fully on huge pages in the how-to’s own example: 2050 total, 1542 free, 4 promised, 508 in use', () => {
    const snapshot = host(pool({ totalPages: 2_050, freePages: 1_542, reservedPages: 4 }));
    expect(only(snapshot, { hugetlbKiB: 508 * 2_048 })).toEqual({
      pid: 4_242,
      name: 'win10',
      kind: 'all',
      pageKiB: 2_048,
      guestKiB: GIB,
      neededPages: 512,
      inUsePages: 508,
      promisedPages: 4,
      reason: null,
    });
  });
  it('is fully on huge pages before its guest has touched any: all of them are promised', () => {
    const snapshot = host(pool({ totalPages: 300, freePages: 300, reservedPages: 128 }));
    expect(only(snapshot, { guestKiB: 256 * MIB })).toMatchObject({ kind: 'all', inUsePages: 0, promisedPages: 128 });
  });
  it('is fully on huge pages with -mem-prealloc: all of them are in use', () => {
    const snapshot = host(pool({ totalPages: 300, freePages: 172 }));
    const verdict = only(snapshot, { guestKiB: 256 * MIB, hugetlbKiB: 256 * MIB });
    expect(verdict).toMatchObject({ kind: 'all', inUsePages: 128, promisedPages: 0 });
  });
  it('gets no more promises than it lacks: the others are somebody else’s', () => {
    const snapshot = host(pool({ totalPages: 2_050, freePages: 1_542, reservedPages: 1_000 }));
    expect(only(snapshot, { hugetlbKiB: 508 * 2_048 })).toMatchObject({ kind: 'all', promisedPages: 4 });
  });
  it('of 513 MiB needs a page that is only half used', () => {
    const snapshot = host(pool({ totalPages: 300, freePages: 300, reservedPages: 257 }));
    expect(only(snapshot, { guestKiB: 513 * MIB })).toMatchObject({
      kind: 'all',
      neededPages: 257,
      promisedPages: 257,
    });
    const oneLess = host(pool({ totalPages: 300, freePages: 300, reservedPages: 256 }));
    expect(only(oneLess, { guestKiB: 513 * MIB })).toMatchObject({ kind: 'partly', promisedPages: 256, reason: null });
  });
  it('has none where its object was started with reserve=off and nothing is touched yet', () => {
    const snapshot = host(pool({ totalPages: 300, freePages: 268 }));
    expect(
      only(snapshot, { backing: { kind: 'file-object', path: '/dev/hugepages', isHugetlbfs: true } }),
    ).toMatchObject({ kind: 'none', reason: null, inUsePages: 0, promisedPages: 0 });
  });
  it('is counted in pages of its own mount, against that pool’s promises', () => {
    const snapshot = host(
      pool({ totalPages: 100, freePages: 100, reservedPages: 100 }),
      pool({ pageKiB: GIB, totalPages: 4, freePages: 3, reservedPages: 1 }),
    );
    expect(only(snapshot, { guestKiB: 2 * GIB, pageKiB: GIB, hugetlbKiB: GIB })).toMatchObject({
      kind: 'all',
      neededPages: 2,
      inUsePages: 1,
      promisedPages: 1,
    });
  });
  it('of a page size without a pool is promised nothing', () => {
    expect(only(host(), { pageKiB: GIB })).toMatchObject({ kind: 'none', promisedPages: 0 });
  });
  it('from memfd is counted in the default page size, or the usual one where there is none', () => {
    const memfd = { backing: { kind: 'memfd', isHugetlb: true }, pageKiB: null, guestKiB: 64 * MIB } as const;
    const snapshot = host(pool({ totalPages: 300, freePages: 300, reservedPages: 32 }));
    expect(only(snapshot, memfd)).toMatchObject({ kind: 'all', pageKiB: 2_048, promisedPages: 32 });
    expect(only({ ...snapshot, defaultPageKiB: null }, memfd)).toMatchObject({ kind: 'all', pageKiB: 2_048 });
  });
});

describe('a VM without huge pages', () => {
  const promisesOfOthers = host(pool({ totalPages: 600, freePages: 600, reservedPages: 512 }));

  it('has none, whatever is promised to others', () => {
    expect(only(promisesOfOthers, ordinary)).toMatchObject({ kind: 'none', reason: 'no-option', promisedPages: 0 });
  });
  it('has none where its memfd is not of huge pages', () => {
    const facts = { backing: { kind: 'memfd', isHugetlb: false }, pageKiB: null } as const;
    expect(only(promisesOfOthers, facts)).toMatchObject({ kind: 'none', reason: 'no-option' });
  });
  it.each(['mem-path', 'file-object'] as const)('has none where its %s is a plain directory', (kind) => {
    const facts = { backing: { kind, path: '/tmp', isHugetlbfs: false }, pageKiB: null } as const;
    expect(only(promisesOfOthers, facts)).toMatchObject({ kind: 'none', reason: 'path-not-hugetlbfs' });
  });
  it('has none on a kernel that counts no huge pages', () => {
    expect(only(host(), { ...ordinary, hugetlbKiB: null })).toMatchObject({ kind: 'none', reason: 'no-option' });
  });
  it('holds them besides its main memory where an object is not connected', () => {
    const snapshot = host(pool({ totalPages: 600, freePages: 88 }));
    expect(only(snapshot, { ...ordinary, hugetlbKiB: GIB })).toMatchObject({
      kind: 'partly',
      reason: 'ordinary-memory-besides',
      inUsePages: 512,
    });
  });
});

describe('a VM that tells too little', () => {
  it('is judged by its counter where its path looks ordinary from here', () => {
    const facts = {
      backing: { kind: 'mem-path', path: '/dev/hugepages', isHugetlbfs: false },
      pageKiB: null,
      hugetlbKiB: GIB,
    } as const;
    expect(only(host(pool({ totalPages: 600, freePages: 88 })), facts)).toMatchObject({ kind: 'all', inUsePages: 512 });
  });
  it('is left open where its size cannot be read', () => {
    const snapshot = host(pool({ totalPages: 600, freePages: 88, reservedPages: 3 }));
    expect(only(snapshot, { guestKiB: null, hugetlbKiB: GIB })).toMatchObject({
      kind: 'unknown',
      reason: 'memory-size-unreadable',
      neededPages: null,
      inUsePages: 512,
      promisedPages: 0,
    });
  });
  it('is left open where its counter cannot be read', () => {
    const snapshot = host(pool({ totalPages: 600, freePages: 600, reservedPages: 512 }));
    expect(only(snapshot, { hugetlbKiB: null })).toMatchObject({ kind: 'unknown', reason: 'counter-unreadable' });
  });
});

describe('several VMs', () => {
  const a = vm({ pid: 1, name: 'A', guestKiB: 64 * MIB });
  const b = vm({ pid: 2, name: 'B', guestKiB: 65 * MIB });
  const c = vm({ pid: 3, name: 'C', ...ordinary });

  it('share the promises where these are what all of them lack', () => {
    const snapshot = host(pool({ totalPages: 300, freePages: 300, reservedPages: 65 }));
    expect(verdicts(snapshot, [a, b, c]).map(({ kind, promisedPages }) => [kind, promisedPages])).toEqual([
      ['all', 32],
      ['all', 33],
      ['none', 0],
    ]);
  });
  it('keep their pages when more is promised, to a database for example', () => {
    const snapshot = host(pool({ totalPages: 300, freePages: 300, reservedPages: 100 }));
    expect(verdicts(snapshot, [a, b]).map(({ promisedPages }) => promisedPages)).toEqual([32, 33]);
  });
  it('are left open when fewer are promised: nobody can tell to whom', () => {
    const snapshot = host(pool({ totalPages: 300, freePages: 300, reservedPages: 33 }));
    for (const verdict of verdicts(snapshot, [a, b])) {
      expect(verdict).toMatchObject({ kind: 'unknown', reason: 'promises-shared-by-several', promisedPages: 0 });
    }
  });
  it('are not left open when one has all its pages and the other the promises', () => {
    const full = { ...a, hugetlbKiB: 64 * MIB };
    const snapshot = host(pool({ totalPages: 300, freePages: 268, reservedPages: 20 }));
    expect(verdicts(snapshot, [full, b])).toMatchObject([
      { kind: 'all', inUsePages: 32, promisedPages: 0 },
      { kind: 'partly', promisedPages: 20 },
    ]);
  });
  it('have none when nothing is promised to anybody', () => {
    const snapshot = host(pool({ totalPages: 300, freePages: 300 }));
    expect(verdicts(snapshot, [a, b])).toMatchObject([
      { kind: 'none', reason: null },
      { kind: 'none', reason: null },
    ]);
  });
  it('of different page sizes do not share promises', () => {
    const big = vm({ pid: 5, guestKiB: GIB, pageKiB: GIB });
    const snapshot = host(
      pool({ totalPages: 300, freePages: 300, reservedPages: 32 }),
      pool({ pageKiB: GIB, totalPages: 1, freePages: 1 }),
    );
    expect(verdicts(snapshot, [a, big])).toMatchObject([{ kind: 'all' }, { kind: 'none' }]);
  });
  it('are left open when fewer are promised and another VM’s need is not known', () => {
    const riddle = vm({ pid: 6, guestKiB: null });
    const snapshot = host(pool({ totalPages: 300, freePages: 300, reservedPages: 10 }));
    expect(verdicts(snapshot, [a, riddle])).toMatchObject([
      { kind: 'unknown', reason: 'promises-shared-by-several' },
      { kind: 'unknown', reason: 'memory-size-unreadable' },
    ]);
  });
});

it('gives no verdicts where no VM runs', () => {
  expect(verdicts(HOST, [])).toEqual([]);
});
