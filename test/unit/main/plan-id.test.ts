import { describe, expect, it } from 'vitest';
import { isPlanId } from '../../../common/names';
import { newPlanId } from '../../../main/plan-id';

describe('newPlanId', () => {
  it('starts with the time in UTC and may stand in root text', () => {
    const id = newPlanId(new Date('2026-11-23T10:15:00.999Z'));
    expect(id).toMatch(/^20261123T101500Z-[0-9a-f]{8}$/);
    expect(isPlanId(id)).toBe(true);
  });
  it('sorts by time', () => {
    const early = newPlanId(new Date('2026-11-23T09:59:59Z'));
    const late = newPlanId(new Date('2026-11-23T10:00:00Z'));
    expect([late, early].sort()).toEqual([early, late]);
  });
  it('does not repeat within a second', () => {
    const now = new Date('2026-11-23T10:15:00Z');
    expect(new Set(Array.from({ length: 200 }, () => newPlanId(now))).size).toBe(200);
  });
});
