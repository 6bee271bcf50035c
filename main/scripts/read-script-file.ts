import {
  type BigIntStats,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
} from 'node:fs';
import type { ScriptFault } from '../../common/script/reading';
import { sha256Of } from './sha256';
import { systemErrorCode } from './system-error';

/** A start script is some KiB; what is larger is none. */
const MOST_BYTES = 1_048_576;

/** How often a file that changes under the reading is read anew. */
const MOST_TRIES = 3;

/** A script at one moment: its content, and what tells it from any other file (inode(7)). */
export interface ScriptFile {
  /** Absolute, without symlinks. */
  readonly path: string;
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly dev: bigint;
  readonly ino: bigint;
  /** Permissions with the set-user-ID, set-group-ID and sticky bits, without the kind of file. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Names that the file has, in whatever folders. */
  readonly links: number;
  readonly mtimeNs: bigint;
}

export type ScriptFileReading =
  { readonly kind: 'read'; readonly file: ScriptFile } | { readonly kind: 'fault'; readonly fault: ScriptFault };

/**
 * Reads a script as a whole, and that it stayed the same meanwhile. Follows symlinks. Faults: `missing` (also a symlink
 * that leads nowhere or in a circle), `not-a-file`, `unreadable`, `too-large`, `empty`, `binary`, `changed` (somebody
 * kept writing it).
 */
export function readScriptFile(path: string): ScriptFileReading {
  try {
    const realPath = realpathSync.native(path);
    // Asked first because opening some devices does something (a tape rewinds, a watchdog starts).
    if (!lstatSync(realPath).isFile()) return fault({ id: 'not-a-file' });
    // O_NONBLOCK and O_NOFOLLOW in case it was exchanged since; Node adds O_CLOEXEC to every open.
    const descriptor = openSync(realPath, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    try {
      return readOpenFile(realPath, descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return fault(faultOfReading(error));
  }
}

function fault(found: ScriptFault): ScriptFileReading {
  return { kind: 'fault', fault: found };
}

/** The last one: a NUL, which no path can hold. */
const NOT_THERE = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

function faultOfReading(error: unknown): ScriptFault {
  return { id: NOT_THERE.has(systemErrorCode(error) ?? '') ? 'missing' : 'unreadable' };
}

function readOpenFile(path: string, descriptor: number): ScriptFileReading {
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const before = fstatSync(descriptor, { bigint: true });
    if (!before.isFile()) return fault({ id: 'not-a-file' });
    if (before.size > MOST_BYTES) return fault({ id: 'too-large', bytes: Number(before.size) });
    const bytes = readBytes(descriptor, Number(before.size));
    const after = fstatSync(descriptor, { bigint: true });
    if (before.size !== after.size || before.mtimeNs !== after.mtimeNs || before.ctimeNs !== after.ctimeNs) continue;
    return judgeContent(path, after, bytes);
  }
  return fault({ id: 'changed' });
}

/**
 * All that is there, up to one byte more than a script may have. Files of /proc have no size; one that has grown beyond
 * its size is being written, and need not be followed.
 */
function readBytes(descriptor: number, sizeBytes: number): Buffer {
  const buffer = Buffer.alloc(sizeBytes > 0 ? sizeBytes + 1 : MOST_BYTES + 1);
  let length = 0;
  for (;;) {
    const got = length < buffer.length ? readSync(descriptor, buffer, length, buffer.length - length, length) : 0;
    if (got === 0) return buffer.subarray(0, length);
    length += got;
  }
}

function judgeContent(path: string, stat: BigIntStats, bytes: Buffer): ScriptFileReading {
  // Files of /proc may hold more than their size says.
  if (bytes.length > MOST_BYTES) return fault({ id: 'too-large', bytes: bytes.length });
  if (bytes.length === 0) return fault({ id: 'empty' });
  if (isBinary(bytes)) return fault({ id: 'binary' });
  const { dev, ino, mtimeNs } = stat;
  const [mode, uid, gid, links] = [Number(stat.mode & 0o7777n), Number(stat.uid), Number(stat.gid), Number(stat.nlink)];
  return { kind: 'read', file: { path, bytes, sha256: sha256Of(bytes), dev, ino, mode, uid, gid, links, mtimeNs } };
}

/** No shell reads these: NUL ends a C string, ELF is a program (elf(5)), the others are the marks of UTF-16. */
function isBinary(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 4);
  return bytes.includes(0) || start === '\x7fELF' || start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff');
}
