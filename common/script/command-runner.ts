import { isQemuProgram } from '../qemu-command-line';
import { assignVariable } from './assignments';
import { changeScope } from './builtins';
import { argumentsWords } from './expand-argument';
import { fedTexts } from './here-document';
import {
  causesIn,
  GAP,
  looseWord,
  patternOf,
  textOf,
  textsOf,
  unknown,
  waysOf,
  type Span,
  type Value,
  type Word,
} from './pieces';
import { baseName, isRunnable, mayHoldQemu, nameList, nameOf, patternOfWord, telling } from './program-names';
import type { QemuStart, StartObstacle } from './qemu-start';
import type { Reading } from './reading-point';
import type { Scope } from './scope';
import type { ShellFunctions } from './shell-functions';
import type { ShellNode } from './shell-node';
import { textAt } from './shell-source';
import { joinWords } from './split-words';
import { StartRecords } from './start-records';
import { addsArguments, isDaemonStarter, isRemote, isShell, onlyNames, shellTextIndex, wrappedIndex } from './wrappers';

const NOT_ARGUMENTS = ['variable_assignment', 'file_redirect', 'heredoc_redirect', 'herestring_redirect', 'comment'];

const SHOWS = new Set(['echo', 'printf', 'logger', 'notify-send', 'set']);

/** What single commands do: they start QEMU, run others that may, or change what later ones see. */
export class CommandRunner {
  private readonly records = new StartRecords();
  /** Why nothing can be patched in the text that is followed now. */
  private surroundings: StartObstacle | null = null;
  private readonly exported = new Set<string>();
  private recorded = 0;
  /** What every command but the starts was given: the patch must not change any of it. */
  readonly trace: string[] = [];

  /** `followText` follows a text that a shell is handed, and knows the argument that gives it. */
  constructor(
    private readonly functions: ShellFunctions,
    private readonly followText: (value: Value, at: Span, scope: Scope) => void,
  ) {}

  starts(): readonly QemuStart[] {
    return this.records.inOrder();
  }

  /** A variable that programs see too. */
  export(name: string): void {
    this.exported.add(name);
  }

  localize(name: string, scope: Scope): void {
    this.functions.localize(name, scope);
  }

  /** Arguments that stand behind a redirection are `more`. */
  command(node: ShellNode, reading: Reading, more: readonly ShellNode[] = []): void {
    const nodes = node.namedChildren.filter(({ type }) => !NOT_ARGUMENTS.includes(type));
    const words = argumentsWords([...nodes, ...more], reading);
    const before = this.recorded;
    const prefixes = node.namedChildren.filter(({ type }) => type === 'variable_assignment');
    this.withPrefixes(prefixes, words, reading, () => {
      this.words(words, reading.scope);
    });
    if (this.recorded === before && !this.onlyShows(words)) this.remember(words);
  }

  /** What a person is shown may change; and a function is followed, so that what it does with its arguments is seen. */
  private onlyShows([first]: readonly Word[]): boolean {
    const name = first === undefined ? null : textOf(first.pieces);
    return name !== null && (SHOWS.has(name) || this.functions.has(name));
  }

  /** Words that are compared, or chosen by. */
  remember(words: readonly Word[]): void {
    this.trace.push(words.map(({ pieces }) => patternOf(pieces)).join('\n'));
  }

  /** `NAME=value function` sets the variable as long as the function runs. */
  private withPrefixes(
    prefixes: readonly ShellNode[],
    [first]: readonly Word[],
    reading: Reading,
    follow: () => void,
  ): void {
    const name = first === undefined ? null : textOf(first.pieces);
    if (prefixes.length === 0 || name === null || !this.functions.has(name)) {
      follow();
      return;
    }
    const names = prefixes.map((prefix) => {
      const target = prefix.childForFieldName('name');
      return target === null ? '' : textAt(target, reading.source);
    });
    const { scope } = reading;
    const saved = names.map((variable) => scope.save(variable));
    for (const prefix of prefixes) assignVariable(prefix, reading);
    follow();
    names.forEach((variable, index) => {
      scope.restore(variable, saved[index]);
    });
  }

  /** A here-document that a shell reads as its commands. */
  fed(node: ShellNode, redirect: ShellNode, reading: Reading): void {
    for (const { text, at, isRemote: isElsewhere } of fedTexts(node, redirect, reading)) {
      this.within(isElsewhere ? 'remote' : null, () => {
        this.followText(text, at, reading.scope.fork());
      });
    }
  }

  private within(surroundings: StartObstacle | null, follow: () => void): void {
    const before = this.surroundings;
    this.surroundings ??= surroundings;
    follow();
    this.surroundings = before;
  }

