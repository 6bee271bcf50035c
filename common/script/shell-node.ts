/**
 * A node of a parsed shell script, as tree-sitter and its bash grammar give it: `type` is the grammar's name, and
 * indexes count UTF-16 units of the text that was parsed.
 */
export interface ShellNode {
  readonly type: string;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly isNamed: boolean;
  /** Something below it could not be parsed. */
  readonly hasError: boolean;
  readonly isError: boolean;
  readonly isMissing: boolean;
  readonly children: readonly ShellNode[];
  readonly namedChildren: readonly ShellNode[];
  childForFieldName: (name: string) => ShellNode | null;
}

/** Text that takes the place of `start`…`end` of a script, in UTF-16 units of its text. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What reads shell: main/scripts/shell-parser.ts. Every tree lives until `release`. */
export interface ShellParser {
  readonly parse: (text: string) => ShellNode;
  readonly release: () => void;
}

/** The text with these edits, which are in its order and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const edit of edits) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}

/**
 * The first place that the parser could not make sense of; null where there is none. The grammar has no parentheses in
 * `[ … \( … \) ]`, but where such a test begins and ends is certain all the same.
 */
export function firstError(node: ShellNode): number | null {
  if (node.isError || node.isMissing) return node.startIndex;
  if (!node.hasError || isWholeTest(node)) return null;
  for (const child of node.children) {
    const found = firstError(child);
    if (found !== null) return found;
  }
  return null;
}

function isWholeTest({ type, children }: ShellNode): boolean {
  const last = children.at(-1);
  return type === 'test_command' && children[0]?.type === '[' && last?.type === ']' && !last.isMissing;
}
