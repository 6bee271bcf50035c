import { describe, expect, it, vi } from 'vitest';
import type { Elevation } from '../../../common/outcome';
import type { HostSnapshot } from '../../../common/snapshot';
import { applyPlan } from '../../../main/apply';
import { desktop, desktopWithPool } from '../../fakes/host';
import { planFor } from '../../fakes/plan';
import { APPLIED } from '../../fakes/run-lines';

const elevateNow = vi.hoisted(() => vi.fn());
const readHostNow = vi.hoisted(() => vi.fn());
vi.mock('../../../main/elevate', () => ({ elevate: elevateNow }));
vi.mock('../../../main/kernel', () => ({ readHost: readHostNow }));

const request = { plan: planFor(desktop()), rootText: 'the shown text' };
const GRANTED: Elevation = { kind: 'granted', exitCode: 0, stdout: APPLIED, stderr: '' };

/** The machine before and after, in the order in which it is read. */
function effects(
  elevation: Elevation,
  ...readings: readonly HostSnapshot[]
): { calls: string[]; effects: Parameters<typeof applyPlan>[1] } {
  const calls: string[] = [];
  const left = [...readings];
  return {
    calls,
    effects: {
      readHost: () => {
        calls.push('read');
        const next = left.shift();
        if (next === undefined) throw new Error('nobody expected another reading');
        return next;
      },
      elevate: (rootText, host) => {
        calls.push(`elevate ${rootText} on ${String(host.pools[0]?.totalPages)} pages`);
        return Promise.resolve(elevation);
      },
      keepOriginal: ({ path }) => {
        calls.push(`keep ${path}`);
      },
    },
  };
}

describe('applyPlan', () => {
  it('asks once with the very text that was shown, and judges by the machine read afterwards', async () => {
    const { calls, effects: given } = effects(GRANTED, desktop(), desktopWithPool(2_050));
    expect(await applyPlan(request, given)).toMatchObject({ kind: 'applied' });
    expect(calls).toEqual(['read', 'elevate the shown text on 0 pages', 'read']);
  });
  it('does not believe the text over the machine', async () => {
    const { effects: given } = effects(GRANTED, desktop(), desktopWithPool(1_790));
    expect(await applyPlan(request, given)).toMatchObject({
      kind: 'short',
      askedPages: 2_050,
      gotPages: 1_790,
    });
  });
  it('passes on that permission was not given', async () => {
    const { effects: given } = effects({ kind: 'declined' }, desktop(), desktop());
    expect(await applyPlan(request, given)).toEqual({ kind: 'not-elevated', elevation: { kind: 'declined' } });
  });
  it('asks the real way with what the machine says of prompts', async () => {
    const host = desktop({ user: { isRoot: true }, prompt: { hasPkexec: false } });
    readHostNow.mockReturnValue(host);
    elevateNow.mockResolvedValue({ kind: 'no-pkexec' });
    expect(await applyPlan(request)).toMatchObject({ kind: 'not-elevated' });
    expect(elevateNow.mock.calls).toEqual([['the shown text', host.prompt, true]]);
  });
});
