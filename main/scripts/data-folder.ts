import { isAbsolute, join } from 'node:path/posix';

/**
 * The folder where Electron keeps what belongs to this app, so that the command line finds what the window left there
 * (see `userData` in main/index.ts). A relative XDG_CONFIG_HOME counts as none (XDG Base Directory Specification).
 */
export function dataFolder(env: Readonly<Record<string, string | undefined>>, home: string): string {
  const configured = env['XDG_CONFIG_HOME'] ?? '';
  return join(isAbsolute(configured) ? configured : join(home, '.config'), 'hugepages-guide');
}
