// `electron [--switch[=value]]… APPDIR [argument]…`, as Electron's default app reads it.

export interface Arguments {
  readonly switches: ReadonlyMap<string, string>;
  readonly appDir: string | null;
  /** What follows APPDIR, untouched. */
  readonly rest: readonly string[];
}

function readSwitches(words: readonly string[]): Map<string, string> {
  const switches = new Map<string, string>();
  for (const word of words) {
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(word);
    if (match?.[1] !== undefined) switches.set(match[1], match[2] ?? '');
  }
  return switches;
}

export function readArguments(words: readonly string[]): Arguments {
  const at = words.findIndex((word) => !word.startsWith('-'));
  const appDir = at < 0 ? null : (words[at] ?? null);
  const rest = at < 0 ? [] : words.slice(at + 1);
  // Chromium takes its switches from anywhere in the line, up to a lone `--`.
  const end = words.indexOf('--');
  return { switches: readSwitches(end < 0 ? words : words.slice(0, end)), appDir, rest };
}
