import { mountPointFor } from './mount-point';
import { poolOf } from './sizing';
import type { HostSnapshot } from './snapshot';

/** QEMU's option for main memory from a mount (qemu(1), -mem-path). */
export function memPathOption(mountPoint: string): string {
  return `-mem-path ${mountPoint}`;
}

/**
 * What a VM's start needs so that its memory comes from pages of this size: `-mem-path /dev/hugepages` (qemu(1)). Null
 * where the kernel has no such pages.
 */
export function startOption(snapshot: HostSnapshot, pageKiB: number): string | null {
  return poolOf(snapshot, pageKiB) === undefined ? null : memPathOption(mountPointFor(snapshot, pageKiB));
}
