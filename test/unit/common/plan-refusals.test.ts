import { describe, expect, it } from 'vitest';
import { translatorFor } from '../../../common/text/translator';
import type { HostSnapshot } from '../../../common/snapshot';
import {
  AVAILABLE_KIB,
  desktop,
  desktopWithPool,
  DISK_LINE,
  KVM_GID,
  OUR_FSTAB_BLOCK,
  RESERVE_KIB,
  TOTAL_KIB,
  withFacts,
  withMount,
  withPool,
  withSysctl,
} from '../../fakes/host';
import { GIB, MIB, planFor, refusalIds, refusalsFor, request, stepOf } from '../../fakes/plan';

const { say } = translatorFor('en');
const words = (host: HostSnapshot, asked = {}): string =>
  refusalsFor(host, asked)
    .map(({ text }) => say(text))
    .join('\n');

describe('machineRefusals', () => {
  it.each(['darwin', 'win32'])('refuses %s, and nothing else matters then', (platform) => {
    const host = desktop({ system: { platform, hasHugetlbfs: false }, memory: { totalKiB: null } });
    expect(refusalIds(host)).toEqual(['not-linux']);
    expect(words(host)).toContain(platform);
  });
  it('refuses a container, and names what showed it', () => {
    const host = desktop({ system: { container: { file: '/.dockerenv', value: '' } } });
    expect(refusalIds(host)).toEqual(['container']);
    expect(words(host)).toContain('/.dockerenv');
  });
  it.each([
    ['hugetlbfs is no known file system', desktop({ system: { hasHugetlbfs: false } })],
    ['there is no pool of any size', desktop({ pools: [] })],
  ])('refuses a kernel without huge pages: %s', (_words, host) => {
    expect(refusalIds(host)).toEqual(['no-hugetlbfs']);
    expect(words(host)).toContain('6.12.48-amd64');
  });
  it('refuses where the memory is unknown, because no size could be safe', () => {
    expect(refusalIds(desktop({ memory: { totalKiB: null } }))).toEqual(['memory-unknown']);
  });
  it('lists all of them at once', () => {
    const host = desktop({
      system: { container: { file: '/run/.containerenv', value: '' }, hasHugetlbfs: false },
      memory: { totalKiB: null },
    });
    expect(refusalIds(host)).toEqual(['container', 'no-hugetlbfs', 'memory-unknown']);
  });
  it('does not refuse WSL, ostree or a machine without systemd', () => {
    const host = desktop({ system: { isWsl: true, isOstree: true, hasSystemd: false } });
    expect(planFor(host).pool.toPages).toBe(2_050);
  });
});

describe('requestRefusals', () => {
  it('refuses a page size that the kernel does not have, and names those it has', () => {
    expect(refusalIds(desktop(), { pageKiB: 64 })).toEqual(['page-size-unavailable']);
    expect(words(desktop(), { pageKiB: 64 })).toContain('2M, 1G');
  });
  it.each([0, -1, 1, 2_047, Number.NaN, 4.5 * MIB + 0.5, Number.POSITIVE_INFINITY, 1e300])(
    'refuses a VM of %d KiB',
    (guestKiB) => {
      expect(refusalIds(desktop(), { guestKiB })).toEqual(['guest-too-small']);
    },
  );
  it('takes a VM of exactly one page', () => {
    expect(planFor(desktop(), { guestKiB: 2_048, sizing: { kind: 'exact' } }).pool.toPages).toBe(1);
    expect(refusalIds(desktop(), { guestKiB: GIB - 1, pageKiB: GIB })).toEqual(['guest-too-small']);
  });
  it('refuses a VM larger than the machine, and says how much would go', () => {
    expect(refusalIds(desktop(), { guestKiB: 16 * GIB })).toEqual(['guest-too-large']);
    expect(words(desktop(), { guestKiB: 16 * GIB })).toContain('Choose 13.6 GiB or less');
    expect(refusalIds(desktop(), { guestKiB: TOTAL_KIB + 1 })).toEqual(['guest-too-large']);
    expect(refusalIds(desktop(), { guestKiB: TOTAL_KIB })).toEqual(['host-starved']);
  });
  it.each([0, -1, 2_047, 2_048.5, Number.NaN, 2 ** 53])('refuses %d pages for 4 GiB', (pages) => {
    expect(refusalIds(desktop(), { sizing: { kind: 'pages', pages } })).toEqual(['pages-too-few']);
  });
  it('takes exactly as many pages as hold the VM', () => {
    expect(planFor(desktop(), { sizing: { kind: 'pages', pages: 2_048 } }).pool.toPages).toBe(2_048);
  });
});

