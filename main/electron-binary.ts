import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Electron's binary where its npm package unpacks it (node_modules/electron/path.txt and dist); null where none is. The
 * package itself is not imported, because that alone would start a download (its index.js).
 */
export function electronBinary(packageRoot: string): string | null {
  const folder = join(packageRoot, 'node_modules', 'electron');
  try {
    const binary = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}
