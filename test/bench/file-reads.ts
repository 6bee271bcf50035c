import fs, { closeSync, openSync, readSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** One file that was read: its path, how it was opened, and the length of each read. */
export interface FileRead {
  readonly path: string;
  readonly flags: number | string;
  readonly lengths: number[];
}

const buffer = Buffer.allocUnsafe(1_048_576);

/** What a function opens and reads, found out by standing in for node:fs while it runs once. */
export function recordReads(run: () => void): readonly FileRead[] {
  const original = { openSync: fs.openSync, readSync: fs.readSync };
  const open = new Map<number, FileRead>();
  const all: FileRead[] = [];
  fs.openSync = (path, flags, mode) => {
    const file = original.openSync(path, flags, mode);
    const read = { path: String(path), flags: flags, lengths: [] };
    open.set(file, read);
    all.push(read);
    return file;
  };
  fs.readSync = ((file: number, into: Buffer, offset: number, length: number, position: number | null) => {
    open.get(file)?.lengths.push(length);
    return original.readSync(file, into, offset, length, position);
  }) as typeof fs.readSync;
  syncBuiltinESMExports();
  try {
    run();
  } finally {
    Object.assign(fs, original);
    syncBuiltinESMExports();
  }
  return all;
}

/** The same opens, reads and closes again, and nothing with what comes back. */
export function replayReads(reads: readonly FileRead[]): void {
  for (const { path, flags, lengths } of reads) {
    const file = openSync(path, flags);
    for (const length of lengths) readSync(file, buffer, 0, length, null);
    closeSync(file);
  }
}