describe('hostRefusals', () => {
  const mostPages = Math.floor((TOTAL_KIB - RESERVE_KIB) / 2_048);
  const idle = desktop({ memory: { availableKiB: TOTAL_KIB } });

  it('keeps the reserve to the page', () => {
    const exactly = { guestKiB: mostPages * 2_048, sizing: { kind: 'exact' as const } };
    const plan = planFor(idle, exactly);
    expect(plan.hostReserveKiB).toBe(RESERVE_KIB);
    expect(plan.leftForHostKiB).toBeGreaterThanOrEqual(RESERVE_KIB);
    expect(plan.leftForHostKiB).toBeLessThan(RESERVE_KIB + 2_048);
    expect(refusalIds(idle, { ...exactly, guestKiB: (mostPages + 1) * 2_048 })).toEqual(['host-starved']);
  });
  it('is content when exactly the reserve stays, at boot and now', () => {
    const round = desktop({ memory: { totalKiB: 16 * GIB, availableKiB: 16 * GIB } });
    const most = { guestKiB: 14 * GIB, sizing: { kind: 'exact' as const } };
    expect(planFor(round, most)).toMatchObject({ leftForHostKiB: 2 * GIB, hostReserveKiB: 2 * GIB });
    const exact = { guestKiB: 4 * GIB, sizing: { kind: 'exact' as const } };
    expect(planFor(desktop({ memory: { totalKiB: 16 * GIB, availableKiB: 6 * GIB } }), exact).pool.toPages).toBe(2_048);
    const oneLess = desktop({ memory: { totalKiB: 16 * GIB, availableKiB: 6 * GIB - 1 } });
    expect(refusalIds(oneLess, exact)).toEqual(['too-little-free-now']);
  });
  it('refuses the double of a VM that alone would fit', () => {
    const asked = { guestKiB: 8 * GIB, sizing: { kind: 'double' as const } };
    expect(refusalIds(idle, asked)).toEqual(['host-starved']);
    expect(words(idle, asked)).toContain('would leave 0 KiB');
    expect(words(idle, asked)).toContain('1.94 GiB must stay');
  });
  it('counts the pools of other sizes', () => {
    const host = withPool(idle, GIB, { persistentPages: 8 });
    expect(refusalIds(host, { guestKiB: 6 * GIB })).toEqual(['host-starved']);
    expect(planFor(host, { guestKiB: 5 * GIB }).leftForHostKiB).toBe(TOTAL_KIB - 8 * GIB - 2_560 * 2_048);
  });
  it('offers what is left beside the pages of others', () => {
    const host = withPool(idle, 2_048, { persistentPages: 3_072, freePages: 0 });
    expect(refusalIds(host, { guestKiB: 8 * GIB })).toEqual(['host-starved']);
    expect(words(host, { guestKiB: 8 * GIB })).toContain('Give the VM 7.6 GiB or less');
    expect(
      planFor(host, { guestKiB: 7.6 * GIB - ((7.6 * GIB) % 2_048), sizing: { kind: 'exact' } }).pool.toPages,
    ).toBeGreaterThan(0);
  });
  it('refuses what is free at boot but not now, and says how much to close', () => {
    const busy = desktop({ memory: { availableKiB: 5 * GIB } });
    expect(refusalIds(busy)).toEqual(['too-little-free-now']);
    const shortByKiB = RESERVE_KIB - (5 * GIB - 2_050 * 2_048);
    expect(refusalsFor(busy)[0]?.text.values).toEqual({
      growthKiB: 2_050 * 2_048,
      availableKiB: 5 * GIB,
      reserveKiB: RESERVE_KIB,
      shortByKiB,
    });
  });
  it('asks only for what the pool has to grow by', () => {
    const grown = withPool(desktop({ memory: { availableKiB: 3 * GIB } }), 2_048, { persistentPages: 1_800 });
    expect(planFor(grown).pool).toMatchObject({ fromPages: 1_800, toPages: 2_050 });
    const surplus = withPool(desktop({ memory: { availableKiB: 3 * GIB } }), 2_048, { surplusPages: 1_800 });
    expect(planFor(surplus).pool).toMatchObject({ fromPages: 0, toPages: 2_050 });
  });
  it('does not stop for an unknown free memory: the root text looks again', () => {
    expect(planFor(desktop({ memory: { availableKiB: null } })).pool.toPages).toBe(2_050);
  });
  it('never keeps a person from shrinking a pool that starves the host already', () => {
    const starved = withPool(desktop({ memory: { availableKiB: 200 * MIB } }), 2_048, { persistentPages: 7_500 });
    expect(planFor(starved, { givesBack: true }).pool).toMatchObject({ fromPages: 7_500, toPages: 2_050 });
    expect(planFor(starved, { isPersistent: false }).pool).toMatchObject({ toPages: 7_500 });
  });
  describe('for a pool that starves the host already, and is to be kept', () => {
    const starved = withPool(desktop(), 2_048, { persistentPages: 7_500 });

    it('refuses to make it so at every boot, and names the ways out', () => {
      expect(refusalIds(starved)).toEqual(['host-starved']);
      expect(words(starved)).toContain('Give unused pages back');
    });
    it.each([
      [
        'it is so at every boot already',
        withSysctl(starved, { file: '/etc/sysctl.d/99-db.conf', line: 1, pages: 7_500 }),
      ],
      ['the boot parameters ask for it', withFacts(starved, { system: { bootParameters: 'ro quiet hugepages=7500' } })],
    ])('does not when %s', (_words, host) => {
      expect(planFor(host).pool.toPages).toBe(7_500);
    });
    it('does when the boot so far keeps fewer, or its parameters only look like a pool', () => {
      const fewer = withSysctl(starved, { file: '/etc/sysctl.d/99-db.conf', line: 1, pages: 7_499 });
      const other = withFacts(starved, { system: { bootParameters: 'ro nohugepages=7500' } });
      for (const host of [fewer, other]) expect(refusalIds(host)).toEqual(['host-starved']);
    });
  });
  it('does not make a pool that starves the host, and that somebody made for now, one for every boot', () => {
    const starved = withPool(idle, 2_048, { persistentPages: 7_500 });
    expect(refusalIds(starved)).toEqual(['host-starved']);
    expect(words(starved)).toContain('“Give unused pages back” (--give-back)');
    const sysctl = [{ file: '/etc/sysctl.d/90-own.conf', line: 1, pages: 7_500 }];
    expect(planFor({ ...starved, sysctl }).pool.toPages).toBe(7_500);
    const system = { ...starved.system, bootParameters: 'quiet hugepages=7500' };
    expect(planFor({ ...starved, system }).pool.toPages).toBe(7_500);
  });
  it('lets the 16 GiB desktop have its 4 GiB VM', () => {
    expect(AVAILABLE_KIB - 2_050 * 2_048).toBeGreaterThan(RESERVE_KIB);
    expect(planFor(desktop()).leftForHostKiB).toBe(TOTAL_KIB - 2_050 * 2_048);
  });
});

