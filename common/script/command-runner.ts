import { isQemuProgram } from '../qemu-command-line';
import { changeScope } from './builtins';
import { argumentsWords, argumentWords, assignedValue, type Reading } from './expand-argument';
import { literalPieces } from './literal-text';
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
import {
  baseName,
  isRunnable,
  mayHoldQemu,
  nameList,
  nameOf,
  patternOfWord,
  readsCommands,
  telling,
} from './program-names';
import type { QemuStart, StartObstacle } from './qemu-start';
import type { Scope } from './scope';
import type { ShellNode } from './shell-node';
import type { ShellSource } from './shell-source';
import { joinWords } from './split-words';
import { addsArguments, isDaemonStarter, isRemote, isShell, onlyNames, shellTextIndex, wrappedIndex } from './wrappers';

export interface ShellFunction {
  readonly body: ShellNode;
  readonly source: ShellSource;
}

/** How the runner has statements followed. */
export interface Follower {
  readonly run: (body: ShellNode, reading: Reading) => void;
  /** A text that a shell is handed, and the argument that gives it. */
  readonly runText: (value: Value, at: Span, scope: Scope) => void;
}

/** A script that calls its functions more often or deeper than this is not understood. */
const MOST_CALLS = 2_000;
const DEEPEST_CALL = 40;

const NOT_ARGUMENTS = ['variable_assignment', 'file_redirect', 'heredoc_redirect', 'herestring_redirect', 'comment'];

const SHOWS = new Set(['echo', 'printf', 'logger', 'notify-send', 'set']);

/** What single commands do: they start QEMU, run others that may, or change what later ones see. */
export class CommandRunner {
  private readonly found = new Map<string, { start: QemuStart; variants: (readonly Word[])[] }>();
  /** Why nothing can be patched in the text that is followed now. */
  private surroundings: StartObstacle | null = null;
  private readonly called = new Set<ShellFunction>();
  private readonly frames: Frame[] = [];
  private readonly exported = new Set<string>();
  private calls = 0;
  private recorded = 0;
  private isLost = false;
  /** What every command but the starts was given: the patch must not change any of it. */
  readonly trace: string[] = [];

  constructor(
    private readonly functions: ReadonlyMap<string, readonly ShellFunction[]>,
    private readonly follower: Follower,
  ) {}

  /** In the order of the script. */
  starts(): readonly QemuStart[] {
    const all = Array.from(this.found.values(), ({ start, variants }): QemuStart => ({ ...start, variants }));
    return all.sort((one, other) => positionOf(one.programWord) - positionOf(other.programWord));
  }

  wasCalled(found: ShellFunction): boolean {
    return this.called.has(found);
  }

  /** The script is more than could be followed to its end. */
  get hasGivenUp(): boolean {
    return this.isLost;
  }

  giveUp(): void {
    this.isLost = true;
  }

  /** A variable that programs see too. */
  export(name: string): void {
    this.exported.add(name);
  }

  /** A variable of the function that runs: it is as before once that has ended. */
  localize(name: string, scope: Scope): void {
    const frame = this.frames.at(-1);
    if (frame !== undefined && !frame.locals.has(name)) frame.locals.set(name, scope.save(name));
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
    { source, scope }: Reading,
    follow: () => void,
  ): void {
    const name = first === undefined ? null : textOf(first.pieces);
    if (prefixes.length === 0 || name === null || !this.functions.has(name)) {
      follow();
      return;
    }
    const names = prefixes.map((prefix) => {
      const target = prefix.childForFieldName('name');
      return target === null ? '' : source.text.slice(target.startIndex, target.endIndex);
    });
    const saved = names.map((variable) => scope.save(variable));
    for (const prefix of prefixes) this.follower.run(prefix, { source, scope });
    follow();
    names.forEach((variable, index) => {
      scope.restore(variable, saved[index]);
    });
  }

