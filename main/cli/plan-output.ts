import { message, type Message } from '../../common/message';
import { pageSizeOption } from '../../common/page-size';
import type { Note, Plan, StepOf, StepState } from '../../common/plan';
import { shellWord } from '../../common/shell-quote';
import { stepReason, stepTitle } from '../../common/step-words';
import type { CommandContext } from './context';
import type { Paint } from './terminal-text';

const STATE_STYLE: Readonly<Record<StepState, Parameters<Paint>[0]>> = {
  todo: 'bold',
  already: 'green',
  'left-out': 'dim',
};
const NOTE_STYLE: Readonly<Record<Note['severity'], Parameters<Paint>[0]>> = { hint: 'cyan', warning: 'yellow' };

/** A plan for people: the steps with why, what to know before, and what the VM's start needs afterwards. */
export function planInLines({ paint, translator: { say } }: CommandContext, plan: Plan): readonly string[] {
  const { guestKiB } = plan.request;
  const steps = plan.steps.flatMap((step, index) => [
    `${String(index + 1)}. ${say(stepTitle(step))} ${paint(STATE_STYLE[step.state], `[${say(message(`step.state.${step.state}`))}]`)}`,
    ...(step.state === 'todo' ? [`   ${paint('dim', say(stepReason(step)))}`] : []),
    ...(step.kind === 'script' ? [`   ${paint('dim', say(seePatch(step, plan)))}`] : []),
  ]);
  const notes = plan.notes.map(
    ({ severity, text }) => `${paint(NOTE_STYLE[severity], say(message(`cli.light.${severity}`)))}  ${say(text)}`,
  );
  const script = plan.steps.find((step) => step.kind === 'script');
  return [
    paint(
      'bold',
      say(message('cli.plan.title', { guestKiB, count: plan.pool.neededPages, pageKiB: plan.pool.pageKiB })),
    ),
    ...steps,
    ...(notes.length === 0 ? [] : ['', ...notes]),
    '',
    say(message('cli.plan.left-for-host', { leftKiB: plan.leftForHostKiB, reserveKiB: plan.hostReserveKiB })),
    say(
      script === undefined
        ? message('cli.plan.start-option', { option: plan.startOption })
        : message('cli.plan.start-script', { path: script.edit.path }),
    ),
  ];
}

/** The command that shows the changes line by line. */
function seePatch({ edit }: StepOf<'script'>, { request }: Plan): Message {
  const pageSize = pageSizeOption(request.pageKiB);
  return message('cli.plan.see-patch', { file: shellWord(edit.path), pageSize });
}

/** A plan for programs: its own fields, with the sentences of steps and notes in the chosen language. */
export function planInJson({ translator: { say } }: CommandContext, plan: Plan): Readonly<Record<string, unknown>> {
  return {
    ...plan,
    steps: plan.steps.map((step) => ({
      ...step,
      text: { title: say(stepTitle(step)), reason: say(stepReason(step)) },
    })),
    notes: plan.notes.map(({ id, severity, text }) => ({ id, severity, text: say(text) })),
  };
}
