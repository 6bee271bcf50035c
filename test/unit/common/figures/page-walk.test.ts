import { describe, expect, it } from 'vitest';
import {
  EXAMPLE_ADDRESS,
  lastStep,
  stepInOther,
  walkLevels,
  walkSentence,
  walkTo,
} from '../../../../common/figures/page-walk';
import { translatorFor } from '../../../../common/text/translator';

const GIB = 1_048_576;
const small = walkTo(EXAMPLE_ADDRESS, 4, 4);
const huge = walkTo(EXAMPLE_ADDRESS, 2_048, 4);

describe('walkLevels', () => {
  it.each([
    [48, 4, 48, false],
    [57, 5, 57, false],
    [null, 4, 48, true],
    [39, 4, 48, true],
  ])('for addresses of %s bits takes %i levels', (virtualBits, levels, bits, isAssumed) => {
    expect(walkLevels(virtualBits)).toEqual({ levels, bits, isAssumed });
  });
});

describe('walkTo', () => {
  it('splits an address into 9 + 9 + 9 + 9 + 12 bits for a page of 4 KiB', () => {
    expect(small.tables.map(({ name, entry }) => [name, entry])).toEqual([
      ['PGD', 254],
      ['PUD', 233],
      ['PMD', 225],
      ['PTE', 30],
    ]);
    expect(small.offset).toEqual({ bits: 12, byte: 0xab5 });
  });

  it('needs three tables for 2 MiB and two for 1 GiB, whose bits count bytes instead', () => {
    expect(huge.tables.map(({ entry }) => entry)).toEqual([254, 233, 225]);
    expect(huge.offset).toEqual({ bits: 21, byte: 30 * 4_096 + 0xab5 });
    const largest = walkTo(EXAMPLE_ADDRESS, GIB, 4);
    expect(largest.tables.map(({ entry }) => entry)).toEqual([254, 233]);
    expect(largest.offset).toEqual({ bits: 30, byte: 225 * 2_097_152 + 30 * 4_096 + 0xab5 });
  });

  it('begins one table earlier on a machine with five levels', () => {
    const walk = walkTo(EXAMPLE_ADDRESS, 4, 5);
    expect(walk.tables.map(({ name, entry }) => [name, entry])).toEqual([
      ['PGD', 0],
      ['P4D', 254],
      ['PUD', 233],
      ['PMD', 225],
      ['PTE', 30],
    ]);
    expect(walkTo(EXAMPLE_ADDRESS, GIB, 5).tables).toHaveLength(3);
  });

  it.each([4, 2_048, GIB])('loses no bit of the address in pages of %i KiB', (pageKiB) => {
    const { tables, offset } = walkTo(EXAMPLE_ADDRESS, pageKiB, 4);
    const page = tables.reduce((sum, { entry }) => sum * 512 + entry, 0);
    expect(page * 2 ** offset.bits + offset.byte).toBe(EXAMPLE_ADDRESS);
  });
});

describe('stepInOther', () => {
  it('stays at the end when the page size changes there', () => {
    expect(stepInOther(lastStep(small), small, huge)).toBe(4);
    expect(stepInOther(lastStep(huge), huge, small)).toBe(5);
  });
  it('goes no farther than the last table of a shorter walk', () => {
    expect(stepInOther(4, small, huge)).toBe(3);
    expect(stepInOther(2, small, huge)).toBe(2);
  });
});

describe('walkSentence', () => {
  const { say } = translatorFor('en');
  it('tells the walk to a page of 2 MiB step by step', () => {
    expect([0, 1, 2, 3, 4].map((step) => say(walkSentence(huge, step)))).toEqual([
      'A program wants the byte at address 7f3a 5c21 eab5. The processor knows where table 1 lies, and nothing else.',
      'The next 9 bits of the address choose entry 254 of table 1. It says where table 2 lies.',
      'The next 9 bits of the address choose entry 233 of table 2. It says where table 3 lies.',
      'Entry 225 of table 3 says where the page of 2 MiB lies. No more tables.',
      'The last 21 bits say which byte of the page it is: number 125,621. Only now is the memory itself read, 3 lookups later.',
    ]);
  });
  it('groups the digits of an address by four', () => {
    expect(walkSentence(walkTo(0x1_0000, 4, 4), 0)).toMatchObject({ values: { address: '0001 0000' } });
  });
});
