import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needFacts, needVerdict, type NeedFacts } from '../../../../common/figures/need-verdict';
import { desktop, TOTAL_KIB } from '../../../fakes/host';

const GIB = 1_048_576;
const FROM_WEAK_TO_STRONG = ['does-not-fit', 'hardly', 'worth-a-try', 'worthwhile'] as const;
const MODES = ['always', 'madvise', 'never', null] as const;

/** The how-to's VM on a desktop with 16 GiB, as Debian sets it up: the most it can give is 13.6 GiB. */
const usual: NeedFacts = {
  transparentMode: 'madvise',
  totalKiB: TOTAL_KIB,
  largestKiB: 14_264_320,
  guestKiB: 4 * GIB,
  pageKiB: 2_048,
  guests: 1,
  hibernates: false,
  runsEvenly: false,
};

function keysOf(facts: NeedFacts): { readonly for: readonly string[]; readonly against: readonly string[] } {
  const { reasonsFor, reasonsAgainst } = needVerdict(facts);
  const keys = (reasons: typeof reasonsFor) => reasons.map(({ key }) => key.replace(/^figure\.need\.\w+\./, ''));
  return { for: keys(reasonsFor), against: keys(reasonsAgainst) };
}

describe('needVerdict', () => {
  it('calls a VM of 4 GiB worth a try where transparent huge pages serve it already, and says why and why not', () => {
    expect(needVerdict(usual)).toMatchObject({
      kind: 'worth-a-try',
      poolKiB: 4 * GIB,
      sentence: { key: 'figure.need.verdict.worth-a-try', values: { poolKiB: 4 * GIB } },
    });
    expect(keysOf(usual)).toEqual({ for: ['certain', 'large'], against: ['madvise', 'taken'] });
  });

  it('calls it worthwhile where they are off, or where the VM must run evenly', () => {
    expect(needVerdict({ ...usual, transparentMode: 'never' }).kind).toBe('worthwhile');
    expect(keysOf({ ...usual, transparentMode: 'never' })).toEqual({ for: ['never', 'large'], against: ['taken'] });
    expect(needVerdict({ ...usual, runsEvenly: true }).kind).toBe('worthwhile');
    expect(keysOf({ ...usual, runsEvenly: true }).for).toEqual(['evenly', 'large']);
  });

  it('advises against it for a small VM that has transparent huge pages', () => {
    const small = { ...usual, transparentMode: 'always', guestKiB: GIB / 2 } as const;
    expect(needVerdict(small).kind).toBe('hardly');
    expect(keysOf(small)).toEqual({ for: ['certain', 'spare'], against: ['always', 'small', 'taken'] });
  });

  it('has reasons both ways where the kernel does not say how transparent huge pages are set', () => {
    expect(keysOf({ ...usual, transparentMode: null })).toEqual({
      for: ['unknown', 'certain', 'large'],
      against: ['unknown', 'taken'],
    });
  });

  it('warns of a pool of more than half the memory, and of hibernation', () => {
    const large = { ...usual, guestKiB: 10 * GIB, hibernates: true };
    expect(needVerdict(large).kind).toBe('hardly');
    expect(keysOf(large).against).toEqual(['madvise', 'half', 'hibernates']);
  });

  it('counts all VMs together, in whole pages, and says when they do not fit', () => {
    const several = { ...usual, guests: 4, guestKiB: 3 * GIB + 1_024 };
    expect(needVerdict(several).poolKiB).toBe(4 * 1_537 * 2_048);
    expect(needVerdict(several).kind).not.toBe('does-not-fit');
    const tooMany = { ...usual, guests: 4 };
    expect(needVerdict(tooMany)).toMatchObject({
      kind: 'does-not-fit',
      sentence: { values: { poolKiB: 16 * GIB, largestKiB: 14_264_320 } },
    });
    expect(keysOf(tooMany).against[0]).toBe('too-much');
  });
});

describe('needVerdict, whatever the facts', () => {
  const anyFacts = fc.record({
    transparentMode: fc.constantFrom(...MODES),
    totalKiB: fc.integer({ min: GIB, max: 512 * GIB }),
    largestKiB: fc.integer({ min: 0, max: 480 * GIB }),
    guestKiB: fc.integer({ min: 1, max: 128 * GIB }),
    pageKiB: fc.constantFrom(2_048, GIB),
    guests: fc.integer({ min: 1, max: 4 }),
    hibernates: fc.boolean(),
    runsEvenly: fc.boolean(),
  });
  const strength = (facts: NeedFacts) => FROM_WEAK_TO_STRONG.indexOf(needVerdict(facts).kind);

  it('gives at least one reason for and one against, none of them twice', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const keys = keysOf(facts);
        expect(keys.for).not.toEqual([]);
        expect(keys.against).not.toEqual([]);
        expect(new Set(keys.for).size).toBe(keys.for.length);
        expect(new Set(keys.against).size).toBe(keys.against.length);
      }),
    );
  });

  it('is never weaker for transparent huge pages being off, or for a VM that must run evenly', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(strength({ ...facts, transparentMode: 'never' })).toBeGreaterThanOrEqual(strength(facts));
        expect(strength({ ...facts, runsEvenly: true })).toBeGreaterThanOrEqual(strength(facts));
      }),
    );
  });

  it('is never stronger for hibernation', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(strength({ ...facts, hibernates: true })).toBeLessThanOrEqual(strength(facts));
      }),
    );
  });

  it('says that it does not fit exactly where it does not', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { kind, poolKiB } = needVerdict(facts);
        expect(kind === 'does-not-fit').toBe(poolKiB > facts.largestKiB);
      }),
    );
  });
});

describe('the share of the machine’s memory', () => {
  it('is what the pool takes, and never more than all of it', () => {
    expect(needVerdict(usual).poolShare).toBeCloseTo((4 * GIB) / TOTAL_KIB);
    expect(needVerdict({ ...usual, guests: 4, guestKiB: 16 * GIB }).poolShare).toBe(1);
  });
});

describe('needFacts', () => {
  const answers = { guestKiB: 4 * GIB, pageKiB: 2_048, guests: 2, hibernates: true, runsEvenly: false };

  it('takes mode and memory from the machine and the rest from the person', () => {
    expect(needFacts(desktop({ transparent: { mode: 'always' } }), answers)).toEqual({
      ...answers,
      transparentMode: 'always',
      totalKiB: TOTAL_KIB,
      largestKiB: 14_264_320,
    });
  });

  it('has none where the machine does not say how much memory it has', () => {
    expect(needFacts(desktop({ memory: { totalKiB: null } }), answers)).toBeNull();
  });
});
