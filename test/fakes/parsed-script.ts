import type { Message } from '../../common/message';
import type { PatchTarget } from '../../common/script/patch-target';
import { patchScript, type ScriptPatch } from '../../common/script/patch-script';
import { GAP, looseWord, patternOf, type Span, type TextPiece, type Way, type Word } from '../../common/script/pieces';
import type { QemuStart } from '../../common/script/qemu-start';
import type { StartFacts, Treatment } from '../../common/script/reading';
import { followScript } from '../../common/script/script-walk';
import { firstError, type ShellNode, type ShellParser } from '../../common/script/shell-node';
import { ShellSource } from '../../common/script/shell-source';
import { openShellParser } from '../../main/scripts/shell-parser';

type Declined = Extract<Treatment, { kind: 'declined' }>;

/** Pages of 2 MiB at /dev/hugepages, and nothing else mounted. */
export const TARGET: PatchTarget = {
  path: '/dev/hugepages',
  pageKiB: 2_048,
  hugePaths: ['/dev/hugepages'],
  preallocates: false,
};
export const PREALLOCATING: PatchTarget = { ...TARGET, preallocates: true };

/** A script with the tree that the real parser makes of it. */
export interface ParsedText {
  readonly text: string;
  readonly root: ShellNode;
  readonly parser: ShellParser;
}

/** Does something with a script's tree, and gives the tree back. A script that the grammar cannot read is a mistake. */
export async function withScript<Result>(text: string, use: (script: ParsedText) => Result): Promise<Result> {
  const parser = await openShellParser();
  try {
    const root = parser.parse(text);
    const error = firstError(root);
    if (error !== null) throw new Error(`not understood from ${JSON.stringify(text.slice(error, error + 40))}`);
    return use({ text, root, parser });
  } finally {
    parser.release();
  }
}

export function startsOf(text: string): Promise<readonly QemuStart[]> {
  return withScript(text, ({ parser }) => followScript(ShellSource.ofScript(text), parser).starts);
}

export function patchOf(text: string, target = TARGET): Promise<ScriptPatch> {
  return withScript(text, ({ root, parser }) => patchScript(root, text, parser, target));
}

/** The only start of a script, as it is shown. */
export async function startOf(text: string, target = TARGET): Promise<StartFacts> {
  const [start, ...others] = (await patchOf(text, target)).starts;
  if (start === undefined || others.length > 0) throw new Error(`not one start in ${text}`);
  return start;
}

/** Why the only start is left alone, and what to add by hand. Nothing of the script may change then. */
export async function declined(text: string, target = TARGET): Promise<Omit<Declined, 'kind'>> {
  const { treatment } = await startOf(text, target);
  if (treatment.kind !== 'declined') throw new Error(`not declined but ${treatment.kind}: ${text}`);
  if ((await patchOf(text, target)).text !== text) throw new Error(`declined and changed: ${text}`);
  return { reason: treatment.reason, byHand: treatment.byHand };
}

/** Why it is changed, place by place. */
export async function reasonsOf(text: string, target = TARGET): Promise<readonly Message[]> {
  return (await patchOf(text, target)).edits.flatMap(({ reasons }) => reasons);
}

/** What the start gets to see: each way that the script comes to it, those that read the same once. One start. */
export async function argumentsOf(text: string): Promise<readonly (readonly string[])[]> {
  const starts = await startsOf(text);
  const [start] = starts;
  if (start === undefined || starts.length > 1) throw new Error(`${String(starts.length)} starts in ${text}`);
  const ways = start.variants.map((words) => words.map(shown));
  return [...new Map(ways.map((way) => [way.join('\0'), way])).values()];
}

/** `4G`; what is not known is …, and a word that only some ways through the script have stands in parentheses. */
export function shown(word: Word): string {
  const text = patternOf(word.pieces).replaceAll(GAP, '…');
  return word.isCertain ? text : `(${text})`;
}

/** The lines that the patch changes, as they are afterwards. */
export async function changedLines(text: string, target = TARGET): Promise<readonly string[]> {
  const patch = await patchOf(text, target);
  const before = text.split('\n');
  return patch.text.split('\n').filter((line, index) => line !== before[index]);
}

/** A stretch of a script, by what stands there. */
export function spanIn(script: string, part: string): Span {
  const start = script.indexOf(part);
  if (start === -1) throw new Error(`${JSON.stringify(part)} does not stand in ${JSON.stringify(script)}`);
  return { start, end: start + part.length };
}

/** An expansion of a script. */
export function wayIn(script: string, part: string, isQuoted = false): Way {
  return { ...spanIn(script, part), isQuoted };
}

/** The same as a bit of a word. */
export function pieceIn(script: string, part: string, how: Partial<TextPiece> = {}): TextPiece {
  return { kind: 'text', text: part, ...spanIn(script, part), isQuoted: false, isDefault: false, via: [], ...how };
}

/** The words of a command line that has neither quotes nor expansions. */
export function plainWords(line: string): readonly Word[] {
  return Array.from(line.matchAll(/\S+/g), ({ 0: text, index: start }) =>
    looseWord([{ ...pieceIn(line, text), start, end: start + text.length }], false),
  );
}
