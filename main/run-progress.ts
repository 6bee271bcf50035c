import type { RunProgress } from '../common/contract';
import { parseCount } from '../common/kernel-text';
import { PROGRESS_FILE } from '../common/names';
import { sysfsPageFolder } from '../common/page-size';
import { parseRunReport, type RunIdentity } from '../common/run-report';
import type { RunFacts } from '../common/snapshot';
import { type HostFiles, hostFiles } from './host-files';

/** The very process that wrote the progress file still runs: same pid, same start time. */
function isStillRunning(files: HostFiles, { pid, startedTicks }: RunIdentity): boolean {
  const stat = files.read(`/proc/${String(pid)}/stat`);
  // Fields after the program's name, which may hold blanks and brackets; the start time is field 22 (proc(5)).
  const fields = stat?.slice(stat.lastIndexOf(') ') + 2).split(' ');
  return fields?.[19] === String(startedTicks);
}

function readCounter(files: HostFiles, pageKiB: number, name: string): number | null {
  return parseCount(files.read(`/sys/kernel/mm/hugepages/${sysfsPageFolder(pageKiB)}/${name}`) ?? '');
}

/** Pages asked for and there; nr_hugepages of sysfs counts surplus pages too. */
function readPages(files: HostFiles, pageKiB: number): number | null {
  const totalPages = readCounter(files, pageKiB, 'nr_hugepages');
  return totalPages === null ? null : totalPages - (readCounter(files, pageKiB, 'surplus_hugepages') ?? 0);
}

/**
 * What the last root text on this machine has said and whether it still runs, whoever started it; null where none has
 * run since boot. It is for following only: results are read from the machine itself.
 */
export function readRun(files: HostFiles = hostFiles('/')): RunProgress | null {
  const text = files.read(PROGRESS_FILE);
  if (text === null) return null;
  const { report, identity } = parseRunReport(text);
  return {
    report,
    isRunning: report.end === null && identity !== null && isStillRunning(files, identity),
    pagesNow: identity === null ? null : readPages(files, identity.pageKiB),
    toPages: identity?.toPages ?? null,
  };
}

/** The same, as much of it as belongs in a snapshot. */
export function readRunFacts(files: HostFiles): RunFacts | null {
  const run = readRun(files);
  if (run === null) return null;
  return { planId: run.report.planId, isRunning: run.isRunning, hasEnded: run.report.end !== null };
}
