import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** USER_HZ (sysconf(3)): the unit of /proc/PID/stat on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** How much of one core is used; one core is 100. */
export interface Use {
  /** The app's own process. */
  readonly mainPercent: number;
  /** Everything below it: the browser that draws its window. */
  readonly browserPercent: number;
}

/** What a process and those below it use over this time. */
export async function useOver(milliseconds: number, main: number): Promise<Use> {
  const before = { main: ticksOf(main), browser: browserTicks(main) };
  const startMs = performance.now();
  await pause(milliseconds);
  const seconds = (performance.now() - startMs) / 1_000;
  const percent = (ticks: number) => (ticks / TICKS_PER_SECOND / seconds) * 100;
  return {
    mainPercent: percent(ticksOf(main) - before.main),
    browserPercent: percent(browserTicks(main) - before.browser),
  };
}

function browserTicks(main: number): number {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), Number(readStat(Number(name))[1] ?? 0)]),
  );
  const isBelowMain = (pid: number): boolean => {
    const parent = parents.get(pid) ?? 0;
    return parent === main || (parent > 1 && isBelowMain(parent));
  };
  return [...parents.keys()].filter(isBelowMain).reduce((sum, pid) => sum + ticksOf(pid), 0);
}

/** utime + stime of a process (proc(5)); 0 once it has gone. */
function ticksOf(pid: number): number {
  const fields = readStat(pid);
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

/** The fields of /proc/PID/stat from the third one on, which is the state; the second may hold blanks. */
function readStat(pid: number): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
