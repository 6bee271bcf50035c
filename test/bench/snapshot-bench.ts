import { readHost } from '../../main/kernel';
import { recordReads, replayReads } from './file-reads';
import type { Figure } from './figure';
import { medianMs, ms, times } from './rounds';

const ROUNDS = 2_000;
const MOST_TIMES = 3;
const MOST_MS = 2;

/** A whole HostSnapshot against only reading the files it is made of. */
export function benchSnapshot(): readonly Figure[] {
  const reads = recordReads(() => readHost());
  if (reads.length === 0) throw new Error('readHost read no file through node:fs: the comparison would be empty');
  const contenders = {
    snapshot: () => {
      readHost();
    },
    files: () => {
      replayReads(reads);
    },
  };
  // Once for the compiler to see what is hot.
  medianMs(contenders, ROUNDS / 4);
  const { snapshot, files } = medianMs(contenders, ROUNDS);
  const ratio = snapshot / files;
  const numbers = { snapshotMs: snapshot, filesMs: files, fileCount: reads.length, ratio };
  return [
    {
      what: `HostSnapshot against reading its ${String(reads.length)} files`,
      measured: `${times(ratio)} (${ms(snapshot)} : ${ms(files)})`,
      goal: `≤ ${String(MOST_TIMES)} ×`,
      isMet: ratio <= MOST_TIMES,
      numbers,
    },
    {
      what: 'HostSnapshot',
      measured: ms(snapshot),
      goal: `≤ ${String(MOST_MS)} ms`,
      isMet: snapshot <= MOST_MS,
      numbers,
    },
  ];
}
