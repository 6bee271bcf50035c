import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import sudoPrompt from 'sudo-prompt';
import type { Elevation } from '../common/outcome';
import type { PromptFacts } from '../common/snapshot';

/** What `sudoPrompt.exec` hands to its callback. */
interface PromptAnswer {
  readonly error: Error | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Shown by polkit agents that name the program that asks. */
const PROMPT_NAME = 'Hugepages Guide';

/** Runs the text when the program is root already: no prompt, nothing to decline. */
async function runAsRoot(rootText: string): Promise<Elevation> {
  const shell = spawn('/bin/sh', ['-s'], { cwd: '/', stdio: ['pipe', 'pipe', 'pipe'] });
  // A shell that ends before it has read all makes the pipe fail; its exit code tells the story.
  shell.stdin.on('error', () => undefined);
  shell.stdin.end(rootText);
  try {
    const [exitCode, stdout, stderr] = await Promise.all([exitCodeOf(shell), text(shell.stdout), text(shell.stderr)]);
    return { kind: 'granted', exitCode, stdout, stderr };
  } catch (error) {
    return { kind: 'failed', detail: String(error) };
  }
}

async function exitCodeOf(shell: ReturnType<typeof spawn>): Promise<number> {
  const values: readonly unknown[] = await once(shell, 'close');
  const [code] = values;
  return typeof code === 'number' ? code : -1;
}

/**
 * Asks through sudo-prompt. Its command passes through an unprivileged shell first, which would expand `$` and
 * backticks; base64 has neither, so the text arrives as it was shown, and no file of it ever exists.
 */
function ask(rootText: string): Promise<PromptAnswer> {
  const token = Buffer.from(rootText, 'utf8').toString('base64');
  // pkexec refuses a SHELL that is not in /etc/shells, and sudo-prompt quotes the working directory badly.
  process.env['SHELL'] = '/bin/sh';
  process.chdir('/');
  return new Promise((resolve) => {
    sudoPrompt.exec(`echo ${token} | base64 -d | /bin/sh`, { name: PROMPT_NAME }, (error, stdout, stderr) => {
      // Its types say undefined; what comes is null.
      resolve({ error: error ?? undefined, stdout: String(stdout ?? ''), stderr: String(stderr ?? '') });
    });
  });
}

function exitCodeFrom(error: Error): number | null {
  return 'code' in error && typeof error.code === 'number' ? error.code : null;
}

/**
 * How asking ended. sudo-prompt overwrites the message when its marker did not come back; the exit code and stderr are
 * pkexec's own (pkexec(1): 126 the dialog was dismissed, 127 not authorised or no way to ask).
 */
function judge({ error, stdout, stderr }: PromptAnswer): Elevation {
  if (error === undefined) return { kind: 'granted', exitCode: 0, stdout, stderr };
  const code = exitCodeFrom(error);
  const wasRefused = /^(User did not grant permission|No polkit authentication agent found)\.$/.test(error.message);
  // A text that has said something did run, also when it was killed and has no exit code.
  if (!wasRefused && (code !== null || stdout !== '')) return { kind: 'granted', exitCode: code ?? -1, stdout, stderr };
  const detail = stderr.trim();
  if (/No authentication agent found/i.test(stderr)) return { kind: 'no-agent', detail };
  if (/Unable to find pkexec/i.test(error.message)) return { kind: 'no-pkexec' };
  if (/must be setuid root/i.test(stderr)) return { kind: 'no-new-privs' };
  if (code === 126) return { kind: 'declined' };
  if (code === 127) return { kind: 'not-authorised', detail };
  return { kind: 'failed', detail: detail === '' ? error.message : detail };
}

/**
 * The only place that asks for root: runs a text as root, with one password prompt, and tells how that went. Never
 * rejects. No time limit: the dialog stays open as long as the person wants.
 */
export async function elevate(rootText: string, prompt: PromptFacts, isRoot: boolean): Promise<Elevation> {
  if (isRoot) return runAsRoot(rootText);
  if (prompt.hasNoNewPrivs) return { kind: 'no-new-privs' };
  if (!prompt.hasPkexec) return { kind: 'no-pkexec' };
  return judge(await ask(rootText));
}
