import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { nodeTool, readCommand, REPORTS, ROOT, runCommand, say } from './command';
import { agreeWithExitCode, type Counts, countCheck, type RunResult, sumCounts } from './outcome';
import {
  countListed,
  countPlaywright,
  countPlaywrightListed,
  countVitest,
  namesFromPlaywright,
  namesFromVitest,
  parseJson,
  readJson,
} from './reports';

/** One ring of tests around the program: the inner ones are quick, the outer ones real. */
export interface Ring {
  readonly name: string;
  /** Why it cannot run here; null where it can. */
  readonly obstacle: () => string | null;
  readonly run: () => Promise<RunResult>;
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
    const failures: string[] = [];
    for (const command of commands()) {
      const isPassed = (await runCommand(command)) === 0;
      all.push(countCheck(isPassed));
      if (!isPassed) failures.push(command.join(' '));
    }
    return { counts: sumCounts(all), failures };
  };
  return { name, obstacle, run, size: () => commands().length };
}

/** What differs from ring to ring of the same runner. */
export interface RingOptions {
  readonly obstacle?: () => string | null;
  /** Puts a command around the runner. */
  readonly wrap?: (command: readonly string[]) => readonly string[];
  /** Builds what the tests run on; false where that failed. */
  readonly prepare?: () => boolean;
}

/** A ring that is a project of vitest.config.ts. */
export function vitestRing(project: string, options: RingOptions = {}): Ring {
  const vitest = (...args: string[]) => nodeTool('vitest/vitest.mjs', ...args, '--project', project);
  return runnerRing(project, options, {
    command: (report) => vitest('run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`),
    count: countVitest,
    failures: namesFromVitest,
    list: vitest('list', '--json'),
    countListed,
  });
}

/** A ring that is a Playwright configuration. */
export function playwrightRing(name: string, config: string, options: RingOptions = {}): Ring {
  const playwright = (...args: string[]) => nodeTool('@playwright/test/cli.js', 'test', '--config', config, ...args);
  return runnerRing(name, options, {
    command: () => playwright('--reporter=list,json'),
    count: countPlaywright,
    failures: namesFromPlaywright,
    list: playwright('--list', '--reporter=json'),
    countListed: countPlaywrightListed,
  });
}

interface Runner {
  readonly command: (report: string) => readonly string[];
  readonly count: (report: unknown) => Counts;
  readonly failures: (report: unknown) => readonly string[];
  /** Prints its tests as JSON. */
  readonly list: readonly string[];
  readonly countListed: (list: unknown) => number;
}

function runnerRing(
  name: string,
  { obstacle = () => null, wrap = (command) => command, prepare = () => true }: RingOptions,
  { command, count, failures, list, countListed }: Runner,
): Ring {
  return {
    name,
    obstacle,
    run: async () => {
      if (!prepare()) return { counts: countCheck(false), failures: ['what it runs on could not be built'] };
      const file = freshReport(name);
      const exitCode = await runCommand(wrap(command(file)), { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
      const report = readJson(file);
      const counts = agreeWithExitCode(count(report), exitCode);
      const names = failures(report);
      const isSilent = counts.failed > 0 && names.length === 0;
      return { counts, failures: isSilent ? [`ended with ${String(exitCode)}`] : names };
    },
    size: () => countListed(parseJson(readCommand(list))),
  };
}

/**
 * Runs a ring, or says loudly why not. A ring whose tests cannot even be counted is broken, not skipped: that is one
 * failure.
 */
export async function runRing(ring: Ring): Promise<RunResult & { note: string | null }> {
  const obstacle = ring.obstacle();
  if (obstacle === null) return { ...(await ring.run()), note: null };
  const skipped = ring.size();
  say(`SKIPPED: ${String(skipped)} tests of the ring “${ring.name}”: ${obstacle}`);
  const counts = agreeWithExitCode({ passed: 0, failed: 0, skipped }, 0);
  return { counts, failures: counts.failed > 0 ? ['its tests cannot be counted'] : [], note: `skipped: ${obstacle}` };
}

/** The report's path, with no earlier run's report there. */
function freshReport(name: string): string {
  const report = join(ROOT, REPORTS, `${name}.json`);
  mkdirSync(join(ROOT, REPORTS), { recursive: true });
  rmSync(report, { force: true });
  return report;
}
