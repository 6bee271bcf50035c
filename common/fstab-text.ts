import { unescapeOctal } from './escaped-text';
import { BLOCK_BEGIN, BLOCK_END } from './names';

/** One line of /etc/fstab that mounts something. */
export interface FstabEntry {
  /** 1-based. */
  readonly line: number;
  readonly spec: string;
  readonly target: string;
  readonly type: string;
  readonly options: readonly string[];
  /** It stands between our two marker lines. */
  readonly isOurs: boolean;
}

/**
 * The entries of an fstab text for one mount point, in their order. Read as libmount reads (tab_parse.c): blanks and
 * tabs between fields, octal escapes, `#` only at the start of a line, CRLF and a missing last newline are fine. Lines
 * without the first three fields are no entries; missing options are none. A begin marker without its end marks nothing.
 */
export function fstabEntriesFor(text: string, target: string): readonly FstabEntry[] {
  const wanted = withoutExtraSlashes(target);
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const ours = markedLines(lines);
  return lines.flatMap((content, index) => {
    const entry = parseLine(content, index + 1, ours.has(index));
    return entry?.target === wanted ? [entry] : [];
  });
}

function parseLine(content: string, line: number, isOurs: boolean): FstabEntry | null {
  const [spec, target, type, options] = content.split(/[ \t]+/).filter((field) => field !== '');
  if (spec === undefined || spec.startsWith('#') || target === undefined || type === undefined) return null;
  return {
    line,
    spec: unescapeOctal(spec),
    target: withoutExtraSlashes(unescapeOctal(target)),
    type,
    options: options === undefined ? [] : unescapeOctal(options).split(','),
    isOurs,
  };
}

/** `/dev//hugepages/` and `/dev/hugepages` are one mount point. */
function withoutExtraSlashes(path: string): string {
  const single = path.replace(/\/{2,}/g, '/');
  return single.length > 1 && single.endsWith('/') ? single.slice(0, -1) : single;
}

/** Indexes of the lines between a begin marker and the end marker that follows it. */
function markedLines(lines: readonly string[]): ReadonlySet<number> {
  const marked = new Set<number>();
  let since: number | null = null;
  lines.forEach((line, index) => {
    if (line.trim() === BLOCK_BEGIN) since = index;
    if (line.trim() !== BLOCK_END || since === null) return;
    for (let inside = since + 1; inside < index; inside += 1) marked.add(inside);
    since = null;
  });
  return marked;
}