  /** A simple command, its words expanded. */
  private words(words: readonly Word[], scope: Scope): void {
    let index = 0;
    let obstacle: StartObstacle | null = null;
    while (index < words.length) {
      const word = words[index];
      if (word === undefined) return;
      const rest = words.slice(index + 1);
      const names = textsOf(word.pieces)?.map(baseName) ?? nameList(nameOf(word.pieces));
      const [name] = names;
      const isPerhapsNone = word.maySplit || !word.isCertain || name === undefined;
      const mayBeNone = isPerhapsNone && this.mayStartAt(words, index + 1);
      if (mayBeNone && !names.some(isQemuProgram)) {
        index += 1;
        continue;
      }
      if (name !== undefined && !this.functions.has(name) && names.every(isQemuProgram)) {
        this.record(name, word, rest, obstacle);
        return;
      }
      if (name === undefined || names.length > 1) {
        this.unnamed(word, rest, obstacle);
        return;
      }
      const wrapped = this.functions.has(name) ? null : wrappedIndex(name, rest.map(patternOfWord));
      if (wrapped === null) {
        if (isRemote(name)) obstacle = 'remote';
        if (isDaemonStarter(name)) obstacle = 'daemon';
        this.named(name, rest, scope, obstacle);
        return;
      }
      if (wrapped === -1) return;
      if (name === 'exec') scope.hasEnded = true;
      index += 1 + wrapped;
    }
  }

  /** A program or a wrapper stands there, so that what stands before it is perhaps nothing. */
  private mayStartAt(words: readonly Word[], index: number): boolean {
    const name = nameOf(words[index]?.pieces ?? []);
    return name !== null && (isQemuProgram(name) || wrappedIndex(name, ['']) !== null);
  }

  /** Part of the name is enough, and so are the options: nobody but QEMU takes them. */
  private unnamed(word: Word, rest: readonly Word[], obstacle: StartObstacle | null): void {
    const name = baseName(patternOf(word.pieces)).replaceAll(GAP, '…');
    if (name.startsWith('qemu-system-')) this.record(name, word, rest, obstacle);
    else if (telling(rest) >= 2) this.record('qemu', word, rest, obstacle);
  }

  private named(name: string, rest: readonly Word[], scope: Scope, obstacle: StartObstacle | null): void {
    if (this.functions.has(name)) this.functions.call(name, rest, scope);
    else if (name === 'eval') this.evaluate(rest, scope);
    else if (name === 'return') this.functions.return(scope);
    else if (!changeScope(name, rest, scope)) this.other(name, rest, scope, obstacle);
  }

  private evaluate(rest: readonly Word[], scope: Scope): void {
    const [first] = rest;
    const last = rest.at(-1);
    if (first === undefined || last === undefined) return;
    const value = joinWords(rest);
    // What comes before the first known word decides what is done.
    if (/^\s*\0/.test(patternOf(value))) scope.disturb(causesIn(value).includes('printed') ? 'printed' : 'computed');
    this.runText(value, { start: first.written.start, end: last.written.end }, scope);
  }

  /** Each way that the text may be is a text of its own. */
  private runText(value: Value, at: Span, scope: Scope): void {
    const ways = waysOf(value) ?? [value];
    for (const way of ways) this.followText(way, at, scope);
  }

  /** A program that is no shell word: does it run QEMU all the same? */
  private other(name: string, rest: readonly Word[], scope: Scope, obstacle: StartObstacle | null): void {
    if (onlyNames(name)) return;
    const patterns = rest.map(patternOfWord);
    const index = patterns.findIndex((_, at) => isRunnable(patterns, at, telling(rest.slice(at + 1)) >= 2));
    const program = rest[index];
    const behind = rest.slice(index + 1);
    if (program !== undefined && (telling(behind) > 0 || obstacle !== null)) {
      const strangers = addsArguments(name) ? [looseWord([unknown('printed')], true)] : [];
      this.record(nameOf(program.pieces) ?? '', program, [...behind, ...strangers], obstacle);
      return;
    }
    const textAt =
      obstacle === 'remote' ? patterns.findIndex((text) => /\s/.test(text)) : shellTextIndex(name, patterns);
    const text = textAt === null ? undefined : rest[textAt];
    if (text === undefined || (!/qemu|kvm/i.test(patternOf(text.pieces)) && !mayHoldQemu(text.pieces))) return;
    const inside = name === 'trap' ? scope.fork() : scope.child(this.exported);
    // `sh -c TEXT NAME ARGUMENTS`
    inside.positional = isShell(name) && textAt !== null ? rest.slice(textAt + 2) : null;
    this.within(obstacle, () => {
      this.runText(text.pieces, text.written, inside);
    });
  }

  private record(program: string, word: Word, args: readonly Word[], obstacle: StartObstacle | null): void {
    this.recorded += 1;
    this.records.record(program, word, args, obstacle ?? this.surroundings);
  }
}
