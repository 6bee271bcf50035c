import { describe, expect, it } from 'vitest';
import { renderRootScript } from '../../../common/root-script';
import { ShownPlans } from '../../../main/plans';
import { desktop } from '../../fakes/host';
import { PLAN_ID, planFor, request } from '../../fakes/plan';
import { scriptEdit } from '../../fakes/script-edit';

const id = (number: number): string => `20261123T101500Z-${number.toString(16).padStart(8, '0')}`;

describe('ShownPlans', () => {
  it('shows a plan with the whole text that will run, and finds both again', () => {
    const shown = new ShownPlans();
    const plan = planFor(desktop());
    const rootText = renderRootScript(plan);
    expect(shown.preview(desktop(), [], request(), PLAN_ID, null)).toEqual({ kind: 'plan', plan, rootText });
    expect(shown.find(PLAN_ID)).toEqual({ plan, rootText });
  });
  it('shows the patch of a start script as a step of the plan, and in its text', () => {
    const shown = new ShownPlans();
    const edit = scriptEdit();
    const preview = shown.preview(desktop(), [], request(), PLAN_ID, edit);
    expect(preview).toMatchObject({ kind: 'plan', plan: planFor(desktop(), {}, [], edit) });
    expect(preview.rootText).toContain(edit.newSha256);
    expect(shown.find(PLAN_ID)?.rootText).toBe(preview.rootText);
  });
  it('has no text for a refusal, and remembers none', () => {
    const shown = new ShownPlans();
    const preview = shown.preview(desktop(), [], request({ guestKiB: 0 }), PLAN_ID, null);
    expect(preview).toMatchObject({ kind: 'refused', rootText: '', refusals: [{ id: 'guest-too-small' }] });
    expect(shown.find(PLAN_ID)).toBeUndefined();
  });
  it('does not know a plan that was never shown, nor another window’s', () => {
    const shown = new ShownPlans();
    new ShownPlans().preview(desktop(), [], request(), PLAN_ID, null);
    expect(shown.find(PLAN_ID)).toBeUndefined();
    expect(shown.find('constructor')).toBeUndefined();
  });
  it('remembers the fifty newest', () => {
    const shown = new ShownPlans();
    for (let number = 0; number < 51; number += 1) shown.preview(desktop(), [], request(), id(number), null);
    expect(shown.find(id(0))).toBeUndefined();
    expect(shown.find(id(1))?.plan.id).toBe(id(1));
    expect(shown.find(id(50))?.plan.id).toBe(id(50));
  });
});
