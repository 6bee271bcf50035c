import { styleText } from 'node:util';

/** Characters that take two columns: Chinese, Japanese and Korean ones and full-width forms (Unicode TR 11). */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** Columns that a text takes in a terminal. */
export function columnsOf(text: string): number {
  return Array.from(text).reduce((columns, character) => columns + (WIDE.test(character) ? 2 : 1), 0);
}

/** The text with spaces up to a width in columns; `start` puts them before it, as numbers want it. */
export function pad(text: string, columns: number, side: 'start' | 'end'): string {
  const spaces = ' '.repeat(Math.max(0, columns - columnsOf(text)));
  return side === 'start' ? spaces + text : text + spaces;
}

/** The text cut to a width in columns, so that a line drawn again and again stays one line. */
export function cut(text: string, columns: number): string {
  let rest = columns;
  return Array.from(text)
    .filter((character) => {
      rest -= columnsOf(character);
      return rest >= 0;
    })
    .join('');
}

/** A table with a header line: the first column to the left, numbers to the right, two spaces between. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => columnsOf(row[column] ?? ''))));
  return rows.map((row) =>
    row.map((cell, column) => pad(cell, widths[column] ?? 0, column === 0 ? 'end' : 'start')).join('  '),
  );
}

export type Paint = (style: 'bold' | 'dim' | 'green' | 'cyan' | 'yellow' | 'red', text: string) => string;

/** Colours for a terminal; none where the output goes elsewhere or NO_COLOR is set (no-color.org). */
export function painterFor(isTty: boolean, env: Readonly<Record<string, string | undefined>>): Paint {
  const isPlain = !isTty || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return (style, text) => (isPlain ? text : styleText(style, text, { validateStream: false }));
}
