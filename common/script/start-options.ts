import { memoryOption, type OptionValues, readGuestKiB } from '../qemu-command-line';
import { onlyTells, qemuOptionName, takesValue } from '../qemu-flags';
import {
  causesIn,
  GAP,
  hasDefault,
  patternOf,
  textOf,
  textsOf,
  type UnknownCause,
  type Value,
  type Word,
} from './pieces';

/** An option of a start, as far as reading tells. */
export interface StartOption {
  /** Without dashes. */
  readonly name: string;
  readonly word: Word;
  readonly value: Word | null;
  /** False where only some ways through the script give it. */
  readonly isCertain: boolean;
}

export interface StartOptions {
  readonly options: readonly StartOption[];
  /** Why words cannot be known that stand where an option may: they may say anything. */
  readonly strangers: readonly UnknownCause[];
}

/** Takes the arguments of a start apart, as QEMU does: an option's value is the next word, whatever it looks like. */
export function readStartOptions(words: readonly Word[]): StartOptions {
  const options: StartOption[] = [];
  const strangers = new Set<UnknownCause>();
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    const name = optionName(word.pieces);
    if (name === null) {
      for (const cause of strangeCauses(word.pieces)) strangers.add(cause);
      continue;
    }
    const value = takesValue(name) ? (words[index + 1] ?? null) : null;
    if (value !== null) index += 1;
    options.push({ name, word, value, isCertain: word.isCertain && value?.isCertain !== false });
  }
  return { options, strangers: [...strangers] };
}

/** Also where the option's dashes and name are known, but not whether it is given: `${DEBUG:+-s}`. */
function optionName(pieces: Value): string | null {
  const texts = textsOf(pieces) ?? [patternOf(pieces)];
  const names = texts.filter((text) => text !== '').map(qemuOptionName);
  const [name] = names;
  if (name === undefined || name === null || name.includes(GAP)) return null;
  return names.every((other) => other === name) ? name : null;
}

function strangeCauses(pieces: Value): readonly UnknownCause[] {
  const texts = textsOf(pieces);
  if (texts === null) return patternOf(pieces).startsWith(GAP) ? causesIn(pieces) : [];
  // Several texts, of which some are options: what they do is seen, but not which of them is given.
  return texts.length > 1 && texts.some((text) => text.startsWith('-')) ? ['computed'] : [];
}

/** The start only asks QEMU about itself. */
export function isOnlyQuestion({ options }: StartOptions): boolean {
  return options.some(({ name, value }) => onlyTells(name, value === null ? null : textOf(value.pieces)));
}

export interface GuestMemory {
  /** Null where only running the script would tell, or QEMU would refuse it. */
  readonly KiB: number | null;
  /** Something outside the script may set another size. */
  readonly isDefault: boolean;
  /** An option says so, or QEMU's own default holds. */
  readonly isGiven: boolean;
}

/** How much memory the VM gets, by QEMU's own grammar, through what the script's variables hold. */
export function readGuestMemory({ options, strangers }: StartOptions): GuestMemory {
  const values: Record<keyof OptionValues, string[]> = {
    m: [],
    'mem-path': [],
    machine: [],
    object: [],
    numa: [],
    name: [],
    readconfig: [],
  };
  const sizes = options.filter(({ name }) => name === 'm');
  for (const { name, value } of options) {
    const kind = memoryOption(name);
    if (kind !== null && value !== null) values[kind].push(likelyText(value.pieces) ?? patternOf(value.pieces));
  }
  const isHidden = strangers.some((cause) => cause !== 'outside');
  // One that only some ways have is the same on all of them only where another one says the same.
  const isUncertain = sizes.some(({ isCertain }) => !isCertain);
  const differs = isUncertain && (new Set(values.m).size > 1 || sizes.every(({ isCertain }) => !isCertain));
  return {
    KiB: isHidden || differs || values.m.some((text) => text.includes(GAP)) ? null : readGuestKiB(values),
    isDefault: sizes.some(({ value, isCertain }) => !isCertain || (value !== null && mayDiffer(value.pieces))),
    isGiven: sizes.length > 0,
  };
}

function mayDiffer(pieces: Value): boolean {
  return hasDefault(pieces) || (textsOf(pieces)?.length ?? 0) !== 1;
}

/** The text, taking `[ -z "$MEM" ] && MEM=4096` for what it is: a default for what nobody has set. */
function likelyText(pieces: Value): string | null {
  const likely = pieces.map((piece) => {
    if (piece.kind !== 'choice') return piece;
    const set = piece.options.filter((option) => patternOf(option) !== '' && !isOutside(option));
    return set.length === 1 && set.length < piece.options.length ? { ...piece, options: set } : piece;
  });
  return textOf(likely);
}

function isOutside(option: Value): boolean {
  return option.length > 0 && option.every((piece) => piece.kind === 'unknown' && piece.cause === 'outside');
}
