import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const VARIABLE = 'HUGEPAGES_GUIDE_CHROMIUM';

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export type Found =
  { readonly kind: 'found'; readonly path: string } | { readonly kind: 'missing'; readonly message: string };

/** The browser to drive, or one sentence that says how to get it. */
export function findChromium(env: NodeJS.ProcessEnv): Found {
  const given = env[VARIABLE];
  if (given) {
    if (isExecutable(given)) return { kind: 'found', path: given };
    return {
      kind: 'missing',
      message: `${VARIABLE} names ${given}, which cannot be run; unset it or run: export ${VARIABLE}="$(command -v chromium)"`,
    };
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const path = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
  if (path !== undefined) return { kind: 'found', path };
  return {
    kind: 'missing',
    message: `The stand-in for Electron found no ${NAMES.join(', ')} on PATH; run: sudo apt-get install chromium`,
  };
}
