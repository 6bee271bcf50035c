export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Taken when the program loads: later GTK is told GDK_BACKEND and the input methods' modes by way of the environment
 * (Chromium's ui/gtk), and elevate.ts changes SHELL.
 */
const AT_START: Environment = { ...process.env };

/** What only this program is to know: what Electron itself sets or was started with (lib/browser/init.ts). */
const OWN = new Set(['CHROME_DESKTOP', 'ELECTRON_RUN_AS_NODE', 'ORIGINAL_XDG_CURRENT_DESKTOP']);

/**
 * The environment of the person's own programs: the one this program was started in, without what Electron puts in
 * before our first line runs. On some desktops it takes XDG_CURRENT_DESKTOP for itself and keeps the true value beside
 * it (Electron's docs/api/environment-variables.md).
 */
export function personsEnvironment(env: Environment = AT_START): Environment {
  const persons = Object.fromEntries(Object.entries(env).filter(([name]) => !OWN.has(name)));
  const desktop = env['ORIGINAL_XDG_CURRENT_DESKTOP'];
  if (desktop === undefined) return persons;
  // One that was not set is kept as the word `undefined`.
  return { ...persons, XDG_CURRENT_DESKTOP: desktop === 'undefined' ? undefined : desktop };
}
