import { argumentWords, assignedValue } from './expand-argument';
import { literalPieces } from './literal-text';
import type { Span, Value } from './pieces';
import { nameOf, readsCommands } from './program-names';
import type { Reading } from './reading-point';
import type { ShellNode } from './shell-node';
import { textAt } from './shell-source';
import { isRemote } from './wrappers';

/** A here-document that a shell reads as its commands. */
export interface FedText {
  readonly text: Value;
  readonly at: Span;
  /** The shell is on another machine. */
  readonly isRemote: boolean;
}

/** What the shells among the commands of `node` are fed by this `<<` or `<<<`: bash(1), Here Documents. */
export function fedTexts(node: ShellNode, redirect: ShellNode, reading: Reading): readonly FedText[] {
  const { source } = reading;
  const body = redirect.namedChildren.find(
    ({ type }) => type === 'heredoc_body' || type === 'string' || type === 'raw_string',
  );
  if (body === undefined || !/qemu|kvm/.test(textAt(body, source))) return [];
  const mark = redirect.namedChildren.find(({ type }) => type === 'heredoc_start');
  const isLiteral = mark !== undefined && /['"\\]/.test(textAt(mark, source));
  const commands = node.type === 'pipeline' ? node.namedChildren : [node];
  return commands
    .filter(({ type }) => type === 'command')
    .map(({ namedChildren }) =>
      namedChildren.flatMap((child) => argumentWords(child, reading)).map(({ pieces }) => nameOf(pieces) ?? ''),
    )
    .filter(readsCommands)
    .map((names) => ({
      text:
        body.type === 'heredoc_body'
          ? literalPieces(source, body.startIndex, body.endIndex, isLiteral ? 'single' : 'here-document')
          : assignedValue(body, reading),
      at: source.spanOf(body.startIndex, body.endIndex),
      isRemote: names.some(isRemote),
    }));
}
