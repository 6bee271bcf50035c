import { spawnSync } from 'node:child_process';
import type { ScriptFault } from '../../common/script/reading';
import { findSystemProgram, SYSTEM_ENVIRONMENT } from './system-programs';
import { systemErrorWords } from './system-error';

const MOST_MILLISECONDS = 10_000;

/** A shell quotes the line that it does not like, which may be as long as the whole script. */
const MOST_ANSWER_BYTES = 4 * 1_048_576;
const MOST_DETAIL_LETTERS = 300;

/** Each shell's program, and the ways to call it of which one has to accept the script. */
const SHELLS = {
  // Scripts may turn extglob on while they run, which `-n` does not see.
  bash: { program: 'bash', calls: [['-n'], ['-O', 'extglob', '-n']] },
  sh: { program: 'sh', calls: [['-n']] },
  dash: { program: 'dash', calls: [['-n']] },
  ksh: { program: 'ksh', calls: [['-n']] },
  mksh: { program: 'mksh', calls: [['-n']] },
  ash: { program: 'ash', calls: [['-n']] },
  busybox: { program: 'busybox', calls: [['sh', '-n']] },
} as const satisfies Record<string, { readonly program: string; readonly calls: readonly (readonly string[])[] }>;

/** A shell whose scripts can be checked. */
export type CheckableShell = keyof typeof SHELLS;

/**
 * Has the shell itself read a script without running any of it (`-n` of sh(1p)). Faults: `syntax-error`, with the shell's
 * own words and its line from 1 (null where the shell names none, as busybox does, or gave no answer in 10 s);
 * `no-shell`.
 */
export function checkSyntax(bytes: Buffer, shell: CheckableShell): ScriptFault | null {
  const { program, calls } = SHELLS[shell];
  const path = findSystemProgram(program);
  if (path === null) return { id: 'no-shell', shell };
  let objection: Objection | null = null;
  for (const call of calls) {
    objection = readThrough(path, call, bytes);
    if (objection === null) return null;
  }
  // The last call understands most, so its objection is the one that is meant.
  return objection === null ? null : { id: 'syntax-error', shell, ...objection };
}

/**
 * A patched script has to be read by the shell. Where it is not, but the one `before` is, that is the program's own
 * fault: `result-refused`. Where neither is, the fault is that of the script as it was.
 */
export function checkResult(before: Buffer, after: Buffer, shell: CheckableShell): ScriptFault | null {
  const fault = checkSyntax(after, shell);
  if (fault?.id !== 'syntax-error') return fault;
  const place = fault.line === null ? '' : `${String(fault.line)}: `;
  return (
    checkSyntax(before, shell) ?? { id: 'result-refused', detail: `${shell}: ${place}${fault.detail}`, byHand: '' }
  );
}

interface Objection {
  readonly line: number | null;
  readonly detail: string;
}

function readThrough(path: string, call: readonly string[], bytes: Buffer): Objection | null {
  const { status, stderr, error } = spawnSync(path, call, {
    input: bytes,
    env: SYSTEM_ENVIRONMENT,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'pipe'],
    timeout: MOST_MILLISECONDS,
    killSignal: 'SIGKILL',
    maxBuffer: MOST_ANSWER_BYTES,
    encoding: 'utf8',
  });
  // An error with a status is EPIPE: the shell had seen enough before the end of the script.
  if (status === null) return { line: null, detail: error === undefined ? stderr : systemErrorWords(error) };
  // Such as bash's about a here-document that ends with the file, which it then takes as it is.
  const [said] = stderr.split('\n').filter((line) => line !== '' && !line.includes('warning: '));
  if (said !== undefined) return parseObjection(said);
  return status === 0 ? null : { line: null, detail: String(status) };
}

/** `bash: line 3: words`, `dash: 3: words`, `E: mksh: <stdin>[3]: words`, `ksh: syntax error at line 3: words`. */
function parseObjection(said: string): Objection {
  const [, ofBash, ofDash, ofMksh, words = said] =
    /^(?:E: )?[^:]+: (?:line (\d+): |(\d+): |[^:]*\[(\d+)\]: )?(.*)$/.exec(said) ?? [];
  const line = ofBash ?? ofDash ?? ofMksh ?? / at line (\d+)/.exec(words)?.[1];
  return { line: line === undefined ? null : Number(line), detail: words.slice(0, MOST_DETAIL_LETTERS) };
}
