import { assignVariable, computeVariables, declareVariables, unsetVariable } from './assignments';
import { CommandRunner } from './command-runner';
import { argumentsWords, argumentWords } from './expand-argument';
import { oneOf } from './pieces';
import type { QemuStart } from './qemu-start';
import type { Reading } from './reading-point';
import { argumentsBehind } from './redirections';
import { Scope } from './scope';
import { ShellFunctions } from './shell-functions';
import { firstError, type ShellNode, type ShellParser } from './shell-node';
import { ShellSource, textAt } from './shell-source';

/**
 * Every place of a script where QEMU is started, in the order of the script. The script is followed as bash would run
 * it, through variables, lists, functions and texts handed to a shell; where it branches, every way is followed.
 */
export function followScript(source: ShellSource, parser: ShellParser): FollowedScript {
  const walk = new ScriptWalk(parser);
  const scope = new Scope();
  walk.statement(parser.parse(source.text), { source, scope });
  walk.functions.callTheRest(scope);
  return { starts: walk.runner.starts(), trace: walk.runner.trace, isWhole: walk.isWhole };
}

export interface FollowedScript {
  readonly starts: readonly QemuStart[];
  /** What the other commands are given, as far as it can be known. */
  readonly trace: readonly string[];
  /** The script was followed to its end. */
  readonly isWhole: boolean;
}

/** Deeper nesting than anybody writes, and less than the stack of this program. */
const DEEPEST = 400;

/** Follows the statements of bash(1), Compound Commands; what a single command does is the runner's. */
class ScriptWalk {
  readonly functions: ShellFunctions;
  readonly runner: CommandRunner;
  isWhole = true;
  /** The ways that a loop was left early, for each loop that runs. */
  private readonly loops: { readonly base: Scope; readonly left: Scope[] }[] = [];
  private depth = 0;

  constructor(private readonly parser: ShellParser) {
    this.functions = new ShellFunctions(
      (body, reading) => {
        this.statement(body, reading);
      },
      () => {
        this.isWhole = false;
      },
    );
    this.runner = new CommandRunner(this.functions, (value, at, scope) => {
      const source = ShellSource.ofValue(value, at);
      const root = this.parser.parse(source.text);
      if (firstError(root) === null) this.statement(root, { source, scope });
    });
  }

  statement(node: ShellNode, reading: Reading): void {
    if (this.depth >= DEEPEST) this.isWhole = false;
    if (!this.isWhole) return;
    this.depth += 1;
    this.followed(node, reading);
    this.depth -= 1;
  }

  private followed(node: ShellNode, reading: Reading): void {
    const { source, scope } = reading;
    switch (node.type) {
      case 'comment':
        return;
      case 'subshell':
        this.sequence(node, { source, scope: scope.fork() });
        return;
      case 'pipeline':
        for (const child of node.namedChildren) this.statement(child, { source, scope: scope.fork() });
        return;
      case 'list':
        this.list(node, reading);
        return;
      case 'redirected_statement':
        this.redirected(node, reading);
        return;
      case 'if_statement':
        this.branches(node, reading);
        return;
      case 'case_statement':
        this.cases(node, reading);
        return;
      case 'while_statement':
      case 'c_style_for_statement':
        this.loop(node, reading);
        return;
      case 'for_statement':
        this.forEach(node, reading);
        return;
      case 'function_definition':
        this.define(node, reading);
        return;
      case 'variable_assignment':
        this.insideOf(node, reading);
        assignVariable(node, reading);
        return;
      case 'declaration_command':
        this.insideOf(node, reading);
        declareVariables(node, reading, this.runner);
        return;
      case 'unset_command':
        for (const child of node.namedChildren) unsetVariable(textAt(child, source), scope);
        return;
      case 'command':
        this.insideOf(node, reading);
        if (!this.leavesLoop(node, reading)) this.runner.command(node, reading);
        return;
      case 'compound_statement':
        if (node.children[0]?.type === '((') computeVariables(node, reading);
        else this.sequence(node, reading);
        return;
      case 'test_command':
        this.insideOf(node, reading);
        this.compared(node, reading);
        return;
      default:
        this.sequence(node, reading);
    }
  }

  /** Statement after statement; one with `&` behind it runs in a shell of its own. */
  private sequence(node: ShellNode, reading: Reading): void {
    node.children.forEach((child, index) => {
      if (!child.isNamed) return;
      const isBackground = node.children[index + 1]?.type === '&';
      this.all([child], isBackground ? { ...reading, scope: reading.scope.fork() } : reading);
    });
  }

  /** `break` and `continue` go on behind the loop, or with its next turn. */
  private leavesLoop(node: ShellNode, { source, scope }: Reading): boolean {
    const [word] = textAt(node, source).split(/\s/, 1);
    const loop = this.loops.at(-1);
    if (loop === undefined || (word !== 'break' && word !== 'continue')) return false;
    loop.left.push(scope.branchOf(loop.base));
    scope.hasEnded = true;
    return true;
  }

  /** What a test looks at: the patch must not change it. */
  private compared(node: ShellNode, reading: Reading): void {
    const operands = ['string', 'raw_string', 'simple_expansion', 'expansion', 'concatenation', 'word'];
    for (const child of node.namedChildren) {
      if (operands.includes(child.type)) this.runner.remember(argumentWords(child, reading));
      else this.compared(child, reading);
    }
  }

  private all(nodes: readonly ShellNode[], reading: Reading): void {
    for (const node of nodes) this.statement(node, reading);
  }

