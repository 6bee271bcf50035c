import { compactMemory } from '../../common/memory-size';
import { message } from '../../common/message';
import { pageSizeOption } from '../../common/page-size';
import type { DiffHunk, DiffLine, StartFacts, ThreeWayPart } from '../../common/script/reading';
import { backingWords, treatmentWords } from '../../common/script/script-words';
import { pagesForChoice } from '../../common/sizing';
import type { CommandContext } from './context';
import type { Paint } from './terminal-text';

const TREATMENT_STYLE: Readonly<Record<StartFacts['treatment']['kind'], Parameters<Paint>[0]>> = {
  change: 'bold',
  already: 'green',
  declined: 'yellow',
};

/** One start for people: what it is, what happens to it, and what to know about it. */
export function startLines(
  { paint, translator: { say } }: CommandContext,
  { line, program, guestKiB, backing, treatment, notes }: StartFacts,
  pageKiB: number,
): readonly string[] {
  const values = { line, program, backing: say(backingWords(backing)) };
  const what =
    guestKiB === null
      ? message('cli.patch.start-unknown', values)
      : message('cli.patch.start', { ...values, guestKiB });
  const count = guestKiB === null ? 0 : pagesForChoice(guestKiB, pageKiB, { kind: 'a-little-above' });
  const options = `--memory ${compactMemory(guestKiB ?? 0)} --page-size ${pageSizeOption(pageKiB)}`;
  return [
    `${say(what)} ${paint(TREATMENT_STYLE[treatment.kind], `[${say(treatmentWords(treatment))}]`)}`,
    ...(treatment.kind === 'declined' ? [`  ${say(treatment.reason)}`, `    ${treatment.byHand}`] : []),
    ...(guestKiB === null ? [] : [`  ${say(message('cli.patch.wants', { count, pageKiB, options }))}`]),
    ...notes.map(({ severity, text }) => {
      const mark = paint(severity === 'hint' ? 'cyan' : 'yellow', say(message(`cli.light.${severity}`)));
      return `  ${mark}  ${say(text)}`;
    }),
  ];
}

/** One start for programs. */
export function startInJson(
  { translator: { say } }: CommandContext,
  start: StartFacts,
): Readonly<Record<string, unknown>> {
  const { treatment } = start;
  return {
    ...start,
    treatment: treatment.kind === 'declined' ? { ...treatment, reason: say(treatment.reason) } : treatment,
    notes: start.notes.map(({ severity, text }) => ({ severity, text: say(text) })),
    text: { backing: say(backingWords(start.backing)), treatment: say(treatmentWords(treatment)) },
  };
}

const SIGN: Readonly<Record<DiffLine['kind'], string>> = { same: ' ', removed: '-', added: '+' };

/** A hunk in the unified format (diff(1)), with its sentences before it. */
export function hunkLines({ paint, translator: { say } }: CommandContext, hunk: DiffHunk): readonly string[] {
  const count = (kind: DiffLine['kind']): number => hunk.lines.filter((line) => line.kind !== kind).length;
  const header = `@@ -${String(hunk.oldStart)},${String(count('added'))} +${String(hunk.newStart)},${String(count('removed'))} @@`;
  return [
    '',
    ...hunk.reasons.map(say),
    paint('cyan', header),
    ...hunk.lines.map(({ kind, spans }) => {
      const text = `${SIGN[kind]}${spans.map((span) => span.text).join('')}`;
      if (kind === 'same') return text;
      return paint(kind === 'added' ? 'green' : 'red', text);
    }),
  ];
}

/** Where a patch cannot be taken out: the lines as they were, as the patch made them, and as they are. */
export function conflictLines(
  { translator: { say } }: CommandContext,
  parts: readonly ThreeWayPart[],
): readonly string[] {
  return parts.flatMap(({ line, before, patched, now }) => [
    '',
    say(message('script-conflict.place', { line })),
    ...side(say(message('script-conflict.before')), before),
    ...side(say(message('script-conflict.patched')), patched),
    ...side(say(message('script-conflict.now')), now),
  ]);
}

function side(title: string, lines: readonly string[]): readonly string[] {
  return [`  ${title}`, ...lines.map((line) => `    ${line}`)];
}
