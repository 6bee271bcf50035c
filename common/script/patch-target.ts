import { mountPointFor } from '../mount-point';
import type { HostSnapshot } from '../snapshot';
import { withoutSlash } from './memory-setup';
import type { PatchWish } from './reading';

/** Where a VM is to take its memory from. */
export interface PatchTarget {
  /** Mount point of the pages: `/dev/hugepages`. */
  readonly path: string;
  readonly pageKiB: number;
  /** Every directory that has huge pages of any size, or will have once the plan is applied. */
  readonly hugePaths: readonly string[];
  readonly preallocates: boolean;
}

/** What a patch aims at on this machine. */
export function patchTarget(snapshot: HostSnapshot, { pageKiB, preallocates }: PatchWish): PatchTarget {
  const path = mountPointFor(snapshot, pageKiB);
  const mounted = snapshot.mounts.map(({ mountPoint }) => withoutSlash(mountPoint));
  return { path, pageKiB, preallocates, hugePaths: [...new Set([path, ...mounted])] };
}

/** A directory of huge pages, or something in one. */
export function isHugePath({ hugePaths }: PatchTarget, path: string): boolean {
  return hugePaths.some((huge) => path === huge || path.startsWith(`${huge}/`));
}
