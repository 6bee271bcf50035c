// The one Chromium of this run: started on a profile of the app, driven over a pipe, gone when this process is.
import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdirSync, readlinkSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { DevTools } from './devtools.cjs';
import { chromiumSwitches, profileSwitches, type SwitchChoice } from './switches.cjs';

const PATIENCE_MS = 3000;

export class Chromium extends EventEmitter {
  readonly #path: string;
  readonly #choice: SwitchChoice;
  readonly #child: ChildProcess;
  readonly #errors: Readable;
  readonly #stderr: string[] = [];
  readonly #isGone: Promise<unknown>;
  #isStopping = false;
  readonly devtools: DevTools;

  constructor(path: string, choice: SwitchChoice) {
    super();
    this.#path = path;
    this.#choice = choice;
    mkdirSync(choice.profile, { recursive: true });
    this.#child = spawn(path, chromiumSwitches(choice), { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
    const [, , errors, output, input] = this.#child.stdio as unknown as [null, null, Readable, Writable, Readable];
    this.#errors = errors;
    this.devtools = new DevTools(output, input);
    this.#isGone = once(this.#child, 'exit');
    this.#child.once('exit', () => {
      if (!this.#isStopping) this.emit('gone', this.#stderr.join('\n'));
    });
    this.#child.once('error', (error) => this.emit('gone', error.message));
  }

  /** Resolves when Chromium answers, and has said where it listens if a port was asked for. */
  async started(): Promise<{ readonly product: string }> {
    const isListening = this.#watchStderr();
    const version = this.devtools.root.send('Browser.getVersion', {});
    if (this.#choice.switches.has('remote-debugging-port'))
      await Promise.race([isListening, version.then(() => isListening)]);
    return version;
  }

  /** Opens a bare window of its own, which only a second start of Chromium can do: it hands over to the first. */
  openAppWindow(url: string): void {
    const child = spawn(this.#path, [...profileSwitches(this.#choice), `--app=${url}`], { stdio: 'ignore' });
    child.once('error', (error) => this.emit('gone', error.message));
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    // Closing, unlike killing, writes the page's storage to disk and removes the profile's lock.
    this.devtools.root.tell('Browser.close', {});
    const timer = setTimeout(() => {
      this.killNow();
    }, PATIENCE_MS);
    await this.#isGone;
    clearTimeout(timer);
  }

  /** For a process that ends at once. A killed Chromium leaves its lock and that one's folder, so they go as well. */
  killNow(): void {
    this.#isStopping = true;
    const folder = this.#lockFolder();
    this.#child.kill('SIGKILL');
    if (folder === null) return;
    rmSync(folder, { recursive: true, force: true });
    for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) {
      rmSync(join(this.#choice.profile, name), { force: true });
    }
  }

  /** Null when there is no lock, or when it is another run's, to which this Chromium had to give way. */
  #lockFolder(): string | null {
    const { profile } = this.#choice;
    try {
      const isOurs = readlinkSync(join(profile, 'SingletonLock')).endsWith(`-${String(this.#child.pid)}`);
      return isOurs ? dirname(readlinkSync(join(profile, 'SingletonSocket'))) : null;
    } catch {
      return null;
    }
  }

  #watchStderr(): Promise<void> {
    const lines = createInterface({ input: this.#errors });
    return new Promise((resolve) => {
      lines.on('line', (line) => {
        const isAddress = line.startsWith('DevTools listening on ');
        if (isAddress || process.env.HUGEPAGES_GUIDE_STANDIN_VERBOSE === '1') process.stderr.write(`${line}\n`);
        if (isAddress) resolve();
        this.#stderr.push(line);
        this.#stderr.splice(0, this.#stderr.length - 20);
      });
    });
  }
}
