/** `ID` and `PRETTY_NAME` of /etc/os-release (os-release(5)); null where a line is missing or empty. */
export interface Distribution {
  readonly id: string | null;
  readonly name: string | null;
}

/** The distribution by its own os-release text. As in a shell, the last assignment of a name counts. */
export function parseOsRelease(text: string): Distribution {
  return { id: lastValue(text, 'ID'), name: lastValue(text, 'PRETTY_NAME') };
}

function lastValue(text: string, name: string): string | null {
  const line = text.split('\n').findLast((candidate) => candidate.startsWith(`${name}=`));
  const value = unquote(line?.slice(name.length + 1).trim() ?? '');
  return value === '' ? null : value;
}

/** Single quotes keep all as it is; elsewhere a backslash protects the next character. */
function unquote(value: string): string {
  const quote = value[0];
  const isQuoted = value.length >= 2 && (quote === '"' || quote === "'") && value.endsWith(quote);
  const inner = isQuoted ? value.slice(1, -1) : value;
  return quote === "'" ? inner : inner.replace(/\\(.)/g, '$1');
}
