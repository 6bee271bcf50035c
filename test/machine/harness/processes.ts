import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** How a finished program ended. A program ended by a signal has exit code 128 + its number, as in a shell. */
export interface Finished {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** The whole environment; left out, this process's own. */
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly input?: string;
  readonly timeoutMs?: number;
}

/** A program that stays until it is stopped. */
export interface Running {
  readonly pid: number;
  /** What it has said so far on both streams, for reports. */
  readonly output: () => string;
  readonly hasEnded: () => boolean;
  /** Ends this process by its pid (SIGTERM, after five seconds SIGKILL) and waits until it is gone. */
  readonly stop: () => Promise<void>;
}

const SIGNAL_NUMBERS: Readonly<Record<string, number>> = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 };

/** Runs a program to its end without blocking this process. Throws when it cannot be started or takes too long. */
export async function run(command: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const { env, cwd, input = '', timeoutMs = 60_000 } = options;
  const [program = '', ...args] = command;
  const child = spawn(program, args, { env, cwd, stdio: 'pipe' });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  // A program that ends without reading its input closes the pipe; that is no fault of the caller.
  child.stdin.on('error', () => undefined).end(input);
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  await once(child, 'close');
  clearTimeout(timer);
  if (child.signalCode === 'SIGKILL') throw new Error(`${command.join(' ')}: killed after ${String(timeoutMs)} ms`);
  return { exitCode: exitCodeOf(child), stdout, stderr };
}

/** Like `run`, but a failing program is a fault of the test's set-up and throws with its words. */
export async function mustRun(command: readonly string[], options: RunOptions = {}): Promise<string> {
  const { exitCode, stdout, stderr } = await run(command, options);
  if (exitCode !== 0) throw new Error(`${command.join(' ')}: exit code ${String(exitCode)}\n${stderr}`);
  return stdout;
}

/** Starts a program that stays. The caller stops it. Throws when it cannot be started. */
export async function start(command: readonly string[], options: RunOptions = {}): Promise<Running> {
  const { env, cwd } = options;
  const [program = '', ...args] = command;
  const child = spawn(program, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = once(child, 'close');
  await once(child, 'spawn');
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    if (hasEnded()) return;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(timer);
  };
  return { pid: child.pid ?? 0, output: () => output, hasEnded, stop };
}

/** The exit code as a shell would tell it. */
export function exitCodeOf(child: ChildProcess): number {
  return child.exitCode ?? 128 + (SIGNAL_NUMBERS[child.signalCode ?? ''] ?? 0);
}
