import { message } from '../../common/message';
import { EXIT } from './commands';
import { type CommandContext, printJson, printLines, reportError } from './context';
import { usageError } from './cli-error';
import { planInJson, planInLines } from './plan-output';
import { requestOptions } from './plan-request';
import { preparePlan } from './prepare-plan';

/** `plan`: what would be done, or every reason why not. Changes nothing. */
export async function runPlan(context: CommandContext): Promise<number> {
  const { io, options, translator } = context;
  if (options.has('script') && options.has('json')) {
    return reportError(context, usageError('script-and-json', message('cli.error.script-and-json')));
  }
  const prepared = await preparePlan(context);
  if (prepared.kind === 'none') return prepared.exitCode;
  const { plan, rootText } = prepared;
  if (options.has('script')) {
    io.out(rootText);
  } else if (options.has('json')) {
    printJson(context, { plan: planInJson(context, plan), rootText });
  } else {
    printLines(context, [
      ...planInLines(context, plan),
      '',
      translator.say(message('cli.plan.unchanged', { options: requestOptions(plan) })),
    ]);
  }
  return EXIT.done;
}
