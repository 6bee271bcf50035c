import type { Finding } from './finding';
import { message, type Message } from './message';
import type { Outcome } from './outcome';
import type { Plan, PlanResult } from './plan';
import type { HostSnapshot } from './snapshot';

/** The screens of the guide, in order. */
export const STEP_IDS = ['understand', 'check', 'size', 'review', 'apply', 'script', 'verify'] as const;
export type StepId = (typeof STEP_IDS)[number];

/** The pages of the window: the guide with its steps, and what stands beside it. */
export const PAGE_IDS = ['guide', 'history'] as const;
export type PageId = (typeof PAGE_IDS)[number];

/** What is known so far; it alone decides which screens are open. */
export interface GuideFacts {
  readonly snapshot: HostSnapshot | null;
  readonly findings: readonly Finding[];
  /** For what is entered on Size now; null while that is no valid request. */
  readonly plan: PlanResult | null;
  /** This very plan has been on screen in Review. */
  readonly isReviewed: boolean;
  /** What applying the present request came to; null before that. */
  readonly outcome: Outcome | null;
}

export type Entry = { readonly kind: 'allowed' } | { readonly kind: 'blocked'; readonly why: Message };

const ALLOWED: Entry = { kind: 'allowed' };

function blocked(why: Message): Entry {
  return { kind: 'blocked', why };
}

/** The machine is already as the plan wants it: root has nothing to do. */
export function isNothingToDo(plan: Plan): boolean {
  return plan.steps.every(({ state }) => state !== 'todo');
}

function canEnterSize({ snapshot, findings }: GuideFacts): Entry {
  if (snapshot === null) return blocked(message('guide.blocked.not-read'));
  const count = findings.filter(({ light }) => light === 'problem').length;
  return count > 0 ? blocked(message('guide.blocked.problems', { count })) : ALLOWED;
}

function canEnterReview(facts: GuideFacts): Entry {
  const size = canEnterSize(facts);
  if (size.kind === 'blocked') return size;
  return facts.plan === null ? blocked(message('guide.blocked.no-size')) : ALLOWED;
}

function canEnterApply(facts: GuideFacts): Entry {
  const review = canEnterReview(facts);
  if (review.kind === 'blocked' || facts.plan === null) return review;
  if (facts.outcome !== null) return ALLOWED;
  if (facts.plan.kind === 'refused') return blocked(message('guide.blocked.refused'));
  if (isNothingToDo(facts.plan.plan)) return blocked(message('guide.blocked.nothing-to-do'));
  return facts.isReviewed ? ALLOWED : blocked(message('guide.blocked.not-reviewed'));
}

/** What needs no more than the machine's facts: also a script can be patched at any time. */
function canEnterOnceRead({ snapshot }: GuideFacts): Entry {
  return snapshot === null ? blocked(message('guide.blocked.not-read')) : ALLOWED;
}

function canEnterVerify({ snapshot, plan, outcome }: GuideFacts): Entry {
  if (snapshot === null) return blocked(message('guide.blocked.not-read'));
  const hasPages = snapshot.pools.some(({ totalPages }) => totalPages > 0);
  const isApplied = outcome?.kind === 'applied' || outcome?.kind === 'short';
  if (hasPages || isApplied || (plan?.kind === 'plan' && isNothingToDo(plan.plan))) return ALLOWED;
  return blocked(message('guide.blocked.no-pages'));
}

const GUARDS: Record<StepId, (facts: GuideFacts) => Entry> = {
  understand: () => ALLOWED,
  check: canEnterOnceRead,
  size: canEnterSize,
  review: canEnterReview,
  apply: canEnterApply,
  script: canEnterOnceRead,
  verify: canEnterVerify,
};

/** May this screen be opened now? If not: what to do first, in a sentence. */
export function canEnter(step: StepId, facts: GuideFacts): Entry {
  return GUARDS[step](facts);
}

/** Where to land who left the guide at this screen: there, or where it is closed now, on the last one before any closed. */
export function landing(left: StepId, facts: GuideFacts): StepId {
  const isOpen = (step: StepId): boolean => canEnter(step, facts).kind === 'allowed';
  if (isOpen(left)) return left;
  const firstClosed = STEP_IDS.findIndex((step) => !isOpen(step));
  return STEP_IDS[firstClosed - 1] ?? 'understand';
}
