import { BLOCK_BEGIN, BLOCK_END } from '../names';

/** Our block of one file, with its marker lines and line ends; bytes are those of a text read as Latin-1. */
export interface Block {
  readonly offsetBytes: number;
  readonly text: string;
}

/**
 * The one block in a text, as `put_block` writes it (three lines), whose line is wanted. Null where there is none, where
 * it is not as we write it, or where there are several.
 */
export function findBlock(text: string, isWanted: (line: string) => boolean): Block | null {
  const begin = `${BLOCK_BEGIN}\n`;
  const end = `\n${BLOCK_END}\n`;
  const blocks: Block[] = [];
  for (let at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
    const lineAt = at + begin.length;
    const endAt = text.indexOf('\n', lineAt);
    const isAtLineStart = at === 0 || text[at - 1] === '\n';
    const isWhole = endAt >= 0 && text.startsWith(end, endAt);
    const line = text.slice(lineAt, endAt);
    if (isAtLineStart && isWhole && isWanted(line))
      blocks.push({ offsetBytes: at, text: text.slice(at, endAt + end.length) });
  }
  const [only] = blocks;
  return blocks.length === 1 && only !== undefined ? only : null;
}
