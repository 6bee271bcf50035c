import { mkdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pageTablesFor } from '../../common/figures/page-table-size';
import { readHost } from '../../main/kernel';
import { freshMachine } from './applying';
import { growPoolTo, readPool } from './harness/pool';
import { mustRun } from './harness/processes';
import { startQemu } from './harness/qemu';

/** So much that QEMU's own tables, some 150 to 200 KiB, matter little beside those of the guest's memory. */
const GUEST_MIB = 1_280;
const GUEST_KIB = GUEST_MIB * 1_024;
/**
 * The rest of QEMU has tables of its own, which differ from start to start with where its parts come to lie. In twelve
 * runs the difference was 2524 to 2592 KiB, where the figure says 2560.
 */
const TOLERANCE_KIB = 128;

const cleanups: (() => Promise<unknown>)[] = [];

beforeEach(freshMachine);

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** `VmPTE:` of /proc/PID/status of a QEMU that has touched all of its guest's memory, in KiB. */
async function pageTablesOfVmKiB(args: readonly string[]): Promise<number> {
  const qemu = await startQemu({ guestMiB: GUEST_MIB, args: [...args, '-mem-prealloc'] });
  cleanups.push(qemu.stop);
  return Number(/^VmPTE:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${String(qemu.pid)}/status`, 'utf8'))?.[1]);
}

test('the page tables of a VM shrink on huge pages by what the figure says', async () => {
  await growPoolTo(GUEST_MIB / 2);
  mkdirSync('/dev/hugepages');
  await mustRun(['mount', '-t', 'hugetlbfs', 'hugetlbfs', '/dev/hugepages']);

  // Where QEMU gets transparent huge pages for it, the kernel keeps their tables in reserve: these do not shrink.
  const ordinaryKiB = await pageTablesOfVmKiB([]);
  const hugeKiB = await pageTablesOfVmKiB(['-mem-path', '/dev/hugepages']);
  expect(readPool().free_hugepages).toBe(0);

  const levels = readHost().cpu.virtualBits === 57 ? 5 : 4;
  const savedKiB = pageTablesFor(GUEST_KIB, 4, levels).tablesKiB - pageTablesFor(GUEST_KIB, 2_048, levels).tablesKiB;
  expect(savedKiB).toBe(2_560);
  expect(Math.abs(ordinaryKiB - hugeKiB - savedKiB)).toBeLessThanOrEqual(TOLERANCE_KIB);
});
