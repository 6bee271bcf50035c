import {
  type HugePagesLines,
  type MeminfoFacts,
  parseCount,
  parseNodeList,
  parsePageFolders,
} from '../common/kernel-text';
import { sysfsPageFolder } from '../common/page-size';
import type { NodePool, Pool } from '../common/snapshot';
import type { HostFiles } from './host-files';

const POOL_FOLDER = '/sys/kernel/mm/hugepages';
const NODE_FOLDER = '/sys/devices/system/node';

/**
 * One pool for each page size, smallest first. The default size's counters come from /proc/meminfo, where the kernel
 * writes all four at one moment; sysfs has the rest, one number per file. A pool whose counters cannot be read is not
 * listed.
 */
export function readPools(files: HostFiles, meminfo: MeminfoFacts): readonly Pool[] {
  const sizes = new Set(parsePageFolders(files.list(POOL_FOLDER)));
  if (meminfo.defaultPageKiB !== null && meminfo.hugePages !== null) sizes.add(meminfo.defaultPageKiB);
  const nodes = parseNodeList(files.read(`${NODE_FOLDER}/online`) ?? '');
  return [...sizes]
    .sort((a, b) => a - b)
    .flatMap((pageKiB) => {
      const ofDefaultSize = pageKiB === meminfo.defaultPageKiB ? meminfo.hugePages : null;
      const lines = ofDefaultSize ?? readLines(files, pageKiB);
      return lines === null ? [] : [poolOf(files, pageKiB, lines, nodes)];
    });
}

function poolOf(files: HostFiles, pageKiB: number, lines: HugePagesLines, nodes: readonly number[]): Pool {
  return {
    pageKiB,
    // nr_hugepages of sysfs counts surplus pages too; vm.nr_hugepages does not (mm/hugetlb.c, max_huge_pages).
    persistentPages: Math.max(0, lines.total - lines.surplus),
    totalPages: lines.total,
    freePages: lines.free,
    reservedPages: lines.reserved,
    surplusPages: lines.surplus,
    overcommitPages: readNumber(files, `${POOL_FOLDER}/${sysfsPageFolder(pageKiB)}/nr_overcommit_hugepages`) ?? 0,
    nodes: nodes.flatMap((node) => readNodePool(files, node, pageKiB)),
  };
}

function readLines(files: HostFiles, pageKiB: number): HugePagesLines | null {
  const folder = `${POOL_FOLDER}/${sysfsPageFolder(pageKiB)}`;
  const total = readNumber(files, `${folder}/nr_hugepages`);
  const free = readNumber(files, `${folder}/free_hugepages`);
  const reserved = readNumber(files, `${folder}/resv_hugepages`);
  const surplus = readNumber(files, `${folder}/surplus_hugepages`);
  if (total === null || free === null || reserved === null || surplus === null) return null;
  return { total, free, reserved, surplus };
}

function readNodePool(files: HostFiles, node: number, pageKiB: number): readonly NodePool[] {
  const folder = `${NODE_FOLDER}/node${String(node)}/hugepages/${sysfsPageFolder(pageKiB)}`;
  const totalPages = readNumber(files, `${folder}/nr_hugepages`);
  const freePages = readNumber(files, `${folder}/free_hugepages`);
  return totalPages === null || freePages === null ? [] : [{ node, totalPages, freePages }];
}

function readNumber(files: HostFiles, path: string): number | null {
  return parseCount(files.read(path) ?? '');
}
