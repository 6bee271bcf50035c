import { type BuildStep, isOutdated, runStep } from '../../build/setup/build-steps';
import { ROOT } from '../rings/command';

/** Makes what is measured, when it is older than its sources; throws where that fails. */
export function buildIfOutdated(step: BuildStep): void {
  if (isOutdated(ROOT, step) && !runStep(ROOT, step)) throw new Error(`This failed: ${step.command.join(' ')}`);
}
