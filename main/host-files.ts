import { closeSync, constants, existsSync, lstatSync, openSync, readdirSync, readlinkSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** A text that is larger is not what it should be, and would only take memory. */
const LARGEST_BYTES = 4 * 1_048_576;

/** Reads texts below one root. Nothing here throws: what cannot be read is null, empty or false. */
export interface HostFiles {
  /**
   * The whole text, or its first `mostBytes`; null where the file is missing, unreadable or larger than any such file
   * should be.
   */
  readonly read: (path: string, how?: ReadChoice) => string | null;
  readonly exists: (path: string) => boolean;
  /** The names in a folder; none where there is no such folder. */
  readonly list: (folder: string) => readonly string[];
  /** Where a symlink leads, as it is written in it; null where the path is none. */
  readonly linkTarget: (path: string) => string | null;
  readonly kindOf: (path: string) => 'file' | 'missing' | 'symlink' | 'unreadable';
}

export interface ReadChoice {
  readonly encoding?: 'utf8' | 'latin1';
  readonly mostBytes?: number;
}

/** The files of a machine whose tree begins at `root`. */
export function hostFiles(root: string): HostFiles {
  const at = (path: string): string => (root === '/' ? path : join(root, path));
  return {
    read: (path, how) => readText(at(path), how),
    exists: (path) => existsSync(at(path)),
    list: (folder) => listNames(at(folder)),
    linkTarget: (path) => readLink(at(path)),
    kindOf: (path) => kindOf(at(path)),
  };
}

/** Kept between reads: texts of /proc are small, and a new buffer for each would cost more than reading them. */
const shared = Buffer.allocUnsafe(65_536);

function readText(path: string, { encoding = 'utf8', mostBytes }: ReadChoice = {}): string | null {
  let file: number;
  try {
    // Without O_NONBLOCK a named pipe in place of the file would never open.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch {
    return null;
  }
  try {
    return readAll(file, encoding, mostBytes);
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}

/** Files of /proc give a few KiB per read, whatever is asked for: read until nothing comes. */
function readAll(file: number, encoding: 'utf8' | 'latin1', mostBytes: number | undefined): string | null {
  let buffer = shared;
  let length = 0;
  for (;;) {
    const wanted = Math.min(buffer.length, mostBytes ?? Infinity) - length;
    const got = wanted > 0 ? readSync(file, buffer, length, wanted, null) : 0;
    if (got === 0) return buffer.toString(encoding, 0, length);
    length += got;
    if (length > LARGEST_BYTES) return null;
    if (length === buffer.length) buffer = Buffer.concat([buffer], 2 * length);
  }
}

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readLink(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}

function kindOf(path: string): 'file' | 'missing' | 'symlink' | 'unreadable' {
  try {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return 'missing';
    if (stat.isSymbolicLink()) return 'symlink';
    return stat.isFile() ? 'file' : 'unreadable';
  } catch {
    return 'unreadable';
  }
}
