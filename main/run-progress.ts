import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunProgress } from '../common/contract';
import { PROGRESS_FILE } from '../common/names';
import { sysfsPageFolder } from '../common/page-size';
import { parseRunReport, type RunIdentity } from '../common/run-report';

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** The very process that wrote the progress file still runs: same pid, same start time. */
function isStillRunning(root: string, { pid, startedTicks }: RunIdentity): boolean {
  const stat = readText(join(root, 'proc', String(pid), 'stat'));
  // Fields after the program's name, which may hold blanks and brackets; the start time is field 22 (proc(5)).
  const fields = stat?.slice(stat.lastIndexOf(') ') + 2).split(' ');
  return fields?.[19] === String(startedTicks);
}

function readPages(root: string, pageKiB: number): number | null {
  const file = join(root, 'sys/kernel/mm/hugepages', sysfsPageFolder(pageKiB), 'nr_hugepages');
  const text = readText(file)?.trim() ?? '';
  return /^\d+$/.test(text) ? Number(text) : null;
}

/**
 * What the last root text on this machine has said and whether it still runs, whoever started it; null where none has
 * run since boot. It is for following only: results are read from the machine itself.
 */
export function readRun(root = '/'): RunProgress | null {
  const text = readText(join(root, PROGRESS_FILE));
  if (text === null) return null;
  const { report, identity } = parseRunReport(text);
  return {
    report,
    isRunning: report.end === null && identity !== null && isStillRunning(root, identity),
    pagesNow: identity === null ? null : readPages(root, identity.pageKiB),
    toPages: identity?.toPages ?? null,
  };
}
