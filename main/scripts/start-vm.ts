import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path/posix';
import type { ScriptId, StartFault, StartOutcome, VmStart } from '../../common/script/reading';
import type { HostSnapshot } from '../../common/snapshot';
import { readStartCommand } from './start-command';
import { type Environment, personsEnvironment } from './start-environment';
import { groupToLend, lendGroup } from './start-group';
import { StartLog } from './start-log';
import { systemErrorWords } from './system-error';

interface Started {
  readonly script: ScriptId;
  readonly child: ChildProcess;
  readonly log: StartLog | null;
}

/** Starts scripts as the person, and remembers the last start. */
export class VmStarter {
  readonly #env: Environment;
  #last: Started | null = null;

  constructor(env: Environment = personsEnvironment()) {
    this.#env = env;
  }

  /**
   * Runs the script at this absolute path in its own folder, with the person's environment, and with the group that a
   * login from before the plan lacks. It has a session of its own and nothing of this process but a file for its
   * standard error, so it outlives the window. Never rejects. Faults: `missing`, `no-group`, and `cannot-run` with the
   * system's words; the last start is then still the one before.
   */
  async start(path: string, script: ScriptId, host: HostSnapshot): Promise<StartOutcome> {
    const command = readStartCommand(path, this.#env);
    if (command.kind === 'refused') return command;
    const group = groupToLend(host);
    if (group === null) return this.#launch(path, script, command.words);
    const words = await lendGroup(command.words, group, this.#env);
    return words === null ? refused({ id: 'no-group', group }) : this.#launch(path, script, words);
  }

  /** What the last start has come to; null before one. `pid` is sg's where that lends the group. */
  read(): VmStart | null {
    if (this.#last === null) return null;
    const { script, child, log } = this.#last;
    return { script, pid: pidOf(child), lines: log?.firstLines() ?? [], exitCode: exitCodeOf(child) };
  }

  async #launch(path: string, script: ScriptId, words: readonly string[]): Promise<StartOutcome> {
    const [program = '', ...args] = words;
    const log = StartLog.create(this.#env);
    try {
      const child = spawn(program, args, {
        cwd: dirname(path),
        env: { ...this.#env },
        detached: true,
        stdio: ['ignore', 'ignore', log?.descriptor ?? 'ignore'],
      });
      child.unref();
      await once(child, 'spawn');
      this.#last = { script, child, log };
      log?.removeOthers();
      return { kind: 'started', pid: pidOf(child) };
    } catch (error) {
      log?.remove();
      return refused({ id: 'cannot-run', detail: systemErrorWords(error) });
    } finally {
      log?.close();
    }
  }
}

function refused(fault: StartFault): StartOutcome {
  return { kind: 'refused', fault };
}

/** It has one from the moment that it was spawned. */
function pidOf(child: ChildProcess): number {
  return child.pid ?? 0;
}

/** Node fills these in when it emits `exit`. */
function exitCodeOf({ exitCode, signalCode }: ChildProcess): number | null {
  return signalCode === null ? exitCode : -1;
}
