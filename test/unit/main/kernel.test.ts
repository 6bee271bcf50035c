import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHost } from '../../../main/kernel';
import { machineProbe } from '../../../main/machine-probe';
import { fixtureHost, fixtureProbe, fixtureRoot } from '../../fakes/fixture-host';
import { makeHost, removeMadeHosts } from '../../fakes/made-host';

describe('readHost on a Debian desktop with nothing done', () => {
  const host = fixtureHost('plain');

  it('reads system, processor and memory', () => {
    expect(host.system).toEqual({
      platform: 'linux',
      kernelRelease: '6.1.0-38-amd64',
      distributionId: 'debian',
      distributionName: 'Debian GNU/Linux 12 (bookworm)',
      hasHugetlbfs: true,
      container: null,
      isWsl: false,
      isOstree: false,
      hasSystemd: true,
      hasLibvirt: false,
      bootParameters: expect.stringContaining('ro quiet') as string,
    });
    expect(host.cpu).toMatchObject({ has2MiBPages: true, has1GiBPages: true });
    expect(host.memory).toMatchObject({ totalKiB: 16_303_412, availableKiB: 12_871_520, hugetlbKiB: 0 });
    expect(host.transparent).toEqual({ mode: 'madvise' });
  });
  it('lists an empty pool for each page size, smallest first', () => {
    expect(host.defaultPageKiB).toBe(2_048);
    expect(host.pools.map(({ pageKiB, totalPages }) => [pageKiB, totalPages])).toEqual([
      [2_048, 0],
      [1_048_576, 0],
    ]);
  });
  it('knows the person, the group without members, and that pkexec can ask', () => {
    expect(host.user).toEqual({
      name: 'user',
      uid: 1_000,
      primaryGid: 1_000,
      activeGids: [1_000, 4, 27, 44],
      isRoot: false,
    });
    expect(host.group).toEqual({ name: 'kvm', gid: 104, members: [], gidInUsrLib: null });
    expect(host.prompt).toEqual({ hasNoNewPrivs: false, hasPkexec: true, isAdministrator: true });
  });
  it('takes the directory from stat and statfs', () => {
    expect(host.directories).toEqual([
      {
        path: '/dev/hugepages',
        kind: 'directory',
        isHugetlbfs: true,
        pageKiB: 2_048,
        uid: 0,
        gid: 0,
        mode: 0o755,
        hasLibvirtFolder: false,
      },
    ]);
    expect(host.mounts).toEqual([{ mountPoint: '/dev/hugepages', options: 'rw,relatime,pagesize=2M' }]);
  });
});

describe('readHost on other machines', () => {
  it('reads the 2050 total, 1542 free, 4 reserved of the how-to', () => {
    const host = fixtureHost('how-to-done');
    expect(host.pools[0]).toEqual({
      pageKiB: 2_048,
      persistentPages: 2_050,
      totalPages: 2_050,
      freePages: 1_542,
      reservedPages: 4,
      surplusPages: 0,
      overcommitPages: 0,
      nodes: [{ node: 0, totalPages: 2_050, freePages: 1_542 }],
    });
    expect(host.group.members).toEqual(['user']);
    expect(host.sysctl).toEqual([{ file: '/etc/sysctl.d/40-hugepage.conf', line: 1, pages: 2_050 }]);
  });
  it('takes a default size of 1 GiB as it is', () => {
    const host = fixtureHost('1g-default');
    expect(host.defaultPageKiB).toBe(1_048_576);
    expect(host.pools.map(({ totalPages }) => totalPages)).toEqual([0, 8]);
    expect(host.directories[0]?.pageKiB).toBe(1_048_576);
  });
  it('does not count surplus pages as asked for', () => {
    expect(fixtureHost('many-users-pool').pools[0]).toMatchObject({
      persistentPages: 4_000,
      totalPages: 4_096,
      surplusPages: 96,
    });
  });
  it('sees both NUMA nodes', () => {
    expect(fixtureHost('two-nodes').pools[0]?.nodes).toEqual([
      { node: 0, totalPages: 1_026, freePages: 2 },
      { node: 1, totalPages: 1_025, freePages: 1_025 },
    ]);
  });
  it('has no pool and no default size without hugetlbfs', () => {
    const host = fixtureHost('no-hugetlbfs');
    expect(host).toMatchObject({ pools: [], defaultPageKiB: null, memory: { totalKiB: 16_303_412, hugetlbKiB: null } });
    expect(host.system.hasHugetlbfs).toBe(false);
    expect(host.directories[0]).toMatchObject({ kind: 'directory', isHugetlbfs: false, pageKiB: null });
  });
  it('recognises a container by its root, not by a leftover mark', () => {
    expect(fixtureHost('container').system.container).toEqual({ file: '/.dockerenv', value: '/ = overlay /' });
    expect(fixtureHost('wsl').system).toMatchObject({ container: null, isWsl: true });
  });
  it('finds the group of an ostree system in /usr/lib, and its writable /etc below a read-only root', () => {
    const host = fixtureHost('ostree');
    expect(host.system.isOstree).toBe(true);
    expect(host.group).toEqual({ name: 'kvm', gid: null, members: [], gidInUsrLib: 36 });
    expect(host.fstab).toMatchObject({ kind: 'file', isReadOnly: false });
    expect(host.prompt.isAdministrator).toBe(true);
  });
  it('reports where a linked fstab leads', () => {
    expect(fixtureHost('nixos').fstab).toMatchObject({ kind: 'symlink', linkTarget: '/etc/static/fstab' });
  });
  it('reads sysctl files in the order of the boot, a hidden one not at all', () => {
    const host = fixtureHost('later-sysctl-wins');
    expect(host.sysctl.map(({ file, line, pages }) => `${file}:${String(line)} ${String(pages)}`)).toEqual([
      '/etc/sysctl.d/40-hugepage.conf:2 2050',
      '/usr/lib/sysctl.d/60-database.conf:2 128',
      '/etc/sysctl.d/99-sysctl.conf:2 512',
    ]);
    expect(host.sysctlUnread).toEqual([]);
  });
  it('keeps what stands in a sysctl.conf that no link leads to apart', () => {
    const host = fixtureHost('crlf-fstab');
    expect(host.sysctl).toEqual([]);
    expect(host.sysctlUnread).toEqual([{ file: '/etc/sysctl.conf', line: 1, pages: 1_024 }]);
  });
  it('keeps the line ends of fstab', () => {
    expect(fixtureHost('crlf-fstab').fstab.text).toContain('# hugepages-guide end\r\n');
    expect(fixtureHost('no-newline-fstab').fstab.text.endsWith('nofail')).toBe(true);
  });
});

