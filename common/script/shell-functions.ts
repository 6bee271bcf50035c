import type { Word } from './pieces';
import type { Reading } from './reading-point';
import type { Scope } from './scope';
import type { ShellNode } from './shell-node';
import type { ShellSource } from './shell-source';

/** A script that calls its functions more often or deeper than this is not understood. */
const MOST_CALLS = 2_000;
const DEEPEST_CALL = 40;

interface ShellFunction {
  readonly body: ShellNode;
  readonly source: ShellSource;
}

/** A function that runs, with what has to be put back and from where it may have returned. */
interface Frame {
  readonly running: ShellFunction;
  readonly base: Scope;
  readonly locals: Map<string, ReturnType<Scope['save']>>;
  readonly returned: Scope[];
}

/** The functions of a script, and those that run now: bash(1), FUNCTIONS. */
export class ShellFunctions {
  /** A name has more than one where it is defined in several branches. */
  private readonly defined = new Map<string, ShellFunction[]>();
  private readonly called = new Set<ShellFunction>();
  private readonly frames: Frame[] = [];
  private calls = 0;

  constructor(
    private readonly run: (body: ShellNode, reading: Reading) => void,
    private readonly giveUp: () => void,
  ) {}

  define(name: string, body: ShellNode, source: ShellSource): void {
    const known = this.defined.get(name) ?? [];
    if (known.some((one) => one.body.startIndex === body.startIndex && one.source === source)) return;
    this.defined.set(name, [...known, { body, source }]);
  }

  has(name: string): boolean {
    return this.defined.has(name);
  }

  /** Runs the function of this name; of several, one of them. */
  call(name: string, args: readonly Word[], scope: Scope): void {
    const [only, ...others] = this.defined.get(name) ?? [];
    if (only === undefined) return;
    if (others.length === 0) {
      this.runOne(only, args, scope);
      return;
    }
    const ways = [only, ...others].map((found) => {
      const way = scope.fork();
      this.runOne(found, args, way);
      return way;
    });
    scope.join(ways, false);
  }

  /** Functions that nothing in the script calls by name: `"$1"` may. */
  callTheRest(scope: Scope): void {
    for (const found of [...this.defined.values()].flat()) {
      if (!this.called.has(found)) this.runOne(found, null, scope.fork());
    }
  }

  /** What stands behind `return` is done on other ways through the function only. */
  return(scope: Scope): void {
    const frame = this.frames.at(-1);
    if (frame !== undefined && scope !== frame.base) frame.returned.push(scope.branchOf(frame.base));
    scope.hasEnded = true;
  }

  /** A variable of the function that runs: it is as before once that has ended. */
  localize(name: string, scope: Scope): void {
    const frame = this.frames.at(-1);
    if (frame !== undefined && !frame.locals.has(name)) frame.locals.set(name, scope.save(name));
  }

  /** As if it were called with these arguments; null where they are not known. */
  private runOne(found: ShellFunction, args: readonly Word[] | null, scope: Scope): void {
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
    this.run(found.body, { source: found.source, scope });
    this.frames.pop();
    const hasEnded = scope.hasEnded;
    scope.hasEnded = false;
    if (frame.returned.length > 0) scope.join(frame.returned, !hasEnded);
    for (const [name, saved] of frame.locals) scope.restore(name, saved);
    scope.positional = positional;
    scope.isCall = isCall;
    scope.hasEnded = false;
  }
}
