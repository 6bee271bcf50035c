import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { countCheck, type RunResult, sumCounts } from '../rings/outcome';
import { say } from '../rings/command';
import { type Gate, GATES } from './gates';
import { makeScratchCopy, plantAll, removeOldCopies } from './scratch-copy';

/** As many gates at a time. */
const LANES = 2;

/** Plants every fault into a copy of the checkout and counts the gates that see theirs. */
export async function runCanaries(): Promise<RunResult> {
  removeOldCopies();
  const copy = makeScratchCopy();
  try {
    plantAll(copy);
    const left = [...GATES];
    const results: RunResult[] = [];
    const lane = async () => {
      for (let gate = left.shift(); gate; gate = left.shift()) results.push(await runGate(copy, gate));
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return {
      counts: sumCounts(results.map(({ counts }) => counts)),
      failures: results.flatMap(({ failures }) => failures),
    };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

export function countCanaries(): number {
  return GATES.reduce((sum, { canaries }) => sum + canaries.length, 0);
}

async function runGate(copy: string, { name, command, canaries }: Gate): Promise<RunResult> {
  const { exitCode, output } = await runQuietly(copy, command);
  const failures: string[] = [];
  const counts = canaries.map(({ fault, saysSo }) => {
    const isSeen = exitCode !== 0 && saysSo.test(output);
    const sentence = `${fault} turns ${name} red`;
    say(`${isSeen ? '✓' : '✗'} ${sentence}`);
    if (!isSeen) failures.push(sentence);
    return countCheck(isSeen);
  });
  if (failures.length > 0) say(output);
  return { counts: sumCounts(counts), failures };
}

async function runQuietly(cwd: string, [program = '', ...args]: readonly string[]) {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', CI: '1' };
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  await once(child, 'close');
  return { exitCode: child.exitCode, output };
}
