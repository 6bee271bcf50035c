import type { en } from './en';

/** Every sentence of the English catalogue, which decides the keys; the other languages must match it. */
export type EnglishText = typeof en;

type WithoutPlural<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;

/** What code may ask for: plural forms are one key, chosen by the value `count`. */
export type MessageKey = WithoutPlural<keyof EnglishText>;

/** The shape a translation must have: English keys, less the singular forms that Chinese has no use for. */
export type TranslationOf<Source extends Record<string, string>> = {
  readonly [Key in keyof Source as Key extends `${string}_one` ? never : Key]: string;
};

type NameOf<Placeholder extends string> = Placeholder extends `${infer Name},${string}` ? Name : Placeholder;
type PlaceholdersOf<Sentence extends string> = Sentence extends `${string}{{${infer Inner}}}${infer Rest}`
  ? NameOf<Inner> | PlaceholdersOf<Rest>
  : never;
type SentencesOf<Key extends MessageKey> = EnglishText[Extract<keyof EnglishText, Key | `${Key}_other`>];

/** The names a sentence leaves open: `{{pages, number}}` → `pages`. */
export type ValueName<Key extends MessageKey> = PlaceholdersOf<SentencesOf<Key>>;
