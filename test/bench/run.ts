import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { APP } from '../../build/setup/build-steps';
import { REPORTS, ROOT } from '../rings/command';
import { buildIfOutdated } from './built';
import { benchApply } from './apply-bench';
import { benchBundle } from './bundle-bench';
import { benchFrames } from './frames-bench';
import { type Figure, figureTable } from './figure';
import { benchProcess } from './process-bench';
import { benchScript } from './script-bench';
import { benchSnapshot } from './snapshot-bench';
import { benchWindow } from './window-bench';

// `npm run bench`, or only some: `npm run bench -- snapshot window`. Takes about four minutes, most of it idling.
// Ends with 1 where a goal is exceeded.

const BENCHES: Readonly<Record<string, () => readonly Figure[] | Promise<readonly Figure[]>>> = {
  snapshot: benchSnapshot,
  script: benchScript,
  process: benchProcess,
  apply: benchApply,
  bundle: benchBundle,
  frames: benchFrames,
  window: benchWindow,
};

const asked = process.argv.slice(2);
const figures: Figure[] = [];

buildIfOutdated(APP);
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length === 0 || asked.includes(name)) figures.push(...(await bench()));
}
mkdirSync(join(ROOT, REPORTS), { recursive: true });
writeFileSync(join(ROOT, REPORTS, 'bench.json'), `${JSON.stringify(figures, null, 2)}\n`);
console.log(figureTable(figures));
if (figures.some(({ isMet }) => isMet === false)) process.exitCode = 1;