  /** `a && b`: whether b runs is not known. */
  private list(node: ShellNode, reading: Reading): void {
    const [first, ...others] = node.namedChildren;
    if (first !== undefined) this.statement(first, reading);
    for (const other of others) {
      const branch = reading.scope.fork();
      this.statement(other, { ...reading, scope: branch });
      reading.scope.join([branch], true);
    }
  }

  private redirected(node: ShellNode, reading: Reading): void {
    const body = node.childForFieldName('body');
    for (const child of node.namedChildren) {
      const isBody = child.startIndex === body?.startIndex && child.endIndex === body.endIndex;
      if (!isBody) this.redirect(child, body, reading);
      else if (child.type === 'command') {
        this.insideOf(child, reading);
        this.runner.command(child, reading, argumentsBehind(node));
      } else this.statement(child, reading);
    }
  }

  /** A here-document may be what a shell is fed, and a pipeline may begin behind its mark. */
  private redirect(node: ShellNode, body: ShellNode | null, reading: Reading): void {
    this.insideOf(node, reading);
    if (node.type !== 'heredoc_redirect' && node.type !== 'herestring_redirect') return;
    if (body !== null) this.runner.fed(body, node, reading);
    for (const child of node.namedChildren) {
      if (child.type === 'pipeline' || child.type === 'command') {
        this.runner.fed(child, node, reading);
        this.statement(child, { ...reading, scope: reading.scope.fork() });
      }
    }
  }

  /** The statements of if, elif and else: each branch on its own, then whatever may follow any of them. */
  private branches(node: ShellNode, reading: Reading): void {
    const ways: Scope[] = [];
    let hasElse = false;
    const part = (clause: ShellNode): void => {
      let way = clause.type === 'else_clause' ? reading.scope.fork() : null;
      hasElse ||= clause.type === 'else_clause';
      for (const child of clause.children) {
        if (child.type === 'then') way = reading.scope.fork();
        else if (child.type === 'elif_clause' || child.type === 'else_clause') part(child);
        else if (child.isNamed) this.all([child], way === null ? reading : { ...reading, scope: way });
      }
      if (way !== null) ways.push(way);
    };
    part(node);
    reading.scope.join(ways, !hasElse);
  }

  private cases(node: ShellNode, reading: Reading): void {
    const subject = node.childForFieldName('value');
    if (subject !== null) {
      this.insideOf(subject, reading);
      this.runner.remember(argumentWords(subject, reading));
    }
    const items = node.namedChildren.filter(({ type }) => type === 'case_item');
    let takesAll = false;
    let before: Scope | null = null;
    const ways = items.map((item) => {
      const value = item.childForFieldName('value');
      takesAll ||= value !== null && textAt(value, reading.source) === '*';
      const scope = reading.scope.fork();
      this.item(item, { ...reading, scope });
      // `;&` goes on with the next commands, whatever their pattern.
      if (before !== null) this.item(item, { ...reading, scope: before });
      if (before !== null) scope.join([before], true);
      before = /;;?&\s*$/.test(textAt(item, reading.source)) ? scope.branchOf(reading.scope) : null;
      return scope;
    });
    reading.scope.join(ways, !takesAll);
  }

  private item(item: ShellNode, reading: Reading): void {
    const value = item.childForFieldName('value');
    const isStatement = ({ startIndex }: ShellNode): boolean => value === null || startIndex >= value.endIndex;
    this.all(item.namedChildren.filter(isStatement), reading);
  }

  private loop(node: ShellNode, reading: Reading): void {
    const body = node.childForFieldName('body');
    for (const child of node.namedChildren) {
      if (child.startIndex === body?.startIndex) continue;
      if (node.type === 'c_style_for_statement') computeVariables(child, reading);
      else this.statement(child, reading);
    }
    this.turns(body, reading, () => undefined);
  }

  private forEach(node: ShellNode, reading: Reading): void {
    const variable = node.childForFieldName('variable');
    const body = node.childForFieldName('body');
    const values = node.namedChildren.filter(
      (child) => child.startIndex !== variable?.startIndex && child.startIndex !== body?.startIndex,
    );
    for (const value of values) this.insideOf(value, reading);
    const words = argumentsWords(values, reading);
    this.turns(body, reading, (scope) => {
      if (variable !== null) scope.set(textAt(variable, reading.source), { kind: 'text', value: oneOf(words) });
    });
  }

  /** Twice through the body, so that the second turn sees what the first has set; perhaps not at all. */
  private turns(body: ShellNode | null, reading: Reading, begin: (scope: Scope) => void): void {
    if (body === null) return;
    const { scope } = reading;
    const count = this.loops.length < 2 ? 2 : 1;
    for (let turn = 0; turn < count; turn += 1) {
      const loop = { base: scope, left: [] };
      this.loops.push(loop);
      const way = scope.fork();
      begin(way);
      this.statement(body, { ...reading, scope: way });
      this.loops.pop();
      scope.join([way, ...loop.left], true);
    }
  }

  private define(node: ShellNode, { source }: Reading): void {
    const name = node.childForFieldName('name');
    const body = node.childForFieldName('body');
    if (name !== null && body !== null) this.functions.define(textAt(name, source), body, source);
  }

  /** The commands in `$(…)`, backticks and `<(…)` anywhere in a node, and what `$((…))` sets. */
  private insideOf(node: ShellNode, reading: Reading): void {
    if (!/\$\(|`|[<>]\(/.test(textAt(node, reading.source))) return;
    if (node.type === 'arithmetic_expansion') computeVariables(node, reading);
    const isCommands = node.type === 'command_substitution' || node.type === 'process_substitution';
    if (isCommands) this.statement(node, { ...reading, scope: reading.scope.fork() });
    else for (const child of node.namedChildren) this.insideOf(child, reading);
  }
}
