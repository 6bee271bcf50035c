import { spawnSync } from 'node:child_process';
import * as v from 'valibot';
import { STAND_IN } from '../../build/setup/build-steps';
import { machineObstacles } from '../machine/harness/availability';
import { ROOT } from '../rings/command';
import { findElectron } from '../standin/find-electron';
import { buildIfOutdated } from './built';
import { type Figure, skippedFigure } from './figure';
import { ms } from './rounds';

/** One core is 100 %. */
const MOST_PERCENT = 1;
const useSchema = v.object({
  screen: v.string(),
  isVisible: v.boolean(),
  mainPercent: v.number(),
  browserPercent: v.number(),
});
const takenSchema = v.object({ firstPaintMs: v.number(), idleMs: v.number(), idle: v.array(useSchema) });

/**
 * Launch to first paint, and the idle app's use of a core, on the first screen and on those that look again and again.
 * Verify needs a pool, which only the private machine may be given.
 */
export function benchWindow(): readonly Figure[] {
  const { kind } = findElectron(ROOT);
  if (kind === 'stand-in') buildIfOutdated(STAND_IN);
  const obstacles = machineObstacles();
  const node = [process.execPath, '--import', 'tsx'];
  const supervisor = obstacles.length === 0 ? [...node, 'test/machine/harness/supervise.ts'] : [];
  const [program, ...args] = [...supervisor, ...node, 'test/bench/window-rounds.ts'];
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) return [{ ...skippedFigure('the window', `${stdout}${stderr}`), isMet: false }];
  const { firstPaintMs, idleMs, idle } = v.parse(takenSchema, JSON.parse(stdout));
  return [
    {
      what: `launch to first paint (${kind})`,
      measured: ms(firstPaintMs),
      goal: '',
      isMet: null,
      numbers: { firstPaintMs },
    },
    ...idle.map((use) => idleFigure(use, idleMs, kind)),
    ...(obstacles.length === 0 ? [] : [skippedFigure('idle on Verify', obstacles.join('; '))]),
  ];
}

function idleFigure(
  { screen, isVisible, mainPercent, browserPercent }: v.InferOutput<typeof useSchema>,
  idleMs: number,
  kind: string,
): Figure {
  return {
    what: `idle over ${String(idleMs / 1_000)} s, ${screen} ${isVisible ? 'visible' : 'hidden'} (${kind})`,
    measured: `${mainPercent.toFixed(2)} % of a core; its browser ${browserPercent.toFixed(2)} %`,
    goal: `≤ ${String(MOST_PERCENT)} % in all`,
    isMet: mainPercent + browserPercent <= MOST_PERCENT,
    numbers: { mainPercent, browserPercent },
  };
}
