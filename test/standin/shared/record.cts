/** Says on stderr what would have left the app; nothing of the desktop is touched. */
export function record(call: string, ...args: unknown[]): void {
  const shown = args.map((arg) => JSON.stringify(arg) ?? String(arg)).join(', ');
  process.stderr.write(`stand-in: ${call}(${shown}) was noted, and nothing opened\n`);
}
