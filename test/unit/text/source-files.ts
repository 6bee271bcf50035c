import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export interface SourceFile {
  /** From the checkout's root. */
  readonly path: string;
  readonly text: string;
}

/** The program's own sources (.ts and .svelte) below these folders; the catalogue itself is left out. */
export function readSources(folders: readonly string[]): readonly SourceFile[] {
  return folders
    .flatMap(filesBelow)
    .filter((path) => /\.(?:ts|svelte)$/.test(path) && !path.startsWith('common/text/'))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}
