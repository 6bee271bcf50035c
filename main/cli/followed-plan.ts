import type { Plan } from '../../common/plan';
import { stepTitle } from '../../common/step-words';
import type { UndoPlan } from '../../common/undo/undo-plan';
import { undoTitle } from '../../common/undo/undo-words';
import type { FollowedRun } from './follow-run';

/** A plan as its run is followed: what it has to do, in the order of the root text. */
export function followedPlan({ id, steps }: Plan): FollowedRun {
  const todo = steps.filter(({ state }) => state === 'todo');
  return { id, steps: todo.map((step) => ({ kind: step.kind, title: stepTitle(step), toPages: pagesOf(step) })) };
}

/** The same of an undo. */
export function followedUndo({ id, steps }: UndoPlan): FollowedRun {
  const todo = steps.filter(({ state }) => state === 'todo');
  return { id, steps: todo.map((step) => ({ kind: step.kind, title: undoTitle(step), toPages: pagesOf(step) })) };
}

function pagesOf(step: { readonly kind: string; readonly toPages?: number }): number | null {
  return step.kind === 'pool' ? (step.toPages ?? null) : null;
}
