import { spawnSync } from 'node:child_process';
import * as v from 'valibot';
import { ROOT } from '../rings/command';
import { type Figure, skippedFigure } from './figure';

const MOST_PERCENT = 2;
const roundSchema = v.object({ frames: v.number(), dropped: v.number(), ticks: v.number() });
const takenSchema = v.object({ kind: v.string(), seconds: v.number(), still: roundSchema, busy: roundSchema });

/** Frames that the busiest figure loses while it runs, beside the same figure standing still. */
export function benchFrames(): readonly Figure[] {
  const command = ['--import', 'tsx', 'test/bench/frames-rounds.ts'];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) return [{ ...skippedFigure('the busiest figure', `${stdout}${stderr}`), isMet: false }];
  const { kind, seconds, still, busy } = v.parse(takenSchema, JSON.parse(stdout));
  const percent = (round: v.InferOutput<typeof roundSchema>) => (100 * round.dropped) / (round.frames + round.dropped);
  return [
    {
      what: `frames lost by the busiest figure in ${String(seconds)} s (${kind})`,
      measured: `${percent(busy).toFixed(2)} % of ${String(busy.frames)}; standing still ${percent(still).toFixed(2)} %`,
      goal: `≤ ${String(MOST_PERCENT)} %`,
      isMet: busy.ticks > 0 && percent(busy) <= MOST_PERCENT,
      numbers: { busyPercent: percent(busy), stillPercent: percent(still), ticks: busy.ticks },
    },
  ];
}
