import type { Span } from './pieces';

/** Commands that change what every later command sees. */
const ALWAYS = [
  'set',
  'shift',
  'source',
  'exit',
  'return',
  'exec',
  'eval',
  'unset',
  'read',
  'mapfile',
  'readarray',
  'getopts',
];

/** QEMU's own names come in many forms: these need not be whole words. */
const QEMU = ['qemu', 'kvm', 'QEMU', 'KVM'];

/**
 * The statements of a script that can have to do with starting QEMU: those that name it, those that name a variable or a
 * function that such a statement uses, and so on. It only saves time: what it leaves out could not change what is found.
 */
export function relevantStatements(text: string, statements: readonly Span[]): readonly Span[] {
  const ends = statements.map(({ end }) => end);
  const statementAt = (position: number): Span | undefined => statements[firstFrom(ends, position + 1)];
  const functions = definedFunctions(text);
  const seen = new Set<string>();
  const reached = new Set<Span | undefined>([undefined]);
  let found = QEMU.flatMap((name) => allAt(text, name));
  while (found.length > 0) {
    const fresh = new Set<string>();
    for (const statement of found.map(statementAt)) {
      if (statement === undefined || reached.has(statement)) continue;
      reached.add(statement);
      const names = namesIn(text.slice(statement.start, statement.end), functions);
      for (const name of names) if (!seen.has(name)) fresh.add(name);
    }
    for (const name of fresh) seen.add(name);
    found = Array.from(fresh, (name) => wordsAt(text, name)).flat();
  }
  const always = [...ALWAYS.flatMap((word) => wordsAt(text, word)), ...dotsAt(text)];
  for (const position of always) reached.add(statementAt(position));
  return statements.filter((statement) => reached.has(statement));
}

/** Index of the first of these, which are in order, that is not before `from`. */
function firstFrom(inOrder: readonly number[], from: number): number {
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((inOrder[middle] ?? Infinity) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function allAt(text: string, part: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) found.push(at);
  return found;
}

/** Where a name stands by itself, not within another. */
function wordsAt(text: string, word: string): readonly number[] {
  return allAt(text, word).filter(
    (at) => !/[\w-]/.test(text.charAt(at - 1)) && !/[\w-]/.test(text.charAt(at + word.length)),
  );
}

/** `. file`, the short form of source. */
function dotsAt(text: string): readonly number[] {
  return allAt(text, '. ').filter((at) => at === 0 || /[\s;&|({]/.test(text.charAt(at - 1)));
}

/** `name()` and `function name`. */
function definedFunctions(text: string): ReadonlySet<string> {
  const before = allAt(text, '()').map((at) => /([\w-]+)[ \t]*$/.exec(text.slice(Math.max(0, at - 80), at))?.[1]);
  const behind = wordsAt(text, 'function').map((at) => /^function\s+([\w-]+)/.exec(text.slice(at, at + 80))?.[1]);
  return new Set([...before, ...behind].filter((name) => name !== undefined));
}

/** The variables that a statement uses or sets, and the functions that it calls or defines. */
function namesIn(text: string, functions: ReadonlySet<string>): readonly string[] {
  const used = Array.from(text.matchAll(/\$\{?[#!]?([A-Za-z_]\w*)/g), (match) => match[1] ?? '');
  const set = Array.from(text.matchAll(/([A-Za-z_]\w*)(?:\[[^\]]*\])?\+?=/g), (match) => match[1] ?? '');
  const called = Array.from(text.matchAll(/[\w-]+/g), ([word]) => word).filter((word) => functions.has(word));
  return [...used, ...set, ...called];
}
