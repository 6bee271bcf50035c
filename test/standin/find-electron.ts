import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { electronBinary } from '../../main/electron-binary.js';

export interface FoundElectron {
  readonly kind: 'electron' | 'stand-in';
  readonly executablePath: string;
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
  const installed = electronBinary(root);
  return installed === null
    ? { kind: 'stand-in', executablePath: standIn }
    : { kind: 'electron', executablePath: installed };
}
