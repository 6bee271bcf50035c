import { say } from './rings/command';
import { closingLine, failureLines, outcomeTable, type RingOutcome, sumCounts } from './rings/outcome';
import { ALL_RINGS } from './rings/all-rings';
import { type Ring, runRing } from './rings/ring';
import { setUp } from './rings/setup';

// `npm test`: every ring, or those named (`npm test -- unit machine`).

/**
 * What runs one after another, and in it what runs beside each other: rings that leave a core idle share the machine.
 */
const PHASES: readonly (readonly (readonly string[])[])[] = [
  [['lint'], ['check', 'shell', 'canaries', 'unit']],
  [['component']],
  [['build']],
  [['looks'], ['machine', 'conformance']],
  [['e2e']],
];

const names = ALL_RINGS.map(({ name }) => name);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));

if (unknown.length > 0) {
  say(`There is no ring “${unknown.join('”, “')}”. There are: ${names.join(', ')}.`);
  process.exitCode = 2;
} else {
  process.exitCode = await runRings(asked.length > 0 ? asked : names);
}

async function runRings(chosen: readonly string[]): Promise<number> {
  setUp();
  const outcomes: RingOutcome[] = [];
  const runLane = async (lane: readonly string[]): Promise<void> => {
    for (const name of lane) {
      const ring = ALL_RINGS.find((one) => one.name === name && chosen.includes(name));
      if (ring !== undefined) outcomes.push(await runOne(ring));
    }
  };
  for (const lanes of PHASES) await Promise.all(lanes.map(runLane));
  const sum = sumCounts(outcomes.map(({ counts }) => counts));
  say(`\n${outcomeTable(outcomes)}\n`);
  failureLines(outcomes).forEach(say);
  say(closingLine(sum));
  return sum.failed > 0 ? 1 : 0;
}

async function runOne(ring: Ring): Promise<RingOutcome> {
  say(`\n── ${ring.name} ──`);
  const startMs = Date.now();
  const result = await runRing(ring);
  return { ring: ring.name, ...result, seconds: (Date.now() - startMs) / 1_000 };
}
