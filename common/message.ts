import type { MessageKey, ValueName } from './text/catalogue';

/** One thing to tell a person: a catalogue key and what fills its gaps. The language is chosen at the edge. */
export interface Message {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, string | number>>;
}

type ValuesFor<Key extends MessageKey> = [ValueName<Key>] extends [never]
  ? []
  : [values: Readonly<Record<ValueName<Key>, string | number>>];

/** A message whose key exists and whose gaps are all filled; the compiler checks both. */
export function message<Key extends MessageKey>(key: Key, ...values: ValuesFor<Key>): Message {
  return { key, values: values[0] ?? {} };
}
