import { pageSizeOption } from './page-size';
import type { PoolChange } from './plan';

/** A pool that the kernel's command line asks for. */
export interface BootPool {
  readonly pageKiB: number;
  readonly pages: number;
}

const UNIT_KIB: Readonly<Record<string, number>> = { K: 1, M: 1_024, G: 1_048_576 };

function parsePageKiB(size: string): number | null {
  const match = /^(\d+)([KMG])B?$/i.exec(size);
  return match ? Number(match[1]) * (UNIT_KIB[(match[2] ?? '').toUpperCase()] ?? 0) : null;
}

/** `2048`, or `0:1024,1:1024` for each node. */
function parsePages(count: string): number | null {
  const numbers = count.split(',').map((part) => /^(?:\d+:)?(\d+)$/.exec(part)?.[1]);
  return numbers.some((number) => number === undefined)
    ? null
    : numbers.reduce((sum, number) => sum + Number(number), 0);
}

/**
 * The pools that the boot parameters ask for (Documentation/admin-guide/kernel-parameters.txt): `hugepages=` belongs to
 * the `hugepagesz=` before it, or to the default page size where there is none. What cannot be read is left out.
 */
export function bootPools(bootParameters: string | null, defaultPageKiB: number | null): readonly BootPool[] {
  const pools: BootPool[] = [];
  let pageKiB = defaultPageKiB;
  for (const word of bootParameters?.split(/\s+/) ?? []) {
    const [name, value = ''] = word.split('=');
    if (name === 'hugepagesz') pageKiB = parsePageKiB(value);
    const pages = name === 'hugepages' ? parsePages(value) : null;
    if (pages !== null && pageKiB !== null) pools.push({ pageKiB, pages });
  }
  return pools;
}

/** Pages of one size that the boot parameters ask for; 0 where they do not. The last of several counts. */
export function bootPagesOf(bootParameters: string | null, defaultPageKiB: number | null, pageKiB: number): number {
  return bootPools(bootParameters, defaultPageKiB).findLast((pool) => pool.pageKiB === pageKiB)?.pages ?? 0;
}

/** What the kernel's command line needs for such a pool at every boot (kernel-parameters.txt, hugepagesz, hugepages). */
export function bootParametersFor({ pageKiB, toPages }: PoolChange): string {
  return `hugepagesz=${pageSizeOption(pageKiB)} hugepages=${String(toPages)}`;
}
