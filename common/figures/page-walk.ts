import { message, type Message } from '../message';
import { TABLE_BITS, walkLength } from './page-table-size';

/** Bits that choose one of the 4096 bytes of an ordinary page. */
const SMALL_PAGE_BITS = 12;
/** An address as Linux gives them to programs: it lies in the lower half, below 2^47. */
export const EXAMPLE_ADDRESS = 0x7f3a_5c21_eab5;

/** The tables by the names Linux has for them, the first one first (Documentation/mm/page_tables.rst). */
const NAMES_OF_FOUR = ['PGD', 'PUD', 'PMD', 'PTE'] as const;
const NAMES_OF_FIVE = ['PGD', 'P4D', 'PUD', 'PMD', 'PTE'] as const;

interface WalkLevels {
  /** Tables that a walk to an ordinary page goes through. */
  readonly levels: 4 | 5;
  /** Bits of an address that a walk of so many levels can tell apart. */
  readonly bits: 48 | 57;
  /** The machine does not say, so four are taken, as most machines have. */
  readonly isAssumed: boolean;
}

/**
 * How many levels the page tables of this machine have, from the bits of its virtual addresses (the snapshot's
 * `cpu.virtualBits`): 48 with four levels, 57 with five (Documentation/arch/x86/x86_64/5level-paging.rst). Null, or a number
 * that x86-64 does not know: four, assumed.
 */
export function walkLevels(virtualBits: number | null): WalkLevels {
  if (virtualBits === 57) return { levels: 5, bits: 57, isAssumed: false };
  return { levels: 4, bits: 48, isAssumed: virtualBits !== 48 };
}

/** One table that the walk looks something up in. */
interface WalkTable {
  /** 1 for the first. */
  readonly number: number;
  readonly name: string;
  /** The entry that the address chooses, 0 to 511. */
  readonly entry: number;
}

export interface Walk {
  readonly address: number;
  readonly pageKiB: number;
  readonly tables: readonly WalkTable[];
  /** What is left of the address: the byte within the page. */
  readonly offset: { readonly bits: number; readonly byte: number };
}

/**
 * The way from an address (below 2^53) to its byte in a page of 4 KiB, 2 MiB or 1 GiB, on a machine whose page tables
 * have this many levels. From the top, each nine bits of the address choose an entry of a table; the rest chooses the
 * byte in the page: 12, 21 or 30 bits (Documentation/mm/page_tables.rst).
 */
export function walkTo(address: number, pageKiB: number, levels: 4 | 5): Walk {
  const length = walkLength(pageKiB, levels);
  const offsetBits = SMALL_PAGE_BITS + (levels - length) * TABLE_BITS;
  const names: readonly string[] = levels === 4 ? NAMES_OF_FOUR : NAMES_OF_FIVE;
  const tables = names.slice(0, length).map((name, index) => {
    const shift = offsetBits + (length - 1 - index) * TABLE_BITS;
    return { number: index + 1, name, entry: Math.floor(address / 2 ** shift) % 2 ** TABLE_BITS };
  });
  return { address, pageKiB, tables, offset: { bits: offsetBits, byte: address % 2 ** offsetBits } };
}

/** The steps of a walk are 0 (nothing looked up yet), one for each table, and this last one: the byte is found. */
export function lastStep(walk: Walk): number {
  return walk.tables.length + 1;
}

/** Where to go on when the page size changes: who had arrived has arrived, who had not is no farther than before. */
export function stepInOther(step: number, from: Walk, to: Walk): number {
  return step === lastStep(from) ? lastStep(to) : Math.min(step, to.tables.length);
}

/** An address as programmers write it: "7f3a 5c21 eab5". */
function addressWords(address: number): string {
  const digits = address.toString(16);
  const whole = digits.padStart(Math.ceil(digits.length / 4) * 4, '0');
  return whole.match(/.{4}/g)?.join(' ') ?? whole;
}

/** What happens at a step of the walk (0 to `lastStep`), in a sentence. */
export function walkSentence(walk: Walk, step: number): Message {
  const lookUps = walk.tables.length;
  const table = walk.tables[step - 1];
  if (table === undefined) {
    if (step === 0) return message('figure.walk.step.start', { address: addressWords(walk.address) });
    return message('figure.walk.step.byte', { bits: walk.offset.bits, byte: walk.offset.byte, lookUps });
  }
  const { number, entry } = table;
  if (number < lookUps) return message('figure.walk.step.table', { number, entry, next: number + 1 });
  return message('figure.walk.step.page', { number, entry, pageKiB: walk.pageKiB });
}
