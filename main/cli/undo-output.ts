import { message } from '../../common/message';
import type { UndoCheck } from '../../common/undo/judge-undo';
import type { UndoPlan, UndoStep } from '../../common/undo/undo-plan';
import { checkWords, undoReason, undoTitle } from '../../common/undo/undo-words';
import type { CommandContext } from './context';
import type { Paint } from './terminal-text';

const STATE_STYLE: Readonly<Record<UndoStep['state'], Parameters<Paint>[0]>> = {
  todo: 'bold',
  already: 'green',
  'left-out': 'yellow',
};

/** The steps of an undo for people, each with its state and why. */
export function undoLines({ paint, translator: { say } }: CommandContext, plan: UndoPlan): readonly string[] {
  return plan.steps.flatMap((step, index) => {
    const reason = undoReason(step);
    const state = paint(STATE_STYLE[step.state], `[${say(message(`undo.state.${step.state}`))}]`);
    const title = `${String(index + 1)}. ${say(undoTitle(step))} ${state}`;
    return reason === null ? [title] : [title, `   ${paint('dim', say(reason))}`];
  });
}

/** The comparison with the machine as it was, a line each. */
export function checkLines({ paint, translator: { say } }: CommandContext, checks: readonly UndoCheck[]): string[] {
  return checks.map(
    (check) => `${check.isAsBefore ? paint('green', '✓') : paint('red', '✗')} ${say(checkWords(check))}`,
  );
}

/** An undo for programs: its own fields, with the sentences in the chosen language. */
export function undoInJson({ translator: { say } }: CommandContext, plan: UndoPlan): Readonly<Record<string, unknown>> {
  return {
    ...plan,
    steps: plan.steps.map((step) => {
      const reason = undoReason(step);
      return { ...step, reason: reason === null ? null : say(reason), title: say(undoTitle(step)) };
    }),
  };
}

export function checksInJson(
  { translator: { say } }: CommandContext,
  checks: readonly UndoCheck[],
): readonly Readonly<Record<string, unknown>>[] {
  return checks.map((check) => ({
    resource: check.step.resource,
    isAsBefore: check.isAsBefore,
    text: say(checkWords(check)),
  }));
}
