import { spawnSync } from 'node:child_process';
import * as v from 'valibot';
import { machineObstacles } from '../machine/harness/availability';
import { ROOT } from '../rings/command';
import { type Figure, skippedFigure } from './figure';
import { ms } from './rounds';

const MOST_ABOVE_MS = 250;
const WHAT = 'apply of 4 GiB as a whole, above a bare write of 2048 pages';
const takenSchema = v.object({ wholeMs: v.number(), bareMs: v.number(), steps: v.array(v.string()) });

/** Everything one apply does as root, against the one write it is about; in the private machine. */
export function benchApply(): readonly Figure[] {
  const obstacles = machineObstacles();
  if (obstacles.length > 0) return [skippedFigure(WHAT, obstacles.join('; '))];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      'test/machine/harness/supervise.ts',
      process.execPath,
      '--import',
      'tsx',
      'test/bench/apply-rounds.ts',
    ],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (status !== 0) return [{ ...skippedFigure(WHAT, `${stdout}${stderr}`), isMet: false }];
  const { wholeMs, bareMs, steps } = v.parse(takenSchema, JSON.parse(stdout));
  const aboveMs = wholeMs - bareMs;
  return [
    {
      what: `${WHAT} (${steps.join(', ')})`,
      measured: `+ ${ms(aboveMs)} (${ms(wholeMs)} : ${ms(bareMs)})`,
      goal: `≤ + ${String(MOST_ABOVE_MS)} ms`,
      isMet: aboveMs <= MOST_ABOVE_MS,
      numbers: { wholeMs, bareMs, aboveMs },
    },
  ];
}
