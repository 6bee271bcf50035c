import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createRecordFile, judgeRecord, readBootId, readRecordFile, readStartTime, restorePools } from './pool-record';
import { exitCodeOf } from './processes';

// Stands outside the private machine and gives the one thing back that namespaces cannot hold: the kernel's pools.
// usage: tsx test/machine/harness/supervise.ts COMMAND [ARGUMENT...]   (as root; exit code: the command's own)

/** In the real /run: it needs root, is shared by every checkout, and does not outlive the boot. */
const RECORD_FILE = '/run/hugepages-guide-machine-ring.json';
const ENTER = fileURLToPath(new URL('enter.sh', import.meta.url));
const LONGEST_WAIT_MS = 480_000;
const WAIT_STEP_MS = 250;
const TREE = fileURLToPath(new URL('../../..', import.meta.url));

async function supervise(command: readonly string[]): Promise<number> {
  const obstacle = await takeOver();
  if (obstacle !== null) {
    say(obstacle);
    return 1;
  }
  // Both links of the chain die with this process, and with unshare's child dies every process of its PID namespace.
  const child = spawn(
    'setpriv',
    [
      ...['--pdeathsig', 'KILL', 'unshare', '--mount', '--propagation', 'private'],
      ...['--pid', '--fork', '--kill-child', '--mount-proc', '--'],
      ...['/bin/sh', ENTER, TREE, process.execPath, ...command],
    ],
    { stdio: 'inherit' },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => child.kill('SIGKILL'));
  }
  await once(child, 'close');
  return (await putBack()) ? exitCodeOf(child) : 1;
}

/**
 * Waits for the end of another run, puts back what a killed one left, then records the pools for this one. Gives what
 * stands in the way, or null.
 */
async function takeOver(): Promise<string | null> {
  let waitedMs = 0;
  for (;;) {
    const record = readRecordFile(RECORD_FILE);
    const state = judgeRecord(record, { bootId: readBootId(), startTimeOf: readStartTime });
    if (state === 'leftover') {
      say('An earlier run was killed before it could put the pool back. Doing that first.');
      await putBack();
    }
    if (state !== 'in-use') {
      // Also one that cannot be understood.
      rmSync(RECORD_FILE, { force: true });
      return createRecordFile(RECORD_FILE) ? null : `${RECORD_FILE} cannot be written.`;
    }
    if (waitedMs === 0) say(`The pool is in use by another run (process ${String(record?.pid)}). Waiting for its end.`);
    if (waitedMs > LONGEST_WAIT_MS) return 'It did not end in time.';
    await pause(WAIT_STEP_MS);
    waitedMs += WAIT_STEP_MS;
  }
}

async function putBack(): Promise<boolean> {
  const record = readRecordFile(RECORD_FILE);
  if (record === null) {
    say(`${RECORD_FILE} has gone: the pool could not be put back.`);
    return false;
  }
  const wrong = await restorePools(RECORD_FILE, record);
  for (const { pageKiB, persistentPages } of wrong) {
    say(`The pool of ${String(pageKiB)} KiB pages could not be put back to ${String(persistentPages)} pages.`);
  }
  return wrong.length === 0;
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

process.exitCode = await supervise(process.argv.slice(2));
