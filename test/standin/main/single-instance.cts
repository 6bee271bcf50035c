// One instance per userData folder. The answer is needed at once, so the lock is a symbolic link, made atomically;
// a later instance leaves its arguments as a file, which the first one watches for.
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  watch,
  type FSWatcher,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

export interface SecondInstance {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

/** A process id alone may belong to someone else by now; with its start time it is unique. */
function identityOf(pid: string): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${pid}-${fields[19] ?? ''}`;
  } catch {
    return null;
  }
}

export class SingleInstance {
  readonly #onSecond: (second: SecondInstance) => void;
  #link: string | null = null;
  #watcher: FSWatcher | null = null;

  constructor(onSecond: (second: SecondInstance) => void) {
    this.#onSecond = onSecond;
    process.on('exit', () => {
      this.release();
    });
  }

  get isHeld(): boolean {
    return this.#link !== null;
  }

  request(userData: string, second: SecondInstance): boolean {
    if (this.isHeld) return true;
    const link = join(userData, 'StandInLock');
    const mailbox = join(userData, 'StandInMail');
    mkdirSync(mailbox, { recursive: true });
    if (this.#take(link)) {
      this.#link = link;
      this.#listen(mailbox);
      return true;
    }
    const letter = join(mailbox, String(process.pid));
    writeFileSync(`${letter}.part`, JSON.stringify(second));
    renameSync(`${letter}.part`, `${letter}.json`);
    return false;
  }

  release(): void {
    this.#watcher?.close();
    if (this.#link !== null) rmSync(this.#link, { force: true });
    this.#link = null;
  }

  #take(link: string): boolean {
    try {
      symlinkSync(identityOf(String(process.pid)) ?? String(process.pid), link);
      return true;
    } catch {
      const holder = readlinkSync(link);
      if (identityOf(holder.split('-')[0] ?? '') === holder) return false;
      rmSync(link, { force: true });
      return this.#take(link);
    }
  }

  #listen(mailbox: string): void {
    for (const old of readdirSync(mailbox)) rmSync(join(mailbox, old), { force: true });
    this.#watcher = watch(mailbox, { persistent: false }, () => {
      this.#readMail(mailbox);
    });
  }

  #readMail(mailbox: string): void {
    for (const name of readdirSync(mailbox).filter((entry) => entry.endsWith('.json'))) {
      const letter = join(mailbox, name);
      const second = JSON.parse(readFileSync(letter, 'utf8')) as SecondInstance;
      rmSync(letter, { force: true });
      this.#onSecond(second);
    }
  }
}
