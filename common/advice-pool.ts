import type { Evidence, Finding } from './finding';
import { message } from './message';
import { sysfsPageFolder } from './page-size';
import { heldPages, hostReserveKiB, largestGuestKiB, poolOf } from './sizing';
import type { HostSnapshot, Pool } from './snapshot';

/** Looked for and not there. */
const NO_POOLS: readonly Evidence[] = [{ file: '/sys/kernel/mm/hugepages', value: '' }];
const NO_TOTAL: readonly Evidence[] = [{ file: '/proc/meminfo', value: '' }];

/** The pools, their counters, and the memory they are taken from. */
export function poolFindings(snapshot: HostSnapshot): readonly Finding[] {
  return [...pools(snapshot), counters(snapshot), hostMemory(snapshot), nodes(snapshot)];
}

/** One for the default size, and one for each other size that holds pages. */
function pools(snapshot: HostSnapshot): readonly Finding[] {
  const shown = snapshot.pools.filter((pool) => pool.pageKiB === mainPool(snapshot)?.pageKiB || pool.totalPages > 0);
  if (shown.length > 0) return shown.map(pool);
  return [{ id: 'pool', light: 'hint', sentence: message('finding.pool.none'), evidence: NO_POOLS }];
}

/** Of the default page size; the smallest one where the kernel names no default. */
function mainPool(snapshot: HostSnapshot): Pool | undefined {
  const { defaultPageKiB } = snapshot;
  return defaultPageKiB === null ? snapshot.pools[0] : poolOf(snapshot, defaultPageKiB);
}

function pool(found: Pool): Finding {
  const { pageKiB, totalPages: count, freePages, reservedPages, surplusPages } = found;
  const poolKiB = count * pageKiB;
  const evidence = [
    { file: `${folderOf(found)}/nr_hugepages`, value: String(count) },
    { file: `${folderOf(found)}/free_hugepages`, value: String(freePages) },
  ];
  if (count === 0) {
    return { id: 'pool', light: 'warning', sentence: message('finding.pool.empty', { pageKiB }), evidence };
  }
  if (surplusPages > 0) {
    const sentence = message('finding.pool.surplus', { count, pageKiB, surplus: surplusPages });
    return { id: 'pool', light: 'hint', sentence, evidence: [...evidence, surplusEvidence(found)] };
  }
  if (heldPages(found) === 0) {
    return { id: 'pool', light: 'hint', sentence: message('finding.pool.idle', { count, pageKiB, poolKiB }), evidence };
  }
  const spare = Math.max(0, freePages - reservedPages);
  const sentence = message('finding.pool.ok', { count, pageKiB, poolKiB, spare });
  return { id: 'pool', light: 'ok', sentence, evidence };
}

function folderOf({ pageKiB }: Pool): string {
  return `/sys/kernel/mm/hugepages/${sysfsPageFolder(pageKiB)}`;
}

function surplusEvidence(found: Pool): Evidence {
  return { file: `${folderOf(found)}/surplus_hugepages`, value: String(found.surplusPages) };
}

/** The lines of /proc/meminfo in words, with the sum that the VM's size is to be compared with. */
function counters(snapshot: HostSnapshot): Finding {
  const found = mainPool(snapshot);
  if (found === undefined) {
    return { id: 'counters', light: 'hint', sentence: message('finding.counters.none'), evidence: NO_POOLS };
  }
  const { totalPages: total, freePages: free, reservedPages: promised, surplusPages: surplus, pageKiB } = found;
  const held = heldPages(found);
  const sentence = message('finding.counters.ok', {
    total,
    free,
    promised,
    surplus,
    inUse: total - free,
    held,
    heldKiB: held * pageKiB,
  });
  const lines = [
    `HugePages_Total: ${String(total)}`,
    `HugePages_Free: ${String(free)}`,
    `HugePages_Rsvd: ${String(promised)}`,
    `HugePages_Surp: ${String(surplus)}`,
    `Hugepagesize: ${String(pageKiB)} kB`,
  ];
  return { id: 'counters', light: 'ok', sentence, evidence: lines.map((value) => ({ file: '/proc/meminfo', value })) };
}

function hostMemory(snapshot: HostSnapshot): Finding {
  const { totalKiB, availableKiB, hugetlbKiB } = snapshot.memory;
  if (totalKiB === null || availableKiB === null) {
    return {
      id: 'host-memory',
      light: 'problem',
      sentence: message('finding.host-memory.unknown'),
      evidence: NO_TOTAL,
    };
  }
  const reserveKiB = hostReserveKiB(totalKiB);
  const evidence = [
    { file: '/proc/meminfo', value: `MemTotal: ${String(totalKiB)} kB` },
    { file: '/proc/meminfo', value: `MemAvailable: ${String(availableKiB)} kB` },
    { file: '/proc/meminfo', value: `Hugetlb: ${String(hugetlbKiB ?? 0)} kB` },
  ];
  if (availableKiB < reserveKiB) {
    const sentence = message('finding.host-memory.low', { availableKiB, totalKiB, reserveKiB });
    return { id: 'host-memory', light: 'warning', sentence, evidence };
  }
  const largestKiB = largestGuestKiB(snapshot, mainPool(snapshot)?.pageKiB ?? 1);
  const sentence = message('finding.host-memory.ok', { totalKiB, availableKiB, reserveKiB, largestKiB });
  return { id: 'host-memory', light: 'ok', sentence, evidence };
}

function nodes(snapshot: HostSnapshot): Finding {
  const found = mainPool(snapshot);
  const perNode = found?.nodes ?? [];
  const counts = perNode.map(({ node, totalPages, freePages }) => ({
    file: `/sys/devices/system/node/node${String(node)}/hugepages/${sysfsPageFolder(found?.pageKiB ?? 0)}`,
    value: `nr_hugepages ${String(totalPages)}, free_hugepages ${String(freePages)}`,
  }));
  const evidence = counts.length > 0 ? counts : [{ file: '/sys/devices/system/node', value: '' }];
  if (perNode.length < 2) return { id: 'nodes', light: 'ok', sentence: message('finding.nodes.ok'), evidence };
  const spread = perNode.map(({ node, totalPages }) => `node${String(node)} = ${String(totalPages)}`).join(', ');
  const sentence = message('finding.nodes.several', { nodes: perNode.length, spread });
  return { id: 'nodes', light: 'hint', sentence, evidence };
}
