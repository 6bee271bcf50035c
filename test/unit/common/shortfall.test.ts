import { describe, expect, it } from 'vitest';
import type { RunReport } from '../../../common/outcome';
import { USUAL_WISHES } from '../../../common/plan-request';
import { parseRunReport } from '../../../common/run-report';
import { helpWords, shortfallOf, shortfallWords } from '../../../common/shortfall';
import { translatorFor } from '../../../common/text/translator';
import { desktop, withFacts } from '../../fakes/host';
import { GIB, planFor } from '../../fakes/plan';
import { SHORT } from '../../fakes/run-lines';
import { SHORTFALL } from '../../fakes/shortfall';

const plan = planFor(desktop());
const report: RunReport = parseRunReport(SHORT).report;
const { say } = translatorFor('en');

describe('shortfallOf', () => {
  it('takes a report that does not say why as fragmented memory', () => {
    expect(shortfallOf(plan, report, desktop()).why).toBe('fragmented');
    expect(shortfallOf(plan, { ...report, shortBy: 'reserve' }, desktop()).why).toBe('reserve');
  });
  it('counts what is left in pieces that hold such a page', () => {
    // Orders 0 to 10: 100 blocks of 4 KiB, three of 2 MiB and two of 4 MiB.
    const freeBlocks = [100, 0, 0, 0, 0, 0, 0, 0, 0, 3, 2];
    const after = withFacts(desktop(), { memory: { freeBlocks, availableKiB: GIB } });
    expect(shortfallOf(plan, report, after)).toMatchObject({ availableKiB: GIB, largeKiB: 14 * 1_024 });
    const silent = withFacts(desktop(), { memory: { freeBlocks: null } });
    expect(shortfallOf(plan, report, silent).largeKiB).toBeNull();
  });
  it('offers to empty caches, unless that was allowed already', () => {
    const kinds = (of: typeof plan): readonly string[] =>
      shortfallOf(of, report, desktop()).helps.map(({ kind }) => kind);
    expect(kinds(plan)).toEqual(['drop-caches', 'close-programs', 'restart']);
    const leave = planFor(desktop(), { wishes: { ...USUAL_WISHES, mayDropCaches: true } });
    expect(kinds(leave)).toEqual(['close-programs', 'restart']);
  });
  it('names the boot parameters where nothing else would ask for the pages at boot', () => {
    const { helps } = shortfallOf(planFor(desktop(), { isPersistent: false }), report, desktop());
    expect(helps.at(-1)).toEqual({ kind: 'boot-parameters', parameters: 'hugepagesz=2M hugepages=2050' });
  });
  it('does not send a person who has had enough to the memory', () => {
    const { helps } = shortfallOf(plan, { ...report, shortBy: 'cancelled' }, desktop());
    expect(helps).toEqual([{ kind: 'apply-again' }]);
  });
  it('offers a smaller VM where the host has no more to give', () => {
    const { helps } = shortfallOf(plan, { ...report, shortBy: 'reserve' }, desktop());
    expect(helps.map(({ kind }) => kind)).toEqual(['close-programs', 'smaller-vm']);
  });
});

describe('shortfallWords and helpWords', () => {
  it('tell the figures where there are some', () => {
    expect(say(shortfallWords(SHORTFALL))).toContain('12 GiB, but only 8 MiB');
    expect(say(shortfallWords({ ...SHORTFALL, largeKiB: null }))).toContain('not free in large enough pieces');
    expect(say(shortfallWords({ ...SHORTFALL, why: 'reserve' }))).toContain('reserve of 2 GiB');
    expect(say(shortfallWords({ ...SHORTFALL, why: 'cancelled' }))).toContain('enough');
  });
  it('name what is to be typed', () => {
    expect(say(helpWords({ kind: 'boot-parameters', parameters: 'hugepages=7' }))).toContain('hugepages=7');
    expect(say(helpWords({ kind: 'drop-caches' }))).toContain('--drop-caches');
  });
});
