import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { StepProgress } from '../../../common/outcome';
import type { PlanRequest } from '../../../common/plan-request';
import { stepTitle } from '../../../common/step-words';
import ProgressSteps from '../../../renderer/src/widgets/ProgressSteps.svelte';
import { freshHost } from '../../fakes/machine';
import { HOW_TO_REQUEST, planOn } from '../guide-on';

function stepsOf(request: PlanRequest = HOW_TO_REQUEST) {
  return planOn(freshHost, request).steps.map((step) => ({ ...step, title: stepTitle(step) }));
}
function words(): readonly string[] {
  return screen.getAllByRole('listitem').map((row) => row.textContent.replace(/\s+/g, ' ').trim());
}

describe('ProgressSteps', () => {
  it('says what will be done before anything has begun, and leaves out what is not wanted', () => {
    render(ProgressSteps, { steps: stepsOf({ ...HOW_TO_REQUEST, isPersistent: false }), report: null });
    expect(words()).toEqual([
      'Create the group kvm already so',
      'Add user to the group kvm will be done',
      'Let the group kvm use /dev/hugepages will be done',
      'Grow the pool from 0 to 2,050 pages (4 GiB) will be done',
    ]);
  });

  it.each<[StepProgress, string]>([
    ['waiting', 'waiting'],
    ['running', 'at work'],
    ['done', 'done'],
    ['already', 'already so'],
    ['failed', 'failed'],
    ['undone', 'undone'],
    ['undo-failed', 'could not be undone'],
  ])('says %s in a word', (progress, word) => {
    const report = {
      planId: null,
      steps: [{ kind: 'mount', progress } as const],
      end: null,
      failure: null,
      gotPages: null,
      shortBy: null,
      phase: null,
    };
    render(ProgressSteps, { steps: stepsOf(), report });
    expect(words()[2]).toBe(`Let the group kvm use /dev/hugepages ${word}`);
  });

  it('marks the step that failed, although it was undone like those before it', () => {
    const steps = [{ kind: 'mount', progress: 'undone' } as const, { kind: 'membership', progress: 'undone' } as const];
    const failure = { step: 'mount', reason: 'not-effective', detail: '' } as const;
    const report = { planId: null, steps, end: 'failed', failure, gotPages: null, shortBy: null, phase: null } as const;
    render(ProgressSteps, { steps: stepsOf(), report });
    expect(words()[1]).toBe('Add user to the group kvm undone');
    expect(words()[2]).toBe('Let the group kvm use /dev/hugepages failed');
  });
});
