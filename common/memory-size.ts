export const MIB_IN_KIB = 1_024;
export const GIB_IN_KIB = 1_048_576;
const TIB_IN_KIB = 1_073_741_824;

const UNIT_KIB: Readonly<Record<string, number>> = { k: 1, m: MIB_IN_KIB, g: GIB_IN_KIB, t: TIB_IN_KIB };

export type MemorySizeResult =
  { readonly kind: 'size'; readonly KiB: number } | { readonly kind: 'not-a-size' } | { readonly kind: 'not-positive' };

/**
 * What a person types as VM memory: `4G`, `4 GiB`, `4GB`, `1.5g`, `4096` (a bare number is MiB, as QEMU reads `-m`).
 * All units are powers of 1024. Full-width digits, as Chinese input methods produce them, count as digits. The result
 * is whole KiB; zero and negative sizes, and sizes beyond what a number can hold exactly, are refused.
 */
export function parseMemorySize(typed: string): MemorySizeResult {
  const match = /^([-+]?\d+(?:\.\d+)?)\s*(?:([kmgt])(?:i?b)?)?$/i.exec(typed.normalize('NFKC').trim());
  if (!match) return { kind: 'not-a-size' };
  const unitKiB = UNIT_KIB[(match[2] ?? 'm').toLowerCase()] ?? MIB_IN_KIB;
  const KiB = Math.ceil(Number(match[1]) * unitKiB);
  if (KiB <= 0) return { kind: 'not-positive' };
  if (!Number.isSafeInteger(KiB)) return { kind: 'not-a-size' };
  return { kind: 'size', KiB };
}

const UNITS: readonly (readonly [number, string])[] = [
  [TIB_IN_KIB, 'TiB'],
  [GIB_IN_KIB, 'GiB'],
  [MIB_IN_KIB, 'MiB'],
];

/** "4 GiB", "1.5 GiB", "513 MiB": the largest unit that keeps the number above one, at most two decimals. */
export function formatMemory(KiB: number, locale: string): string {
  return inUnit(KiB, UNITS.find(([size]) => Math.abs(KiB) >= size) ?? [1, 'KiB'], locale);
}

/** "4 GiB", "1,537 MiB": the largest unit that leaves a whole number, for sizes that differ by less than a page. */
export function formatExactMemory(KiB: number, locale: string): string {
  return inUnit(KiB, UNITS.find(([size]) => KiB !== 0 && KiB % size === 0) ?? [1, 'KiB'], locale);
}

/** Made once for each language: making one takes longer than using it a hundred times. */
const formats = new Map<string, Intl.NumberFormat>();

function twoDecimals(locale: string): Intl.NumberFormat {
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  formats.set(locale, format);
  return format;
}

function inUnit(KiB: number, [unitKiB, unit]: readonly [number, string], locale: string): string {
  return `${twoDecimals(locale).format(KiB / unitKiB)} ${unit}`;
}

/** The field's own notation for a size, for command lines: `4G`, `1536M`, `2K`. */
export function compactMemory(KiB: number): string {
  if (KiB % GIB_IN_KIB === 0) return `${String(KiB / GIB_IN_KIB)}G`;
  if (KiB % MIB_IN_KIB === 0) return `${String(KiB / MIB_IN_KIB)}M`;
  return `${String(KiB)}K`;
}
