import { message } from '../../common/message';
import { KEEP_OR_UNDO, type KeepOrUndo, type RunWishes, USUAL_WISHES } from '../../common/plan-request';
import type { GivenOptions } from './parse-command-line';
import { type Parsed, value, wrong } from './parsed';

/** What is to be done where the run meets an obstacle. */
export function parseWishes(options: GivenOptions): Parsed<RunWishes> {
  const onShort = parseKeepOrUndo(options, 'if-short', USUAL_WISHES.onShort);
  if (onShort.kind === 'error') return onShort;
  const onFailure = parseKeepOrUndo(options, 'if-failed', USUAL_WISHES.onFailure);
  if (onFailure.kind === 'error') return onFailure;
  return value({ onShort: onShort.value, onFailure: onFailure.value, mayDropCaches: options.has('drop-caches') });
}

function parseKeepOrUndo(options: GivenOptions, name: 'if-short' | 'if-failed', usual: KeepOrUndo): Parsed<KeepOrUndo> {
  const typed = options.text(name) ?? usual;
  const known = KEEP_OR_UNDO.find((wish) => wish === typed);
  if (known !== undefined) return value(known);
  return wrong('wish-unknown', message('cli.error.wish-unknown', { option: `--${name}`, value: typed }));
}

/** The options that differ from what is usual. */
export function wishOptions({ onShort, onFailure, mayDropCaches }: RunWishes): readonly string[] {
  return [
    ...(mayDropCaches ? ['--drop-caches'] : []),
    ...(onShort === USUAL_WISHES.onShort ? [] : [`--if-short ${onShort}`]),
    ...(onFailure === USUAL_WISHES.onFailure ? [] : [`--if-failed ${onFailure}`]),
  ];
}
