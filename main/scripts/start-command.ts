import { accessSync, constants, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path/posix';
import type { StartFault } from '../../common/script/reading';
import { hostFiles } from '../host-files';
import type { Environment } from './start-environment';
import { systemErrorCode, systemErrorWords } from './system-error';

/** What the kernel reads of a file to find out how it is run (BINPRM_BUF_SIZE, include/uapi/linux/binfmts.h). */
const HEAD_BYTES = 256;

export type StartCommand =
  /** The program and its arguments, each a word: no shell takes them apart. */
  | { readonly kind: 'command'; readonly words: readonly string[] }
  | { readonly kind: 'refused'; readonly fault: StartFault };

/**
 * How a script is run: as the program that it is; by the interpreter that it names where it may not be executed; by
 * bash, or else sh, where it names none, as an interactive shell does it. `path` is absolute. Faults: `missing`, and
 * `cannot-run` with the system's words.
 */
export function readStartCommand(path: string, env: Environment): StartCommand {
  try {
    // As execve(2) would answer.
    if (!statSync(path).isFile()) return cannotRun('EACCES');
  } catch (error) {
    return isMissing(error) ? { kind: 'refused', fault: { id: 'missing' } } : cannotRun(systemErrorWords(error));
  }
  const head = hostFiles('/').read(path, { mostBytes: HEAD_BYTES });
  const obstacle = obstacleToRunning(path);
  // Not text, or not to be read: only the kernel can tell what it is.
  if (head === null || head.includes('\0')) return obstacle === null ? command(path) : cannotRun(obstacle);
  const interpreter = shebangOf(head);
  const [program] = interpreter;
  if (program === undefined) return command(shell(env), path);
  const fault = obstacleToRunning(resolve(dirname(path), program));
  // Named here because the system would say that the script itself is missing. A carriage return is hard to see.
  if (fault !== null) return cannotRun(`${program.replaceAll('\r', '\\r')}: ${fault}`);
  return obstacle === null ? command(path) : command(...interpreter, path);
}

/** The program of that name in the folders of PATH; null where there is none. */
export function findOnPath(name: string, env: Environment): string | null {
  const folders = (env['PATH'] ?? '/usr/bin:/bin').split(':').filter(isAbsolute);
  return folders.map((folder) => join(folder, name)).find((path) => obstacleToRunning(path) === null) ?? null;
}

/** The interpreter and, where it has one, its only argument, as fs/binfmt_script.c takes the line apart. */
function shebangOf(head: string): readonly string[] {
  const [line = ''] = head.split('\n', 1);
  const [, program, argument] = /^#![ \t]*([^ \t]+)[ \t]*(.*?)[ \t]*$/s.exec(line) ?? [];
  return [program, argument].filter((word) => word !== undefined && word !== '').map(String);
}

function shell(env: Environment): string {
  return findOnPath('bash', env) ?? findOnPath('sh', env) ?? '/bin/sh';
}

/** Why a file may not be executed, in the system's words; null where it may. With `noexec` nothing may (access(2)). */
function obstacleToRunning(path: string): string | null {
  try {
    accessSync(path, constants.X_OK);
    return null;
  } catch (error) {
    return systemErrorWords(error);
  }
}

function isMissing(error: unknown): boolean {
  // The last one is a NUL, which no path can hold.
  const codes = ['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'];
  return codes.includes(systemErrorCode(error) ?? '');
}

function command(...words: readonly string[]): StartCommand {
  return { kind: 'command', words };
}

function cannotRun(detail: string): StartCommand {
  return { kind: 'refused', fault: { id: 'cannot-run', detail } };
}
