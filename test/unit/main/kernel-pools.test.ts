import { describe, expect, it } from 'vitest';
import { parseMeminfo } from '../../../common/kernel-text';
import type { Pool } from '../../../common/snapshot';
import { hostFiles } from '../../../main/host-files';
import { readPools } from '../../../main/kernel-pools';
import { type MadeHost, makeHost, removeMadeHosts } from '../../fakes/made-host';

const FOLDER = 'sys/kernel/mm/hugepages/hugepages-2048kB';
const MEMINFO = 'HugePages_Total: 9\nHugePages_Free: 8\nHugePages_Rsvd: 2\nHugePages_Surp: 3\nHugepagesize: 2048 kB\n';

function writeCounters(host: MadeHost, counters: Record<string, string>): void {
  for (const [name, text] of Object.entries(counters)) host.write(`${FOLDER}/${name}_hugepages`, text);
}
function poolsOf(host: MadeHost, meminfo = ''): readonly Pool[] {
  return readPools(hostFiles(host.root), parseMeminfo(meminfo));
}

describe('readPools', () => {
  removeMadeHosts();

  it('reads the counters of another size from sysfs, where nr_hugepages counts surplus pages too', () => {
    const host = makeHost();
    writeCounters(host, { nr: '6\n', free: '1\n', resv: '1\n', surplus: '5\n', nr_overcommit: '8\n' });
    expect(poolsOf(host)).toEqual([
      {
        pageKiB: 2_048,
        persistentPages: 1,
        totalPages: 6,
        freePages: 1,
        reservedPages: 1,
        surplusPages: 5,
        overcommitPages: 8,
        nodes: [],
      },
    ]);
  });
  it('takes the default size from /proc/meminfo, all four counters of one moment', () => {
    const host = makeHost();
    writeCounters(host, { nr: '6\n', free: '1\n', resv: '1\n', surplus: '5\n', nr_overcommit: '8\n' });
    expect(poolsOf(host, MEMINFO)).toMatchObject([
      { totalPages: 9, freePages: 8, reservedPages: 2, surplusPages: 3, persistentPages: 6, overcommitPages: 8 },
    ]);
  });
  it('knows the default size also where /sys is not mounted', () => {
    expect(poolsOf(makeHost(), MEMINFO)).toMatchObject([{ pageKiB: 2_048, totalPages: 9, overcommitPages: 0 }]);
  });
  it('does not list a pool with a counter that cannot be read', () => {
    const host = makeHost();
    writeCounters(host, { nr: '6\n', free: 'many\n', resv: '1\n', surplus: '5\n' });
    expect(poolsOf(host)).toEqual([]);
  });
  it('leaves out nodes that have no such pool', () => {
    const host = makeHost();
    host.write('sys/devices/system/node/online', '0-1\n');
    host.write('sys/devices/system/node/node1/hugepages/hugepages-2048kB/nr_hugepages', '9\n');
    host.write('sys/devices/system/node/node1/hugepages/hugepages-2048kB/free_hugepages', '8\n');
    expect(poolsOf(host, MEMINFO)[0]?.nodes).toEqual([{ node: 1, totalPages: 9, freePages: 8 }]);
  });
});
