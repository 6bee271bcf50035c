import type { HostSnapshot, Pool } from '../../common/snapshot';
import type { Verdict, VmProcess } from '../../common/vm';
import { fixtureHost } from './fixture-host';

const GIB_IN_KIB = 1_048_576;

/** A desktop with 16 GiB on which nothing has been set up yet: not in the group, systemd's own mount, empty pools. */
export const freshHost: HostSnapshot = fixtureHost('plain');

/** The how-to's own example, half way through booting: 2050 pages, 1542 free, 4 of them promised. */
export const howToHost: HostSnapshot = fixtureHost('how-to-done');

/** The fresh desktop with other numbers in its pool of 2 MiB pages. */
export function hostWithPool(numbers: Partial<Pool>): HostSnapshot {
  const pools = freshHost.pools.map((pool) => (pool.pageKiB === 2_048 ? { ...pool, ...numbers } : pool));
  return { ...freshHost, pools };
}

/** A VM of 1 GiB on huge pages. */
export const win7: VmProcess = {
  pid: 4_711,
  name: 'Win7',
  program: 'qemu-system-x86_64',
  guestKiB: GIB_IN_KIB,
  hugetlbKiB: 1_040_384,
  pageKiB: 2_048,
  backing: { kind: 'mem-path', path: '/dev/hugepages', isHugetlbfs: true },
};

/** The verdict on it in the how-to's example. */
export const win7Verdict: Verdict = {
  pid: 4_711,
  name: 'Win7',
  kind: 'all',
  pageKiB: 2_048,
  guestKiB: GIB_IN_KIB,
  neededPages: 512,
  inUsePages: 508,
  promisedPages: 4,
  reason: null,
};
