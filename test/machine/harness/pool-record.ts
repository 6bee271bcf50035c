import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import { poolFile, poolSizesKiB, readPool } from './pool';

const pages = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const poolSizes = v.object({ pageKiB: pages, persistentPages: pages, overcommitPages: pages });
const poolRecord = v.object({
  bootId: v.string(),
  pid: v.number(),
  /** Of the process `pid`, in clock ticks since boot: tells it from a later process with the same number. */
  startTime: v.nullable(v.string()),
  pools: v.array(poolSizes),
});

/** What the pools were before a run, and whose run it is. Kept in a file, so that a later run can put them back. */
export type PoolRecord = v.InferOutput<typeof poolRecord>;
export type PoolSizes = v.InferOutput<typeof poolSizes>;

export type RecordState = 'absent' | 'in-use' | 'leftover' | 'outdated';

/** The sizes that can be set, of every pool. */
function readPoolSizes(): PoolSizes[] {
  return poolSizesKiB().map((pageKiB) => {
    const { nr_hugepages, nr_overcommit_hugepages } = readPool(pageKiB);
    return { pageKiB, persistentPages: nr_hugepages, overcommitPages: nr_overcommit_hugepages };
  });
}

/**
 * What a record found on this machine means: `in-use`, the run that wrote it goes on; `leftover`, that run was killed
 * and its pools still have to be put back; `outdated`, it is of an earlier boot or unreadable, and a boot has long
 * decided the pools.
 */
export function judgeRecord(
  record: PoolRecord | null,
  now: { readonly bootId: string; readonly startTimeOf: (pid: number) => string | null },
): RecordState {
  if (record === null) return 'absent';
  if (record.bootId !== now.bootId) return 'outdated';
  const startTime = now.startTimeOf(record.pid);
  return startTime !== null && startTime === record.startTime ? 'in-use' : 'leftover';
}

/** Reads the text of a record file; null where it is none. */
export function parseRecord(text: string): PoolRecord | null {
  try {
    return v.parse(poolRecord, JSON.parse(text));
  } catch {
    return null;
  }
}

/** This boot's name (/proc/sys/kernel/random/boot_id). */
export function readBootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

/** Field 22 of /proc/PID/stat (proc(5)); null where there is no such process. The second field may hold blanks. */
export function readStartTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** The record in a file; null where there is none or it cannot be understood. */
export function readRecordFile(file: string): PoolRecord | null {
  try {
    return parseRecord(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Writes the record of this process; false where the file is there already. */
export function createRecordFile(file: string): boolean {
  const record: PoolRecord = {
    bootId: readBootId(),
    pid: process.pid,
    startTime: readStartTime(process.pid),
    pools: readPoolSizes(),
  };
  try {
    writeFileSync(file, JSON.stringify(record), { flag: 'wx', mode: 0o600 });
    return true;
  } catch {
    return false;
  }
}

/**
 * Puts every pool back to its recorded size and removes the record. Processes that were just killed give their pages
 * back a moment later, so it tries for up to ten seconds. Gives the pools that could not be put back.
 */
export async function restorePools(file: string, record: PoolRecord): Promise<readonly PoolSizes[]> {
  let wrong = differing(record);
  for (let attempt = 0; attempt < 100 && wrong.length > 0; attempt += 1) {
    for (const { pageKiB, persistentPages, overcommitPages } of wrong) {
      writeFileSync(poolFile(pageKiB, 'nr_hugepages'), String(persistentPages));
      if (readPool(pageKiB).nr_overcommit_hugepages !== overcommitPages) {
        writeFileSync(poolFile(pageKiB, 'nr_overcommit_hugepages'), String(overcommitPages));
      }
    }
    wrong = differing(record);
    if (wrong.length > 0) await pause(100);
  }
  rmSync(file, { force: true });
  return wrong;
}

function differing(record: PoolRecord): readonly PoolSizes[] {
  return record.pools.filter(({ pageKiB, persistentPages, overcommitPages }) => {
    const now = readPool(pageKiB);
    const isBack = now.nr_hugepages === persistentPages && now.surplus_hugepages === 0;
    return !isBack || now.nr_overcommit_hugepages !== overcommitPages;
  });
}
