/**
 * One word of POSIX shell, whatever the text holds: in single quotes, which nothing but a single quote can end (POSIX
 * Shell Command Language 2.2.2). A NUL cannot stand in a shell text at all; one here is a bug.
 */
export function shellQuote(text: string): string {
  if (text.includes('\0')) throw new Error('a shell word cannot hold a NUL');
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The same for a command that a person reads: in quotes only where the shell would take the bare text apart. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : shellQuote(text);
}
