import { agreeWithExitCode, type Counts, countCheck, sumCounts } from './outcome';
import { nodeTool, REPORTS, ROOT, readCommand, runCommand, say } from './command';
import { countListed, countPlaywright, countPlaywrightListed, countVitest, readJson } from './reports';
import { join } from 'node:path';
import { mkdirSync, rmSync } from 'node:fs';

/** One ring of tests around the program: the inner ones are quick, the outer ones real. */
export interface Ring {
  readonly name: string;
  /** Why it cannot run here; null where it can. */
  readonly obstacle: () => string | null;
  readonly run: () => Promise<Counts>;
  /** How many tests are left out when it cannot run. */
  readonly size: () => number;
}

/** A ring of commands, each of which is one check. All are run, also after a failure. */
export function checksRing(
  name: string,
  commands: () => readonly (readonly string[])[],
  obstacle: () => string | null = () => null,
): Ring {
  const run = async () => {
    const all: Counts[] = [];
    for (const command of commands()) all.push(countCheck((await runCommand(command)) === 0));
    return sumCounts(all);
  };
  return { name, obstacle, run, size: () => commands().length };
}

/** A ring that is a vitest project. `wrap` puts a command around it. */
export function vitestRing(
  project: string,
  {
    obstacle = () => null,
    wrap = (command) => command,
  }: { obstacle?: () => string | null; wrap?: (command: readonly string[]) => readonly string[] } = {},
): Ring {
  const vitest = (...args: string[]) => nodeTool('vitest/vitest.mjs', ...args, '--project', project);
  return {
    name: project,
    obstacle,
    run: async () => {
      const report = freshReport(project);
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const exitCode = await runCommand(wrap(vitest('run', ...reporters)));
      return agreeWithExitCode(countVitest(readJson(join(ROOT, report))), exitCode);
    },
    size: () => countListed(parse(readCommand(vitest('list', '--json')))),
  };
}

/** A ring that is a Playwright configuration. `wrap` puts a command around it. */
export function playwrightRing(
  name: string,
  config: string,
  {
    obstacle = () => null,
    wrap = (command) => command,
    prepare = () => true,
  }: {
    obstacle?: () => string | null;
    wrap?: (command: readonly string[]) => readonly string[];
    /** Builds what it runs on; false where that failed. */
    prepare?: () => boolean;
  } = {},
): Ring {
  const playwright = (...args: string[]) => nodeTool('@playwright/test/cli.js', 'test', '--config', config, ...args);
  return {
    name,
    obstacle,
    run: async () => {
      if (!prepare()) return countCheck(false);
      const report = freshReport(name);
      const exitCode = await runCommand(wrap(playwright('--reporter=list,json')), {
        PLAYWRIGHT_JSON_OUTPUT_FILE: join(ROOT, report),
      });
      return agreeWithExitCode(countPlaywright(readJson(join(ROOT, report))), exitCode);
    },
    size: () => countPlaywrightListed(parse(readCommand(playwright('--list', '--reporter=json')))),
  };
}

/** Runs a ring, or says loudly why not. */
export async function runRing(ring: Ring): Promise<{ counts: Counts; note: string | null }> {
  const obstacle = ring.obstacle();
  if (obstacle === null) return { counts: await ring.run(), note: null };
  const skipped = ring.size();
  say(`SKIPPED: ${String(skipped)} tests of the ring “${ring.name}”: ${obstacle}`);
  return { counts: { passed: 0, failed: 0, skipped }, note: `skipped: ${obstacle}` };
}

/** The report's path, with no earlier run's report there. */
function freshReport(name: string): string {
  mkdirSync(join(ROOT, REPORTS), { recursive: true });
  const report = `${REPORTS}/${name}.json`;
  rmSync(join(ROOT, report), { force: true });
  return report;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
