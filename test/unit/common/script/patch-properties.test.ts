import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applySplices } from '../../../../common/script/apply-splices';
import { editSplices } from '../../../../common/script/edit-splices';
import { liftPatch } from '../../../../common/script/lift-patch';
import { patchScript, type ScriptPatch } from '../../../../common/script/patch-script';
import { decodeScript } from '../../../../common/script/script-encoding';
import { firstError, type ShellNode, type ShellParser } from '../../../../common/script/shell-node';
import { openShellParser } from '../../../../main/scripts/shell-parser';
import { CORPUS } from '../../../fixtures/qemu-scripts/corpus';

// Scripts as other hands would have written them: the corpus with other blanks, quotes, continuations, comments and
// line ends. What must hold for each of them does not depend on what the change did to its meaning.

const CASES = 10_000;
/** How many of them bash itself is asked about too. */
const ASK_BASH_EVERY = 100;
const SEED = 20_261_124;
const TARGET = { path: '/dev/hugepages', pageKiB: 2_048, hugePaths: ['/dev/hugepages'], preallocates: false };

interface Place {
  readonly start: number;
  readonly end: number;
}

/** A script and where it can be changed: plain words, and the blanks between the words of commands. */
interface Original {
  readonly text: string;
  readonly words: readonly Place[];
  readonly gaps: readonly Place[];
}

const MUTATIONS = {
  tab: ({ gaps }: Original, at: number) => replaceOne(gaps, at, '\t'),
  blanks: ({ gaps }: Original, at: number) => replaceOne(gaps, at, '   '),
  continuation: ({ gaps }: Original, at: number) => replaceOne(gaps, at, ' \\\n  '),
  doubleQuotes: (script: Original, at: number) => quoteOne(script, at, '"'),
  singleQuotes: (script: Original, at: number) => quoteOne(script, at, "'"),
  escape: ({ words, text }: Original, at: number) => {
    const word = words[at % words.length];
    return word === undefined ? [] : [{ ...word, text: `\\${text.slice(word.start, word.end)}` }];
  },
  trailingComment: ({ text }: Original, at: number) => insertAt(lineEnd(text, at), ' # a word about it'),
  commentLine: ({ text }: Original, at: number) =>
    insertAt(lineEnd(text, at), '\n# -mem-path /somewhere qemu-system-x86_64'),
  trailingBlank: ({ text }: Original, at: number) => insertAt(lineEnd(text, at), ' '),
  carriageReturn: ({ text }: Original, at: number) => insertAt(lineEnd(text, at), '\r'),
  emptyLine: ({ text }: Original, at: number) => insertAt(lineEnd(text, at), '\n'),
} satisfies Record<string, (script: Original, at: number) => readonly Change[]>;

interface Change extends Place {
  readonly text: string;
}

function replaceOne(places: readonly Place[], at: number, text: string): readonly Change[] {
  const place = places[at % places.length];
  return place === undefined ? [] : [{ ...place, text }];
}

function quoteOne({ words, text }: Original, at: number, quote: string): readonly Change[] {
  const word = words[at % words.length];
  return word === undefined ? [] : [{ ...word, text: quote + text.slice(word.start, word.end) + quote }];
}

function insertAt(at: number, text: string): readonly Change[] {
  return [{ start: at, end: at, text }];
}

function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at % text.length);
  return found === -1 ? text.length : found;
}

/** The changes one after another, those that meet an earlier one left out. */
function mutated(script: Original, changes: readonly Change[], hasLastNewline: boolean): string {
  const apart = changes.filter(
    (change, index) => !changes.slice(0, index).some((other) => change.start <= other.end && other.start <= change.end),
  );
  const result = [...apart]
    .sort((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), script.text);
  return hasLastNewline ? result : result.replace(/\n$/, '');
}

function originalOf(parser: ShellParser, text: string): Original {
  const words: Place[] = [];
  const gaps: Place[] = [];
  const walk = (node: ShellNode): void => {
    if (node.type === 'command') {
      node.children.forEach((child, index) => {
        const next = node.children[index + 1];
        if (child.type === 'word') words.push({ start: child.startIndex, end: child.endIndex });
        const gap = { start: child.endIndex, end: next?.startIndex ?? 0 };
        if (next !== undefined && /^[ \t]+$/.test(text.slice(gap.start, gap.end))) gaps.push(gap);
      });
    }
    node.children.forEach(walk);
  };
  walk(parser.parse(text));
  return { text, words, gaps };
}

