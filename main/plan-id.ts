import { randomBytes } from 'node:crypto';
import type { PlanId } from '../common/plan';

/** A new plan's name, e.g. `20261123T101500Z-1f6a09c2`: sorts by time and never repeats. */
export function newPlanId(now: Date): PlanId {
  const stamp = now.toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');
  return `${stamp}-${randomBytes(4).toString('hex')}`;
}
