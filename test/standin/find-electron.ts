import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

export interface FoundElectron {
  readonly kind: 'electron' | 'stand-in';
  readonly executablePath: string;
}

/** What node_modules/electron has unpacked, if anything. Importing the package to ask it would start a download. */
function installedElectron(root: string): string | null {
  const folder = join(root, 'node_modules/electron');
  const pointer = join(folder, 'path.txt');
  if (!existsSync(pointer)) return null;
  const path = join(folder, 'dist', readFileSync(pointer, 'utf8').trim());
  return existsSync(path) ? path : null;
}

/** The program to run the app with: the one named by HUGEPAGES_GUIDE_ELECTRON, the installed Electron, or the stand-in. */
export function findElectron(root: string): FoundElectron {
  const standIn = join(root, 'test/standin/electron');
  const given = process.env['HUGEPAGES_GUIDE_ELECTRON'];
  if (given !== undefined && given !== '') {
    if (!existsSync(given))
      throw new Error(
        `HUGEPAGES_GUIDE_ELECTRON names ${given}, which does not exist; run: unset HUGEPAGES_GUIDE_ELECTRON`,
      );
    const isStandIn = realpathSync(given) === realpathSync(standIn);
    return { kind: isStandIn ? 'stand-in' : 'electron', executablePath: given };
  }
  const installed = installedElectron(root);
  return installed === null
    ? { kind: 'stand-in', executablePath: standIn }
    : { kind: 'electron', executablePath: installed };
}
