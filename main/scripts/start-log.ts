import { randomUUID } from 'node:crypto';
import { chmodSync, closeSync, constants, mkdirSync, openSync, rmSync, statSync, truncateSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path/posix';
import { stripVTControlCharacters } from 'node:util';
import { hostFiles } from '../host-files';
import { dataFolder } from './data-folder';
import type { Environment } from './start-environment';

const MOST_LINES = 20;
const MOST_CHARACTERS = 500;
/** Enough for that many lines of that many characters, four bytes each. */
const HEAD_BYTES = 65_536;
/** Of a file whose beginning is known, more than this is thrown away. */
const LARGEST_BYTES = 1_048_576;

/**
 * What one start says on standard error. A file, because a pipe breaks when the window closes and would end the VM by
 * SIGPIPE; in the data folder, because a talkative VM could fill the small /run/user/UID that the desktop lives on.
 */
export class StartLog {
  readonly #path: string;
  /** For the program to write to. */
  readonly descriptor: number;
  /** The first lines, once nothing can be added to them. */
  #final: readonly string[] | null = null;

  private constructor(path: string, descriptor: number) {
    this.#path = path;
    this.descriptor = descriptor;
  }

  /** A new, empty one that only its owner may read; null where there is no place for it. */
  static create(env: Environment): StartLog | null {
    try {
      const folder = join(dataFolder(env, homedir()), 'logs');
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      chmodSync(folder, 0o700);
      const path = join(folder, `${randomUUID()}.log`);
      // Appending, so that it can be emptied while the VM writes.
      const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_APPEND;
      return new StartLog(path, openSync(path, flags, 0o600));
    } catch {
      return null;
    }
  }

  /** Gives this process's hold on it back: the started program has its own. */
  close(): void {
    closeSync(this.descriptor);
  }

  /** Takes those of earlier starts away. A VM that still writes to one does so into nothing. */
  removeOthers(): void {
    const folder = dirname(this.#path);
    for (const name of hostFiles('/').list(folder)) {
      const path = join(folder, name);
      if (name.endsWith('.log') && path !== this.#path) remove(path);
    }
  }

  remove(): void {
    remove(this.#path);
  }

  /** At most 20 lines of 500 characters, the last one also while it is incomplete; none where it cannot be read. */
  firstLines(): readonly string[] {
    if (this.#final !== null) {
      this.#bound();
      return this.#final;
    }
    const text = hostFiles('/').read(this.#path, { mostBytes: HEAD_BYTES }) ?? '';
    const lines = text.split(/\r\n|[\r\n]/);
    const isFinal = lines.length > MOST_LINES || Buffer.byteLength(text) >= HEAD_BYTES;
    if (lines.at(-1) === '') lines.pop();
    const first = lines.slice(0, MOST_LINES).map(harmless);
    if (isFinal) this.#final = first;
    return first;
  }

  #bound(): void {
    try {
      if (statSync(this.#path).size > LARGEST_BYTES) truncateSync(this.#path);
    } catch {
      // It has been removed meanwhile.
    }
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The next start tries again.
  }
}

/** Without colours; other control characters, and those that turn the direction of writing, become a visible mark. */
function harmless(line: string): string {
  const plain = stripVTControlCharacters(line).replaceAll('\t', ' ');
  const marked = plain.replace(/[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '\ufffd');
  return Array.from(marked).slice(0, MOST_CHARACTERS).join('');
}
