import { describe, expect, it } from 'vitest';
import { stepsAfter, stepsBefore, type HowToStep } from '../../../common/how-to';
import { makePlan } from '../../../common/make-plan';
import type { PlanRequest } from '../../../common/plan-request';
import type { HostSnapshot } from '../../../common/snapshot';
import { translatorFor } from '../../../common/text/translator';
import { desktop, withMount, withPool } from '../../fakes/host';
import { GIB, MIB, PLAN_ID, planFor, request } from '../../fakes/plan';
import { PATCH } from '../../fakes/script';

const { say } = translatorFor('en');

function told(steps: readonly HowToStep[]): readonly (readonly string[])[] {
  return steps.map(({ id, words, byHand }) => [id, say(words), typeof byHand === 'string' ? byHand : say(byHand)]);
}

function before(host: HostSnapshot, asked: Partial<PlanRequest> = {}): readonly (readonly string[])[] {
  return told(stepsBefore(host, planFor(host, asked)));
}

function figureFor(asked: Partial<PlanRequest>): string | undefined {
  return before(desktop(), asked).find(([id]) => id === 'pages')?.[2];
}

describe('stepsBefore', () => {
  it('tells what the how-to reads and chooses, with the command or sum and what came of it', () => {
    expect(before(desktop())).toEqual([
      ['kernel', 'It can: hugetlbfs is there.', 'grep hugetlbfs /proc/filesystems'],
      ['mount', '/dev/hugepages is not there yet; the plan makes it.', 'ls -d /dev/hugepages'],
      ['counters', 'Total 0, free 0, promised 0, surplus 0.', 'grep HugePages /proc/meminfo'],
      ['pages', '2,050 pages for this VM.', '4 GiB ÷ 2 MiB = 2,048, taken as 2,050'],
    ]);
  });

  it('reads the pool and the folder of another page size, which /proc/meminfo does not show', () => {
    const host = withPool(desktop(), GIB, { persistentPages: 2, freePages: 1 });
    const steps = before(host, { pageKiB: GIB });
    expect(steps[1]?.[2]).toBe('ls -d /dev/hugepages1G');
    expect(steps[2]).toEqual([
      'counters',
      'Total 2, free 1, promised 0, surplus 0.',
      'grep . /sys/kernel/mm/hugepages/hugepages-1048576kB/*_hugepages',
    ]);
  });

  it('tells a mount from a plain directory', () => {
    expect(before(withMount(desktop()))[1]?.[1]).toBe('Huge pages are mounted on /dev/hugepages.');
    expect(before(withMount(desktop(), { isHugetlbfs: false, pageKiB: null }))[1]?.[1]).toBe(
      '/dev/hugepages is there, but huge pages are not mounted on it yet; the plan does that.',
    );
  });

  it.each([
    ['4 GiB ÷ 2 MiB = 2,048', { sizing: { kind: 'exact' } }],
    ['4 GiB ÷ 2 MiB = 2,048, taken as 2,050', {}],
    ['4 GiB ÷ 2 MiB = 2,048, taken as 3,000', { sizing: { kind: 'pages', pages: 3_000 } }],
    ['2 × 4 GiB ÷ 2 MiB = 4,096', { sizing: { kind: 'double' } }],
    ['513 MiB ÷ 2 MiB = 256.5, taken as 257', { guestKiB: 513 * MIB, sizing: { kind: 'exact' } }],
    ['2 × 2,049 KiB ÷ 2 MiB = 2.000977, taken as 3', { guestKiB: 2_049, sizing: { kind: 'double' } }],
  ] as const)('shows the sum: %s', (figure, asked) => {
    expect(figureFor(asked)).toBe(figure);
  });
});

describe('stepsAfter', () => {
  it('leaves the VM’s start and a look at the pool', () => {
    const host = desktop();
    expect(told(stepsAfter(host, planFor(host))).map(([id, , byHand]) => [id, byHand])).toEqual([
      ['start', '-mem-path /dev/hugepages'],
      ['verify', 'grep HugePages /proc/meminfo'],
    ]);
  });

  it('leaves the start out where the plan itself patches the script', () => {
    const host = desktop();
    const result = makePlan(host, [], request(), PLAN_ID, PATCH.edit);
    if (result.kind === 'refused') throw new Error('the desktop has a plan');
    expect(stepsAfter(host, result.plan).map(({ id }) => id)).toEqual(['verify']);
  });
});
