import { compactMemory, formatMemory } from './memory-size';

/** x86-64's usual huge page, 2 MiB: what to count in where nobody names a size. */
export const USUAL_PAGE_KIB = 2_048;

/** The ordinary page of x86-64. */
export const SMALL_PAGE_KIB = 4;

/** How sysfs spells it: 2048 → `hugepages-2048kB` (/sys/kernel/mm/hugepages). */
export function sysfsPageFolder(pageKiB: number): string {
  return `hugepages-${String(pageKiB)}kB`;
}

/** KiB of a folder name of /sys/kernel/mm/hugepages; null where it is none. */
export function parseSysfsPageFolder(name: string): number | null {
  const match = /^hugepages-(\d+)kB$/.exec(name);
  return match ? Number(match[1]) : null;
}

/** How a mount option and the boot parameters spell it: `2M`, `1G`. */
export function pageSizeOption(pageKiB: number): string {
  return compactMemory(pageKiB);
}

/** How a person reads it: `2 MiB`. */
export function pageSizeWords(pageKiB: number, locale: string): string {
  return formatMemory(pageKiB, locale);
}
