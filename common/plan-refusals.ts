import { bootPagesOf } from './boot-parameters';
import { message } from './message';
import { directoryAt } from './mount-point';
import { FSTAB_FILE, isUsableName } from './names';
import type { PoolChange, Refusal, Step } from './plan';
import type { PlanRequest } from './plan-request';
import { hostReserveKiB, largestGuestKiB, otherPoolsKiB, pagesFor } from './sizing';
import type { HostSnapshot, Pool } from './snapshot';
import { sysctlWinner } from './sysctl-text';

/** Why this machine cannot have a plan at all, whatever is asked. */
export function machineRefusals({ system, pools, memory }: HostSnapshot): readonly Refusal[] {
  const { container } = system;
  if (system.platform !== 'linux') {
    return [{ id: 'not-linux', text: message('refusal.not-linux', { platform: system.platform }) }];
  }
  const refusals: Refusal[] = [];
  if (container !== null) {
    refusals.push({ id: 'container', text: message('refusal.container', { file: container.file }) });
  }
  if (!system.hasHugetlbfs || pools.length === 0) {
    refusals.push({ id: 'no-hugetlbfs', text: message('refusal.no-hugetlbfs', { kernel: system.kernelRelease }) });
  }
  if (memory.totalKiB === null) refusals.push({ id: 'memory-unknown', text: message('refusal.memory-unknown') });
  return refusals;
}

/** What is wrong with the request itself on this machine: sizes that cannot be. */
export function requestRefusals(snapshot: HostSnapshot, request: PlanRequest, pool: Pool): readonly Refusal[] {
  const { guestKiB, pageKiB, sizing } = request;
  const totalKiB = snapshot.memory.totalKiB ?? 0;
  if (!Number.isSafeInteger(guestKiB) || guestKiB < pageKiB) {
    return [{ id: 'guest-too-small', text: message('refusal.guest-too-small', { pageKiB: pool.pageKiB }) }];
  }
  if (guestKiB > totalKiB) {
    const largestKiB = largestGuestKiB(snapshot, pageKiB);
    return [{ id: 'guest-too-large', text: message('refusal.guest-too-large', { guestKiB, totalKiB, largestKiB }) }];
  }
  const neededPages = pagesFor(guestKiB, pageKiB);
  if (sizing.kind === 'pages' && !(Number.isSafeInteger(sizing.pages) && sizing.pages >= neededPages)) {
    return [{ id: 'pages-too-few', text: message('refusal.pages-too-few', { neededPages, guestKiB }) }];
  }
  return [];
}

/** The plan makes the pool of the next boot larger than sysctl.d or, failing that, the boot parameters make it. */
function growsAtBoot(snapshot: HostSnapshot, { pageKiB, toPages }: PoolChange, steps: readonly Step[]): boolean {
  const isTodo = steps.some((step) => step.kind === 'sysctl' && step.state === 'todo');
  const { sysctl, system, defaultPageKiB } = snapshot;
  const bootPages = sysctlWinner(sysctl)?.pages ?? bootPagesOf(system.bootParameters, defaultPageKiB, pageKiB);
  return isTodo && toPages > bootPages;
}

/** The host's reserve, at the next boot and right now (the kernel kills programs for pages it does not have). */
export function hostRefusals(snapshot: HostSnapshot, change: PoolChange, steps: readonly Step[]): readonly Refusal[] {
  const { totalKiB, availableKiB } = snapshot.memory;
  const pool = snapshot.pools.find(({ pageKiB }) => pageKiB === change.pageKiB);
  if (totalKiB === null || pool === undefined) return [];
  const reserveKiB = hostReserveKiB(totalKiB);
  const poolKiB = change.toPages * change.pageKiB;
  const leftAtBootKiB = totalKiB - otherPoolsKiB(snapshot, change.pageKiB) - poolKiB;
  // A pool that is not to grow is no worse than it was: refusing would only keep a person from shrinking it.
  if (change.toPages <= change.fromPages) {
    if (leftAtBootKiB >= reserveKiB || !growsAtBoot(snapshot, change, steps)) return [];
    const leftKiB = Math.max(0, leftAtBootKiB);
    return [{ id: 'host-starved', text: message('refusal.host-starved-at-boot', { poolKiB, leftKiB, reserveKiB }) }];
  }
  if (leftAtBootKiB < reserveKiB) {
    const largestKiB = Math.max(
      0,
      largestGuestKiB(snapshot, change.pageKiB) - change.heldByOthersPages * change.pageKiB,
    );
    return [
      {
        id: 'host-starved',
        text: message('refusal.host-starved', { poolKiB, leftKiB: Math.max(0, leftAtBootKiB), reserveKiB, largestKiB }),
      },
    ];
  }
  const growthKiB = Math.max(0, change.toPages - pool.totalPages) * change.pageKiB;
  if (availableKiB !== null && availableKiB - growthKiB < reserveKiB) {
    const shortByKiB = reserveKiB - (availableKiB - growthKiB);
    return [
      {
        id: 'too-little-free-now',
        text: message('refusal.too-little-free-now', { growthKiB, availableKiB, reserveKiB, shortByKiB }),
      },
    ];
  }
  return [];
}

/** What stands in the way of the steps themselves: names, paths and files that must not be written. */
export function stepRefusals(snapshot: HostSnapshot, steps: readonly Step[], mountPoint: string): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const isTodo = (kind: Step['kind']): boolean => steps.some((step) => step.kind === kind && step.state === 'todo');
  const { user, fstab, system } = snapshot;
  if (isTodo('membership') && !isUsableName(user.name)) {
    refusals.push({ id: 'user-name-unusable', text: message('refusal.user-name-unusable', { user: user.name }) });
  }
  const directory = directoryAt(snapshot, mountPoint);
  if (directory.kind === 'other') {
    refusals.push({ id: 'path-not-usable', text: message('refusal.path-not-usable', { path: mountPoint }) });
  }
  const writesFiles = isTodo('fstab') || isTodo('sysctl');
  if (writesFiles && system.distributionId === 'nixos') {
    refusals.push({ id: 'generated-by-nixos', text: message('refusal.generated-by-nixos') });
  } else if (isTodo('fstab') && fstab.kind === 'symlink') {
    const target = fstab.linkTarget ?? '?';
    refusals.push({ id: 'file-is-symlink', text: message('refusal.file-is-symlink', { file: FSTAB_FILE, target }) });
  } else if ((writesFiles || isTodo('group') || isTodo('membership')) && fstab.isReadOnly) {
    refusals.push({ id: 'file-not-writable', text: message('refusal.file-not-writable', { folder: '/etc' }) });
  } else if (isTodo('fstab') && fstab.kind === 'unreadable') {
    refusals.push({ id: 'file-not-writable', text: message('refusal.file-unreadable', { file: FSTAB_FILE }) });
  }
  return refusals;
}
