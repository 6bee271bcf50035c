import { describe, expect, it } from 'vitest';
import { canEnter, isNothingToDo, landing, STEP_IDS, type GuideFacts, type StepId } from '../../../common/guide';
import { makePlan } from '../../../common/make-plan';
import type { Outcome } from '../../../common/outcome';
import type { Plan, PlanResult } from '../../../common/plan';
import { message } from '../../../common/message';
import { freshHost, howToHost } from '../../fakes/machine';
import { USUAL_WISHES } from '../../../common/plan-request';

const REQUEST = {
  guestKiB: 4_194_304,
  pageKiB: 2_048,
  sizing: { kind: 'a-little-above' },
  isPersistent: true,
  givesBack: false,
  guestPids: [],
  wishes: USUAL_WISHES,
} as const;
const PLAN = makePlan(freshHost, [], REQUEST, 'preview');
const REFUSED: PlanResult = {
  kind: 'refused',
  refusals: [{ id: 'not-linux', text: message('refusal.memory-unknown') }],
};
const NOTHING: GuideFacts = { snapshot: null, findings: [], plan: null, isReviewed: false, outcome: null };
const READ: GuideFacts = { ...NOTHING, snapshot: freshHost };
const REVIEWED: GuideFacts = { ...READ, plan: PLAN, isReviewed: true };
const PROBLEM = { id: 'kernel', light: 'problem', sentence: message('finding.cpu.unknown'), evidence: [] } as const;
const REPORT = {
  planId: 'preview',
  steps: [],
  end: 'applied',
  failure: null,
  gotPages: 2_050,
  shortBy: null,
  phase: null,
} as const;
const APPLIED: Outcome = { kind: 'applied', report: REPORT, needsLogin: false };

function allowed(facts: GuideFacts): readonly StepId[] {
  return STEP_IDS.filter((step) => canEnter(step, facts).kind === 'allowed');
}
function whyNot(step: StepId, facts: GuideFacts): string | null {
  const entry = canEnter(step, facts);
  return entry.kind === 'blocked' ? entry.why.key : null;
}
function alreadySo(plan: Plan): Plan {
  return { ...plan, steps: plan.steps.map((step) => ({ ...step, state: 'already' })) };
}

describe('canEnter', () => {
  it('keeps the seven screens in the order of the guide', () => {
    expect(STEP_IDS).toEqual(['understand', 'check', 'size', 'review', 'apply', 'script', 'verify']);
  });

  it('opens only Understand before the machine has been read, and says so for the others', () => {
    expect(allowed(NOTHING)).toEqual(['understand']);
    expect(STEP_IDS.slice(1).map((step) => whyNot(step, NOTHING))).toEqual(Array(6).fill('guide.blocked.not-read'));
  });

  it('opens Check, Size and the start script once the machine has been read', () => {
    expect(allowed(READ)).toEqual(['understand', 'check', 'size', 'script']);
    expect(whyNot('review', READ)).toBe('guide.blocked.no-size');
  });

  it('stops before Size when Check found a problem, and says how many', () => {
    const facts = { ...REVIEWED, findings: [PROBLEM, PROBLEM] };
    expect(allowed(facts)).toEqual(['understand', 'check', 'script']);
    expect(canEnter('size', facts)).toEqual({ kind: 'blocked', why: message('guide.blocked.problems', { count: 2 }) });
  });

  it('lets warnings and hints pass', () => {
    const findings = [{ ...PROBLEM, light: 'warning' } as const, { ...PROBLEM, light: 'hint' } as const];
    expect(canEnter('size', { ...READ, findings }).kind).toBe('allowed');
  });

  it('opens Review for a refused plan too, because that is where the reasons stand', () => {
    const facts = { ...READ, plan: REFUSED };
    expect(canEnter('review', facts).kind).toBe('allowed');
    expect(whyNot('apply', facts)).toBe('guide.blocked.refused');
  });

  it('opens Apply only for a plan that was on screen in Review', () => {
    expect(whyNot('apply', { ...REVIEWED, isReviewed: false })).toBe('guide.blocked.not-reviewed');
    expect(canEnter('apply', REVIEWED).kind).toBe('allowed');
  });

  it('does not ask for a password where there is nothing to do, and opens Verify instead', () => {
    if (PLAN.kind !== 'plan') throw new Error('the fresh machine has a plan');
    const facts: GuideFacts = { ...REVIEWED, plan: { kind: 'plan', plan: alreadySo(PLAN.plan) } };
    expect(whyNot('apply', facts)).toBe('guide.blocked.nothing-to-do');
    expect(canEnter('verify', facts).kind).toBe('allowed');
  });

  it('keeps Apply open for reading the outcome', () => {
    expect(canEnter('apply', { ...REVIEWED, isReviewed: false, outcome: APPLIED }).kind).toBe('allowed');
  });

  it('opens Verify once pages are there or a plan was applied, and not before', () => {
    expect(whyNot('verify', REVIEWED)).toBe('guide.blocked.no-pages');
    expect(canEnter('verify', { ...REVIEWED, outcome: APPLIED }).kind).toBe('allowed');
    expect(canEnter('verify', { ...NOTHING, snapshot: howToHost }).kind).toBe('allowed');
    expect(whyNot('verify', { ...REVIEWED, outcome: { kind: 'busy' } })).toBe('guide.blocked.no-pages');
  });
});

describe('landing', () => {
  it('is the screen that was left, where that is open', () => {
    expect(landing('size', READ)).toBe('size');
    expect(landing('script', READ)).toBe('script');
  });

  it('is the last screen before any that is closed, otherwise', () => {
    expect(landing('verify', { ...REVIEWED, isReviewed: false })).toBe('review');
    expect(landing('review', READ)).toBe('size');
    expect(landing('verify', NOTHING)).toBe('understand');
  });
});

describe('isNothingToDo', () => {
  it('counts steps left out as nothing, and a single one to do as something', () => {
    if (PLAN.kind !== 'plan') throw new Error('the fresh machine has a plan');
    expect(isNothingToDo(PLAN.plan)).toBe(false);
    expect(isNothingToDo(alreadySo(PLAN.plan))).toBe(true);
  });
});