  /** A here-document that a shell reads as its commands. */
  fed(node: ShellNode, redirect: ShellNode, reading: Reading): void {
    const { source, scope } = reading;
    const body = redirect.namedChildren.find(
      ({ type }) => type === 'heredoc_body' || type === 'string' || type === 'raw_string',
    );
    if (body === undefined || !/qemu|kvm/.test(source.text.slice(body.startIndex, body.endIndex))) return;
    const mark = redirect.namedChildren.find(({ type }) => type === 'heredoc_start');
    const isLiteral = mark !== undefined && /['"\\]/.test(source.text.slice(mark.startIndex, mark.endIndex));
    const commands = node.type === 'pipeline' ? node.namedChildren : [node];
    for (const command of commands.filter(({ type }) => type === 'command')) {
      const names = command.namedChildren
        .flatMap((child) => argumentWords(child, reading))
        .map(({ pieces }) => nameOf(pieces) ?? '');
      if (!readsCommands(names)) continue;
      const text =
        body.type === 'heredoc_body'
          ? literalPieces(source, body.startIndex, body.endIndex, isLiteral ? 'single' : 'here-document')
          : assignedValue(body, reading);
      const at = source.spanOf(body.startIndex, body.endIndex);
      this.within(names.some(isRemote) ? 'remote' : null, () => {
        this.follower.runText(text, at, scope.fork());
      });
    }
  }

  private within(surroundings: StartObstacle | null, follow: () => void): void {
    const before = this.surroundings;
    this.surroundings ??= surroundings;
    follow();
    this.surroundings = before;
  }

  /** Runs a function as if it were called with these arguments; null where they are not known. */
  call(found: ShellFunction, args: readonly Word[] | null, scope: Scope): void {
    if (this.frames.some(({ running }) => running === found)) return;
    this.calls += 1;
    if (this.frames.length >= DEEPEST_CALL || this.calls > MOST_CALLS) {
      this.giveUp();
      return;
    }
    this.called.add(found);
    const { positional, isCall } = scope;
    scope.positional = args;
    scope.isCall = true;
    const frame: Frame = { running: found, base: scope, locals: new Map(), returned: [] };
    this.frames.push(frame);
    this.follower.run(found.body, { source: found.source, scope });
    this.frames.pop();
    const hasEnded = scope.hasEnded;
    scope.hasEnded = false;
    if (frame.returned.length > 0) scope.join(frame.returned, !hasEnded);
    for (const [name, saved] of frame.locals) scope.restore(name, saved);
    scope.positional = positional;
    scope.isCall = isCall;
    scope.hasEnded = false;
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
    const known = this.functions.get(name);
    if (known !== undefined) this.callOne(known, rest, scope);
    else if (name === 'eval') this.evaluate(rest, scope);
    else if (name === 'return') this.return(scope);
    else if (!changeScope(name, rest, scope)) this.other(name, rest, scope, obstacle);
  }

  /** A function that is defined in several branches is one of them. */
  private callOne(known: readonly ShellFunction[], rest: readonly Word[], scope: Scope): void {
    const [only, ...others] = known;
    if (only !== undefined && others.length === 0) {
      this.call(only, rest, scope);
      return;
    }
    const ways = known.map((found) => {
      const way = scope.fork();
      this.call(found, rest, way);
      return way;
    });
    scope.join(ways, false);
  }

  private return(scope: Scope): void {
    const frame = this.frames.at(-1);
    if (frame !== undefined && scope !== frame.base) frame.returned.push(scope.branchOf(frame.base));
    scope.hasEnded = true;
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
    for (const way of ways) this.follower.runText(way, at, scope);
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
    const [first] = word.pieces;
    const key = `${String(word.written.start)} ${first?.kind === 'text' ? String(first.start) : ''}`;
    const known = this.found.get(key);
    if (known !== undefined) {
      if (!known.variants.includes(args)) known.variants.push(args);
      return;
    }
    const start: QemuStart = { program, programWord: word, variants: [], obstacle: obstacle ?? this.surroundings };
    this.found.set(key, { start, variants: [args] });
  }
}

/** A function that runs, with what has to be put back and from where it may have returned. */
interface Frame {
  readonly running: ShellFunction;
  readonly base: Scope;
  readonly locals: Map<string, ReturnType<Scope['save']>>;
  readonly returned: Scope[];
}

function positionOf({ written }: Word): number {
  return written.start;
}
