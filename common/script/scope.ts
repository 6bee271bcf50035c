import { choice, isSamePiece, looseWord, unknown, type UnknownCause, type Value, type Word } from './pieces';

/** What a variable holds. */
export type Binding =
  { readonly kind: 'text'; readonly value: Value } | { readonly kind: 'list'; readonly words: readonly Word[] };

interface Entry {
  readonly binding: Binding;
  /** How many disturbances there had been when it was set: a later one may have set it anew. */
  readonly age: number;
}

/** Something that may have set any variable: a file that was read in, or a text that was not known. */
interface Disturbance {
  readonly count: number;
  readonly cause: UnknownCause;
}

/** The variables at one point of the script. A branch works on a fork, which is joined to its parent afterwards. */
export class Scope {
  private readonly own = new Map<string, Entry>();
  private disturbed: Disturbance;
  /** The arguments that `$1` and `$@` speak of; null where they come from outside. */
  positional: readonly Word[] | null;
  /** They are those of a function's call, not of `set --`. */
  isCall: boolean;
  /** This way through the script has ended, by exit, return or exec. */
  hasEnded = false;

  constructor(private readonly parent: Scope | null = null) {
    this.disturbed = parent?.disturbed ?? { count: 0, cause: 'outside' };
    this.positional = parent?.positional ?? null;
    this.isCall = parent?.isCall ?? false;
  }

  fork(): Scope {
    return new Scope(this);
  }

  /** Undefined where the script never sets it. */
  get(name: string): Binding | undefined {
    const entry = this.entry(name);
    if (entry === undefined || entry.age === this.disturbed.count) return entry?.binding;
    const { binding } = entry;
    const other = unknown(this.disturbed.cause);
    if (binding.kind === 'text') return { kind: 'text', value: [choice([binding.value, [other]])] };
    return { kind: 'list', words: [...binding.words, { ...looseWord([other], true), isCertain: false }] };
  }

  set(name: string, binding: Binding): void {
    const isTooMuch = binding.kind === 'text' ? binding.value.length > MOST_PIECES : binding.words.length > MOST_PIECES;
    this.own.set(name, { binding: isTooMuch ? TOO_MUCH : binding, age: this.disturbed.count });
  }

  /** What a name holds right now, to be put back with `restore`. */
  save(name: string): Entry | undefined {
    return this.entry(name);
  }

  restore(name: string, saved: Entry | undefined): void {
    if (saved !== undefined) this.own.set(name, saved);
    else this.set(name, { kind: 'text', value: OUTSIDE });
  }

  /** The variables as a program that is started sees them: those that were exported. */
  child(exported: ReadonlySet<string>): Scope {
    const scope = new Scope();
    for (const name of exported) {
      const binding = this.get(name);
      if (binding !== undefined) scope.set(name, binding);
    }
    return scope;
  }

  /** This way as it is now, as a branch of `base`. */
  branchOf(base: Scope): Scope {
    const branch = new Scope(base.parent);
    for (const { own } of this.chainTo(base)) for (const [name, entry] of own) branch.own.set(name, entry);
    branch.disturbed = this.disturbed;
    branch.positional = this.positional;
    branch.isCall = this.isCall;
    return branch;
  }

  /** The words of a list; of a plain variable, the one that it is. */
  listOf(name: string): readonly Word[] {
    return wordsOf(this.get(name));
  }

  setList(name: string, words: readonly Word[]): void {
    this.set(name, { kind: 'list', words });
  }

  /** The text of a plain variable; of a list, its first word. */
  textOf(name: string): Value {
    const binding = this.get(name);
    if (binding === undefined) return OUTSIDE;
    return binding.kind === 'text' ? binding.value : (binding.words[0]?.pieces ?? []);
  }

  /** From here on any variable may have been set by something that is not followed. */
  disturb(cause: UnknownCause): void {
    this.disturbed = { count: this.disturbed.count + 1, cause };
  }

