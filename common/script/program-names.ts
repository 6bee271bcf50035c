import { isQemuProgram } from '../qemu-command-line';
import { GAP, patternOf, textOf, type Value, type Word } from './pieces';
import { isRemote, isShell } from './wrappers';

/** Nobody but QEMU takes two of these at once: a program whose name is not known is QEMU then. */
const TELLING_OPTIONS = [
  '-m',
  '-smp',
  '-cpu',
  '-drive',
  '-device',
  '-enable-kvm',
  '-machine',
  '-netdev',
  '-hda',
  '-cdrom',
];

/** A word as it reads, with a GAP for what is not known. */
export function patternOfWord({ pieces }: Word): string {
  return patternOf(pieces);
}

/** How many of the words are options that tell of QEMU. */
export function telling(words: readonly Word[]): number {
  return words.filter(({ pieces }) => TELLING_OPTIONS.includes(textOf(pieces) ?? '')).length;
}

/** What stands between a program that runs another one and that. */
const BEFORE_PROGRAM = ['--', '--args', '--exec', '-exec', '-e', '-x'];

/** A word that is run, not one that is given to an option of another program, or names a file for it. */
export function isRunnable(texts: readonly string[], at: number, isSurelyQemu: boolean): boolean {
  const text = texts[at] ?? '';
  const before = texts[at - 1] ?? '';
  const isName = /^[^\s=:]*$/.test(text) && baseName(text).startsWith('qemu-system-') && isQemuProgram(baseName(text));
  return isName && (!before.startsWith('-') || isSurelyQemu || BEFORE_PROGRAM.includes(before));
}

/** A shell that reads its commands from its input: it has no text and no file of its own. */
export function readsCommands(names: readonly string[]): boolean {
  const at = names.findIndex((name) => isShell(name) || isRemote(name));
  if (at === -1) return false;
  return (
    isRemote(names[at] ?? '') || names.slice(at + 1).every((word) => word.startsWith('-') && !/^-[a-z]*c$/.test(word))
  );
}

/** Nothing in it says that it is about QEMU, but what is not known may. */
export function mayHoldQemu(pieces: Value): boolean {
  return pieces.some((piece) => piece.kind === 'choice' && /qemu|kvm/.test(JSON.stringify(piece.options)));
}

/** One name or none, as a list. */
export function nameList(name: string | null): readonly string[] {
  return name === null ? [] : [name];
}

/** A path without its folders. */
export function baseName(path: string): string {
  return path.split('/').at(-1) ?? '';
}

/** The name of a program, also where only its folder is not known; null where the name itself is not. */
export function nameOf(pieces: Value): string | null {
  const name = baseName(patternOf(pieces));
  return name === '' || name.includes(GAP) ? null : name;
}
