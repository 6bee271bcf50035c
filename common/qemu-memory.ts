import { parseQemuProperties } from './qemu-options';

/** What a machine gets without `-m` (hw/core/machine.c). */
const DEFAULT_GUEST_KIB = 131_072;
/** Guest memory is rounded up to this many bytes (softmmu/vl.c). */
const GRAIN_BYTES = 8_192;
const SUFFIXES = 'bkmgtpe';

/**
 * Guest memory in KiB, from the values of every `-m` of one command line in their order: `512`, `size=1.5G`,
 * `4096,slots=2,maxmem=8G`. Later ones are merged into earlier ones, so the last size wins; memory that can be plugged
 * in later does not count. No size, or zero, is QEMU's default of 128 MiB. Null where QEMU itself would refuse, as for
 * `1GB`. Checked against QEMU 7.2.
 */
export function parseQemuMemory(values: readonly string[]): number | null {
  const sizes = values.flatMap((value) => parseQemuProperties(value, 'size').get('size') ?? []);
  const size = sizes.at(-1);
  if (size === undefined || size === '') return DEFAULT_GUEST_KIB;
  const bytes = parseQemuSize(size, 'm');
  if (bytes === null) return null;
  return bytes === 0 ? DEFAULT_GUEST_KIB : (Math.ceil(bytes / GRAIN_BYTES) * GRAIN_BYTES) / 1_024;
}

/**
 * Bytes of a size in QEMU's notation (util/cutils.c): decimal or `0x…`, one suffix of B K M G T P E in either case, a
 * fraction only with a suffix. A bare number is in `bareUnit`: mebibytes for `-m`, bytes for an object's `size=`. Null
 * where QEMU refuses it.
 */
export function parseQemuSize(text: string, bareUnit: 'b' | 'm'): number | null {
  const match = /^\s*\+?(0x[0-9a-f]+|\d+(?:\.\d*)?)([bkmgtpe])?$/i.exec(text);
  const digits = match?.[1];
  if (digits === undefined) return null;
  const suffix = match?.[2]?.toLowerCase();
  if (digits.includes('.') && (suffix === undefined || suffix === 'b')) return null;
  const bytes = Math.floor(Number(digits) * 1_024 ** SUFFIXES.indexOf(suffix ?? bareUnit));
  return Number.isSafeInteger(bytes) ? bytes : null;
}
