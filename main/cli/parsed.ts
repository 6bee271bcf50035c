import type { Message } from '../../common/message';
import { type CliError, usageError } from './cli-error';

/** What an option says, or what is wrong with it. */
export type Parsed<Value> =
  { readonly kind: 'value'; readonly value: Value } | { readonly kind: 'error'; readonly error: CliError };

export function value<Value>(of: Value): Parsed<Value> {
  return { kind: 'value', value: of };
}

export function wrong(id: string, text: Message): Parsed<never> {
  return { kind: 'error', error: usageError(id, text) };
}
