import type { ShellNode } from './shell-node';

/**
 * The arguments of the command of a `redirected_statement` that stand behind a redirection. The grammar takes them for
 * more of that; to bash they are the command's: bash(1), REDIRECTION.
 */
export function argumentsBehind(node: ShellNode): readonly ShellNode[] {
  return node.namedChildren.flatMap((child) => {
    if (child.type === 'file_redirect') {
      const operands = child.namedChildren.filter(({ type }) => type !== 'file_descriptor');
      return operands.slice(1);
    }
    if (child.type !== 'heredoc_redirect') return [];
    const isArgument = ({ type }: ShellNode): boolean =>
      ['word', 'string', 'raw_string', 'concatenation', 'number', 'simple_expansion', 'expansion'].includes(type);
    return child.namedChildren.filter(isArgument);
  });
}
