import { isQemuProgram } from '../qemu-command-line';
import type { Tint } from './reading';
import type { ShellNode } from './shell-node';

/** A stretch of the script in one tint. */
export interface TintedStretch {
  readonly start: number;
  readonly end: number;
  readonly tint: Tint;
}

const KEYWORDS =
  'if then elif else fi for while until do done case esac in function select local export declare readonly unset';
const KEYWORD_TYPES = new Set(KEYWORDS.split(' '));

const TINT_OF_TYPE: Readonly<Record<string, Tint>> = {
  comment: 'comment',
  string: 'string',
  raw_string: 'string',
  ansi_c_string: 'string',
  heredoc_body: 'string',
  simple_expansion: 'variable',
  expansion: 'variable',
  variable_name: 'variable',
  special_variable_name: 'variable',
};

/** How `from`…`to` of a script is to be shown, in its order and without gaps. */
export function tintsOf(root: ShellNode, text: string, from: number, to: number): readonly TintedStretch[] {
  const found: TintedStretch[] = [];
  const paint = (start: number, end: number, tint: Tint): void => {
    const [first, last] = [Math.max(start, from), Math.min(end, to)];
    const before = found.at(-1);
    if (first >= last) return;
    if (before?.tint === tint && before.end === first) found[found.length - 1] = { ...before, end: last };
    else found.push({ start: first, end: last, tint });
  };
  const walk = (node: ShellNode, around: Tint): void => {
    if (node.endIndex <= from || node.startIndex >= to) return;
    const tint = tintOf(node, text) ?? around;
    let at = node.startIndex;
    for (const child of node.children) {
      paint(at, child.startIndex, tint);
      walk(child, tint);
      at = child.endIndex;
    }
    paint(at, node.endIndex, tint);
  };
  paint(from, root.startIndex, 'plain');
  walk(root, 'plain');
  paint(Math.max(from, root.endIndex), to, 'plain');
  return found;
}

function tintOf(node: ShellNode, text: string): Tint | null {
  if (!node.isNamed) return KEYWORD_TYPES.has(node.type) ? 'keyword' : null;
  if (node.type === 'word') {
    const word = text.slice(node.startIndex, node.endIndex);
    if (isQemuProgram(word.split('/').at(-1) ?? '')) return 'program';
    return word.startsWith('-') ? 'option' : null;
  }
  return TINT_OF_TYPE[node.type] ?? null;
}
