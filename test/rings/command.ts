import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where the runners leave their JSON reports. */
export const REPORTS = 'test-results';

const TIMEOUT_MS = 900_000;
/** What a command has after that to put things back. */
const GRACE_MS = 20_000;

/**
 * Runs a command from the checkout's root, on this terminal, and gives its exit code. A command that hangs is ended
 * after a quarter of an hour and counts as failed (137), as does one that cannot be started (127).
 */
export async function runCommand(
  [program = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  const timers = [
    setTimeout(() => child.kill('SIGTERM'), TIMEOUT_MS),
    setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS + GRACE_MS),
  ];
  try {
    await once(child, 'exit');
  } catch {
    return 127;
  } finally {
    timers.forEach(clearTimeout);
  }
  return child.exitCode ?? 137;
}

/** What a command prints, silently; empty where it failed. */
export function readCommand([program = '', ...args]: readonly string[]): string {
  const { status, stdout } = spawnSync(program, args, { cwd: ROOT, encoding: 'utf8', timeout: TIMEOUT_MS });
  return status === 0 ? stdout : '';
}

/** A tool of this checkout by its script, run by this very Node: no npx, no PATH, from any folder. */
export function nodeTool(script: string, ...args: string[]): readonly string[] {
  return [process.execPath, join(ROOT, 'node_modules', script), ...args];
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
