import { resolve } from 'node:path';
import type { HostSnapshot } from '../../common/snapshot';
import { readHost } from '../../main/kernel';
import type { FileSystemStat, MachineProbe, PathStat } from '../../main/machine-probe';

const HOSTS = resolve(import.meta.dirname, '../fixtures/hosts');

export type FixtureHost =
  | 'plain'
  | 'how-to-done'
  | '1g-default'
  | 'no-hugetlbfs'
  | 'two-nodes'
  | 'container'
  | 'wsl'
  | 'ostree'
  | 'nixos'
  | 'later-sysctl-wins'
  | 'crlf-fstab'
  | 'no-newline-fstab'
  | 'many-users-pool'
  | 'empty'
  | 'garbage';

/** hugetlbfs as statfs shows it, with pages of this size. */
export function hugetlbfs(pageKiB: number): FileSystemStat {
  return { type: 0x958458f6, blockBytes: pageKiB * 1_024 };
}

const DEVTMPFS: FileSystemStat = { type: 0x01021994, blockBytes: 4_096 };

function directory(uid: number, gid: number, mode: number): PathStat {
  return { kind: 'directory', uid, gid, mode };
}

/** What stat and statfs said of /dev/hugepages on the machines that the trees are modelled on. */
const MOUNTED: Partial<Record<FixtureHost, readonly [PathStat, FileSystemStat]>> = {
  plain: [directory(0, 0, 0o755), hugetlbfs(2_048)],
  'how-to-done': [directory(0, 104, 0o1770), hugetlbfs(2_048)],
  '1g-default': [directory(0, 0, 0o755), hugetlbfs(1_048_576)],
  'no-hugetlbfs': [directory(0, 0, 0o755), DEVTMPFS],
  'two-nodes': [directory(0, 104, 0o1771), hugetlbfs(2_048)],
  ostree: [directory(0, 0, 0o755), hugetlbfs(2_048)],
  nixos: [directory(0, 0, 0o755), hugetlbfs(2_048)],
  'later-sysctl-wins': [directory(0, 104, 0o1770), hugetlbfs(2_048)],
  'crlf-fstab': [directory(0, 0, 0o755), hugetlbfs(2_048)],
  'no-newline-fstab': [directory(0, 0, 0o755), hugetlbfs(2_048)],
  'many-users-pool': [directory(0, 54_321, 0o770), hugetlbfs(2_048)],
};

/** Answers for a machine that has nothing but the given /dev/hugepages. Any other path is a surprise. */
export function fixtureProbe(
  mounted?: readonly [PathStat, FileSystemStat],
  overrides?: Partial<MachineProbe>,
): MachineProbe {
  const only = <Answer>(path: string, answer: Answer): Answer => {
    if (path !== '/dev/hugepages') throw new Error(`Nobody should ask for ${path}.`);
    return answer;
  };
  return {
    platform: 'linux',
    kernelRelease: () => '6.1.0-38-amd64',
    env: {},
    accountName: () => null,
    stat: (path) => only(path, mounted?.[0] ?? { kind: 'missing' }),
    statFileSystem: (path) => only(path, mounted?.[1] ?? null),
    ...overrides,
  };
}

/** The root of a fixture tree, for code that takes one. */
export function fixtureRoot(host: FixtureHost): string {
  return resolve(HOSTS, host);
}

/** The snapshot of a fixture machine. */
export function fixtureHost(host: FixtureHost, overrides?: Partial<MachineProbe>): HostSnapshot {
  return readHost(fixtureRoot(host), fixtureProbe(MOUNTED[host], overrides));
}
