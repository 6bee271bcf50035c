import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

const SHEBANG = /^#!(?:\/usr)?\/bin\/(?:env )?(?:ba|da)?sh\b/;

/** npm's, and scripts that stand for those of all kinds of people. */
const NOT_OURS = ['node_modules', 'qemu-scripts'];

/** Every shell file below these folders, by its first line; sorted, with the folder's name in front. */
export function findShellFiles(folders: readonly string[]): readonly string[] {
  return folders.flatMap(filesBelow).filter(isShellFile).sort();
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.includes(entry.name) ? [] : filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

function isShellFile(file: string): boolean {
  const start = Buffer.alloc(32);
  const opened = openSync(file, 'r');
  readSync(opened, start);
  closeSync(opened);
  return SHEBANG.test(start.toString('latin1'));
}