describe('readHost on a tree made for the case', () => {
  removeMadeHosts();

  it('does not hang on named pipes in place of files', () => {
    const { root } = makeHost();
    mkdirSync(join(root, 'etc'));
    execFileSync('mkfifo', [join(root, 'etc/fstab'), join(root, 'etc/group')]);
    expect(readHost(root, fixtureProbe())).toMatchObject({
      fstab: { kind: 'unreadable', text: '' },
      group: { gid: null },
    });
  });
  it('reads only the beginning of /proc/cpuinfo', () => {
    const { root, write } = makeHost();
    write('proc/cpuinfo', 'model name\t: Many Cores\nflags\t\t: fpu pse pdpe1gb\n\n'.repeat(200_000));
    expect(readHost(root, fixtureProbe()).cpu).toMatchObject({ model: 'Many Cores', has1GiBPages: true });
  });
  it('reads a group file that is larger than one buffer as a whole', () => {
    const { root, write } = makeHost();
    write('etc/group', `${'# a long comment about nothing\n'.repeat(10_000)}kvm:x:104:user\n`);
    expect(readHost(root, fixtureProbe()).group.gid).toBe(104);
  });
});

describe('readHost where nothing can be read', () => {
  it('gives nulls and empty lists for an empty tree', () => {
    expect(fixtureHost('empty')).toEqual({
      system: {
        platform: 'linux',
        kernelRelease: '6.1.0-38-amd64',
        distributionId: null,
        distributionName: null,
        hasHugetlbfs: false,
        container: null,
        isWsl: false,
        isOstree: false,
        hasSystemd: false,
        hasLibvirt: false,
        bootParameters: null,
      },
      cpu: { model: null, has2MiBPages: null, has1GiBPages: null, virtualBits: null, tlbEntries: null },
      memory: {
        totalKiB: null,
        availableKiB: null,
        hugetlbKiB: null,
        anonHugeKiB: null,
        pageTablesKiB: null,
        freeBlocks: null,
      },
      pools: [],
      defaultPageKiB: null,
      transparent: { mode: null },
      mounts: [],
      directories: [expect.objectContaining({ path: '/dev/hugepages', kind: 'missing', mode: null }) as object],
      group: { name: 'kvm', gid: null, members: [], gidInUsrLib: null },
      user: { name: '', uid: -1, primaryGid: null, activeGids: [], isRoot: false },
      fstab: { path: '/etc/fstab', kind: 'missing', linkTarget: null, text: '', isReadOnly: false },
      sysctl: [],
      sysctlUnread: [],
      prompt: { hasNoNewPrivs: false, hasPkexec: false, isAdministrator: false },
      run: null,
    });
  });
  it('makes nothing up from random bytes', () => {
    expect(fixtureHost('garbage')).toMatchObject({
      system: { hasHugetlbfs: false, distributionName: null },
      memory: { totalKiB: null, availableKiB: null },
      pools: [],
      transparent: { mode: null },
      mounts: [],
      group: { gid: null },
      sysctl: [],
    });
  });
  it('gives nulls for a root that does not exist, also when the real machine is asked', () => {
    const root = join(fixtureRoot('empty'), 'nowhere');
    expect(readHost(root, machineProbe(root))).toMatchObject({ pools: [], fstab: { kind: 'missing' } });
  });
  it('does not throw on another system', () => {
    expect(fixtureHost('empty', { platform: 'darwin' }).system.platform).toBe('darwin');
  });
});

describe('readHost on this very machine', () => {
  it('agrees with the memory that Node sees', () => {
    const { memory, system } = readHost();
    expect(system.platform).toBe(process.platform);
    expect(memory.totalKiB ?? 1).toBeGreaterThan(0);
  });
});
