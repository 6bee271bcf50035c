import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readHost } from '../../../main/kernel';
import { machineProbe } from '../../../main/machine-probe';
import { fixtureHost, fixtureProbe, fixtureRoot, hugetlbfs } from '../../fakes/fixture-host';

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

describe('the person the plan is for', () => {
  const asRoot = (env: Record<string, string>): ReturnType<typeof fixtureHost>['user'] =>
    fixtureHost('container', { env, accountName: () => 'root' }).user;

  it('is the caller of sudo or pkexec', () => {
    const expected = { name: 'user', uid: 1_000, primaryGid: 1_000, isRoot: true };
    expect(asRoot({ SUDO_UID: '1000', SUDO_USER: 'user' })).toMatchObject(expected);
    expect(asRoot({ PKEXEC_UID: '1000' })).toMatchObject(expected);
  });
  it('is root itself where nobody called it', () => {
    expect(asRoot({})).toMatchObject({ name: 'root', uid: 0, isRoot: true });
    expect(asRoot({ SUDO_UID: 'x' })).toMatchObject({ uid: 0 });
  });
  it('is not whom the environment names, unless the program runs as root', () => {
    const host = fixtureHost('plain', { env: { SUDO_UID: '0', PKEXEC_UID: '0' } });
    expect(host.user).toMatchObject({ uid: 1_000, isRoot: false });
  });
  it('gets a name from elsewhere when /etc/passwd does not have it', () => {
    expect(asRoot({ SUDO_UID: '70001', SUDO_USER: 'ldap-user' })).toMatchObject({
      name: 'ldap-user',
      primaryGid: null,
    });
    expect(asRoot({ PKEXEC_UID: '70001' })).toMatchObject({ name: '', uid: 70_001 });
  });
});

describe('readHost on a tree made for the case', () => {
  let root = '';
  const write = (path: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'host-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  const read = (): ReturnType<typeof readHost> => readHost(root, fixtureProbe());

  it('reads the counters of another size from sysfs, where nr_hugepages counts surplus pages too', () => {
    const folder = 'sys/kernel/mm/hugepages/hugepages-2048kB';
    const counters = { nr: 6, free: 1, resv: 1, surplus: 5, nr_overcommit: 8 };
    for (const [name, count] of Object.entries(counters)) write(`${folder}/${name}_hugepages`, `${String(count)}\n`);
    expect(read().pools).toEqual([
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
  it('does not hang on a named pipe in place of a file', () => {
    mkdirSync(join(root, 'etc'));
    execFileSync('mkfifo', [join(root, 'etc/fstab'), join(root, 'etc/group')]);
    expect(read()).toMatchObject({ fstab: { kind: 'unreadable', text: '' }, group: { gid: null } });
  });
  it('does not read files that are larger than such a file can be', () => {
    write('etc/fstab', Buffer.alloc(5 * 1_048_576, '# \n'));
    expect(read().fstab).toMatchObject({ kind: 'unreadable', text: '' });
  });
  it('reads a file that is larger than one buffer as a whole', () => {
    const filler = '# a long comment about nothing\n'.repeat(10_000);
    write('etc/group', `${filler}kvm:x:104:user\n`);
    write('etc/fstab', filler);
    expect(read()).toMatchObject({ group: { gid: 104 }, fstab: { kind: 'file', text: filler } });
  });
  it('keeps every byte of fstab, whatever its encoding', () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    write('etc/fstab', bytes);
    expect(Buffer.from(read().fstab.text, 'latin1').equals(bytes)).toBe(true);
  });
  it('reads only the beginning of /proc/cpuinfo', () => {
    const block = 'model name\t: Many Cores\nflags\t\t: fpu pse pdpe1gb\n\n';
    write('proc/cpuinfo', block.repeat(200_000));
    expect(read().cpu).toEqual({ model: 'Many Cores', has2MiBPages: true, has1GiBPages: true });
  });
  it('says that /etc is read-only when the mount it lies on is', () => {
    write('proc/self/mountinfo', '27 1 254:1 / / ro,relatime shared:1 - squashfs /dev/loop0 ro\n');
    write('etc/fstab', '');
    expect(read().fstab.isReadOnly).toBe(true);
  });
  it('looks at every place huge pages are mounted at, each once', () => {
    const line = (path: string): string => `35 24 0:31 / ${path} rw - hugetlbfs hugetlbfs rw,pagesize=2M\n`;
    write('proc/self/mountinfo', line('/dev/hugepages') + line('/dev/hugepages') + line('/srv/huge\\040pages'));
    const probe = {
      stat: () => ({ kind: 'directory', uid: 0, gid: 104, mode: 0o1770 }) as const,
      statFileSystem: () => hugetlbfs(2_048),
    };
    write('srv/huge pages/libvirt/qemu/.keep', '');
    const host = readHost(root, fixtureProbe(undefined, probe));
    expect(host.mounts).toHaveLength(3);
    expect(host.directories.map(({ path, hasLibvirtFolder }) => [path, hasLibvirtFolder])).toEqual([
      ['/dev/hugepages', false],
      ['/srv/huge pages', true],
    ]);
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
      cpu: { model: null, has2MiBPages: null, has1GiBPages: null },
      memory: { totalKiB: null, availableKiB: null, hugetlbKiB: null, anonHugeKiB: null },
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