/** What the patch may put into a line; what else differs is a fault. */
const PUT_IN =
  /^(?: -mem-path \/dev\/hugepages| -object memory-backend-file,\S+ -machine memory-backend=\S+|\S*(?:\/dev\/hugepages|hugetlb=on)\S*|on,hugetlbsize=2M)$/;

function isOurs({ text, start, end }: Change): boolean {
  return PUT_IN.test(text) || (text === '' && end > start);
}

let parser: ShellParser;
let originals: readonly Original[];

beforeAll(async () => {
  parser = await openShellParser();
  const changed = CORPUS.filter(({ after, before }) => after !== null && before.length < 1_200);
  originals = changed.map(({ before }) => originalOf(parser, before.toString('utf8')));
  parser.release();
});

afterAll(() => {
  parser.release();
});

const cases = fc.record({
  script: fc.nat(),
  changes: fc.array(fc.tuple(fc.constantFrom(...Object.values(MUTATIONS)), fc.nat()), { minLength: 1, maxLength: 6 }),
  hasLastNewline: fc.boolean(),
  windows: fc.integer({ min: 0, max: 19 }).map((number) => number === 0),
});
type Case = typeof cases extends fc.Arbitrary<infer Value> ? Value : never;

function textOf({ script, changes, hasLastNewline, windows }: Case): string {
  const original = originals[script % originals.length];
  if (original === undefined) throw new Error('the corpus is empty');
  const text = mutated(
    original,
    changes.flatMap(([change, at]) => change(original, at)),
    hasLastNewline,
  );
  return windows ? text.replace(/\r?\n/g, '\r\n') : text;
}

function patchOf(text: string): ScriptPatch | null {
  const root = parser.parse(text);
  return firstError(root) === null ? patchScript(root, text, parser, TARGET) : null;
}

/** As bytes it is the same patch, and it can be lifted out of the lines again. */
function expectTakenBack(text: string, patch: ScriptPatch): void {
  const original = Buffer.from(text);
  const edit = {
    path: '/vm.sh',
    oldSha256: '',
    newSha256: '',
    splices: editSplices(decodeScript(original), patch.edits),
  };
  const patched = applySplices(original, edit.splices) ?? Buffer.alloc(0);
  expect(Buffer.from(patched).toString()).toBe(patch.text);
  // A line of which nothing is left looks like any other empty line; that may be for the person to decide.
  if (patch.edits.every((one) => one.text !== '')) {
    expect(liftPatch(text, patch.text, patch.text)).toEqual({ kind: 'lifted', text });
  }
}

function isReadByBash(text: string): boolean {
  return spawnSync('bash', ['-n'], { input: text, stdio: ['pipe', 'ignore', 'ignore'] }).status === 0;
}

describe(`whatever a script looks like (${String(CASES)} variants)`, () => {
  it('the patch adds nothing but memory, parses, is whole the first time, and can be lifted out again', () => {
    let count = 0;
    let changed = 0;
    fc.assert(
      fc.property(cases, (it) => {
        const text = textOf(it);
        const patch = patchOf(text);
        count += 1;
        if (patch !== null && patch.edits.length > 0) {
          changed += 1;
          expect(patch.edits.filter((edit) => !isOurs(edit))).toEqual([]);
          const again = patchOf(patch.text);
          expect(again?.edits).toEqual([]);
          expect(again?.starts.map(({ treatment }) => treatment.kind)).not.toContain('change');
          expect(again?.starts.map(({ program, guestKiB }) => [program, guestKiB])).toEqual(
            patch.starts.map(({ program, guestKiB }) => [program, guestKiB]),
          );
          expectTakenBack(text, patch);
          if (changed % ASK_BASH_EVERY === 0 && isReadByBash(text)) expect(isReadByBash(patch.text)).toBe(true);
        }
        parser.release();
      }),
      { numRuns: CASES, seed: SEED },
    );
    expect(count).toBeGreaterThanOrEqual(CASES);
    // Most of them are still scripts that start QEMU on ordinary memory.
    expect(changed).toBeGreaterThan(CASES / 2);
  }, 600_000);
});