describe('stepRefusals', () => {
  it.each(["o'brien", '-x', 'a b', '$(reboot)', 'a\nb', 'corp\\ming', ''])('refuses the account name %j', (name) => {
    const host = desktop({ user: { name } });
    expect(refusalIds(host)).toEqual(['user-name-unusable']);
    expect(words(host)).toContain(name);
  });
  it('does not mind the name when nobody is to be added', () => {
    const member = desktop({ user: { name: 'corp\\ming' }, group: { gid: KVM_GID, members: ['corp\\ming'] } });
    expect(stepOf(planFor(member), 'membership').state).toBe('already');
  });
  it('refuses a mount point that is a file', () => {
    const host = withMount(desktop(), { kind: 'other', isHugetlbfs: false, pageKiB: null });
    expect(refusalIds(host)).toEqual(['path-not-usable']);
    expect(words(host)).toContain('/dev/hugepages');
  });

  describe('on a read-only /etc', () => {
    const readOnly = (host: HostSnapshot): HostSnapshot => withFacts(host, { fstab: { isReadOnly: true } });

    it('refuses to keep the plan', () => {
      expect(refusalIds(readOnly(desktopWithPool(512)))).toEqual(['file-not-writable']);
      expect(words(readOnly(desktopWithPool(512)))).toContain('/etc is mounted read-only');
    });
    it('refuses a group or a membership even when nothing else is kept: they stand in /etc/group', () => {
      expect(refusalIds(readOnly(desktop()), { isPersistent: false })).toEqual(['file-not-writable']);
      const onlyMembership = desktop({ group: { gid: KVM_GID } });
      expect(refusalIds(readOnly(onlyMembership), { isPersistent: false })).toEqual(['file-not-writable']);
    });
    it('lets a plan pass that writes nothing in /etc', () => {
      expect(stepOf(planFor(readOnly(desktopWithPool(512)), { isPersistent: false }), 'pool').state).toBe('todo');
      expect(planFor(readOnly(desktopWithPool(2_050))).steps.some(({ state }) => state === 'todo')).toBe(false);
    });
  });

  describe('on an fstab that is not a plain file', () => {
    const symlink = desktop({ fstab: { kind: 'symlink', linkTarget: '/nix/store/fstab', text: '' } });

    it('refuses a symlink, and says where it leads', () => {
      expect(refusalIds(symlink)).toEqual(['file-is-symlink']);
      expect(words(symlink)).toContain('/nix/store/fstab');
    });
    it('refuses one that leads nowhere known', () => {
      const lost = withFacts(symlink, { fstab: { linkTarget: null } });
      expect(refusalIds(lost)).toEqual(['file-is-symlink']);
    });
    it('refuses one that cannot be read', () => {
      const host = desktop({ fstab: { kind: 'unreadable', text: '' } });
      expect(refusalIds(host)).toEqual(['file-not-writable']);
      expect(words(host)).toContain('/etc/fstab cannot be read');
    });
    it('does not mind when fstab is to stay as it is', () => {
      expect(planFor(symlink, { isPersistent: false }).notes.length).toBeGreaterThan(0);
      const done = withFacts(symlink, { fstab: { text: DISK_LINE + OUR_FSTAB_BLOCK } });
      expect(stepOf(planFor(done), 'fstab').state).toBe('already');
    });
    it('makes a missing one', () => {
      expect(stepOf(planFor(desktop({ fstab: { kind: 'missing', text: '' } })), 'fstab').state).toBe('todo');
    });
  });

  describe('on NixOS', () => {
    const nixos = desktop({
      system: { distributionId: 'nixos' },
      fstab: { kind: 'symlink', linkTarget: '/etc/static/fstab' },
    });

    it('refuses to write generated files, in one refusal', () => {
      expect(refusalIds(nixos)).toEqual(['generated-by-nixos']);
    });
    it('has a plan for this start of the machine', () => {
      expect(stepOf(planFor(nixos, { isPersistent: false }), 'pool').state).toBe('todo');
    });
  });

  it('lists several refusals at once', () => {
    const host = withMount(
      desktop({
        user: { name: "o'brien" },
        system: { distributionId: 'nixos' },
        memory: { availableKiB: 5 * GIB },
      }),
      { kind: 'other', isHugetlbfs: false, pageKiB: null },
    );
    expect(refusalIds(host)).toEqual([
      'too-little-free-now',
      'user-name-unusable',
      'path-not-usable',
      'generated-by-nixos',
    ]);
  });
});

describe('every refusal', () => {
  it('is a whole sentence in both languages, with no gap left open', () => {
    const host = desktop({ user: { name: "o'brien" }, fstab: { isReadOnly: true } });
    for (const locale of ['en', 'zh-CN'] as const) {
      for (const { text } of refusalsFor(host, request())) {
        expect(translatorFor(locale).say(text)).toMatch(/^[^{}]{20,}[.。]$/);
      }
    }
  });
});
