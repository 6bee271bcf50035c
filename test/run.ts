import { say } from './rings/command';
import { closingLine, outcomeTable, type RingOutcome, sumCounts } from './rings/outcome';
import { ALL_RINGS } from './rings/all-rings';
import { runRing } from './rings/ring';
import { setUp } from './rings/setup';

// `npm test`: every ring, or those named (`npm test -- unit machine`).

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
  for (const ring of ALL_RINGS.filter(({ name }) => chosen.includes(name))) {
    say(`\n── ${ring.name} ──`);
    const startMs = Date.now();
    const { counts, note } = await runRing(ring);
    outcomes.push({ ring: ring.name, counts, note, seconds: (Date.now() - startMs) / 1_000 });
  }
  const sum = sumCounts(outcomes.map(({ counts }) => counts));
  say(`\n${outcomeTable(outcomes)}\n`);
  say(closingLine(sum));
  return sum.failed > 0 ? 1 : 0;
}