  /** Why a variable that the script does not set is not known. */
  get causeOfOthers(): UnknownCause {
    return this.disturbed.cause;
  }

  /** Goes on after branches of which one is taken; `mayBeNone` where perhaps none is. */
  join(branches: readonly Scope[], mayBeNone: boolean): void {
    const alive = branches.filter(({ hasEnded }) => !hasEnded);
    this.hasEnded ||= alive.length === 0 && branches.length > 0 && !mayBeNone;
    const ways = mayBeNone ? [this, ...alive] : alive;
    for (const { disturbed } of alive) if (disturbed.count > this.disturbed.count) this.disturbed = disturbed;
    // One that left early does not know what was set after that.
    const hasLeft = alive.some(({ parent }) => parent !== this);
    for (const name of new Set([...alive, ...(hasLeft ? [this] : [])].flatMap(({ own }) => [...own.keys()]))) {
      const entries = ways.map((way) => way.entry(name));
      const bindings = entries.map((entry) => entry?.binding);
      const age = entries.reduce((oldest, entry) => Math.min(oldest, entry?.age ?? Infinity), this.disturbed.count);
      this.own.set(name, { binding: bindings.reduce(joined) ?? { kind: 'text', value: OUTSIDE }, age });
    }
    const [first, ...others] = ways.map(({ positional }) => positional);
    if (first !== undefined) this.positional = others.reduce((one, other) => joinedWords(one, other), first);
  }

  /** The scopes from `base` down to this one. */
  private chainTo(base: Scope): readonly Scope[] {
    const above = this.parent === null || this.own === base.own ? [] : this.parent.chainTo(base);
    return [...above, this];
  }

  private entry(name: string): Entry | undefined {
    return this.own.get(name) ?? this.parent?.entry(name);
  }
}

/** A variable that holds more is followed no further. */
const MOST_PIECES = 1_000;
const TOO_MUCH: Binding = { kind: 'text', value: [unknown('computed')] };

/** What a variable holds that the script has not set: whatever the environment says. */
const OUTSIDE: Value = [unknown('outside')];

function joined(one: Binding | undefined, other: Binding | undefined): Binding | undefined {
  if (one === other) return one;
  if (one?.kind === 'list' || other?.kind === 'list') {
    return { kind: 'list', words: joinedWords(wordsOf(one), wordsOf(other)) ?? [] };
  }
  return { kind: 'text', value: joinedValue(one?.value ?? OUTSIDE, other?.value ?? OUTSIDE) };
}

function wordsOf(binding: Binding | undefined): readonly Word[] {
  if (binding === undefined) return [];
  if (binding.kind === 'list') return binding.words;
  return binding.value.length === 0 ? [] : [looseWord(binding.value, false)];
}

function joinedWords(one: readonly Word[] | null, other: readonly Word[] | null): readonly Word[] | null {
  if (one === other || one === null || other === null) return one === other ? one : null;
  const same = commonLength(one, other, isSameWord);
  const perhaps = [...one.slice(same), ...other.slice(same)].map((word) => ({ ...word, isCertain: false }));
  return [...one.slice(0, same), ...perhaps];
}

function joinedValue(one: Value, other: Value): Value {
  const same = commonLength(one, other, isSamePiece);
  if (same === one.length && same === other.length) return one;
  return [...one.slice(0, same), choice([one.slice(same), other.slice(same)])];
}

function commonLength<Item>(
  one: readonly Item[],
  other: readonly Item[],
  isSame: (first: Item, second: Item) => boolean,
): number {
  const differs = one.findIndex((item, index) => {
    const second = other[index];
    return second === undefined || !isSame(item, second);
  });
  return differs === -1 ? one.length : differs;
}

function isSameWord(one: Word, other: Word): boolean {
  if (one === other) return true;
  return (
    one.pieces.length === other.pieces.length &&
    commonLength(one.pieces, other.pieces, isSamePiece) === one.pieces.length
  );
}
